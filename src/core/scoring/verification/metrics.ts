import { evidenceRates, markEvidence } from '../../protocols/verifyEvidence/evidenceOverlap.ts';
import { f1FromCounts, type PositiveCounts } from '../../stats/f1FromCounts.ts';
import { addCounts, COUNT_COLUMNS, countsAt, microRates } from '../rates.ts';
import {
  groupRows,
  meanMetric,
  meanOfNumbers,
  reportMetrics,
  type FlatReport,
  type SavedMetric,
  type Standing,
} from '../savedMetric.ts';
import { scorePairs } from './pairedRows.ts';
import type { SavedVerification } from './rows.ts';

type Row = SavedVerification;

function isRead({ predicted }: Row): Standing {
  return predicted === null ? 'unscored' : 'scored';
}

function isOriginal(row: Row): Standing {
  return row.variant === 'original' ? isRead(row) : 'out';
}

/** Counts of one row with `positive` as the positive class. */
function countsOf({ gold, predicted }: Row, positive: boolean): PositiveCounts {
  return {
    truePositives: Number(gold === positive && predicted === positive),
    falsePositives: Number(gold !== positive && predicted === positive),
    falseNegatives: Number(gold === positive && predicted !== positive),
  };
}

const supported = (row: Row): PositiveCounts => countsOf(row, true);

/** Mean of the F1 of both classes, over those that occur. */
const macroF1: SavedMetric<Row> = {
  standing: isOriginal,
  columns: 2 * COUNT_COLUMNS,
  add: (row, to) => {
    addCounts(to, 0, countsOf(row, true));
    addCounts(to, COUNT_COLUMNS, countsOf(row, false));
  },
  numbers: [
    {
      name: 'macro_f1',
      of: (totals) => {
        const rates = [0, COUNT_COLUMNS].map((first) => f1FromCounts(countsAt(totals, first)));
        return meanOfNumbers(rates.filter((rate) => rate !== null));
      },
    },
  ],
};

/** What was cited against what should have been; undefined where the row has no gold evidence, null where nothing was read. */
function marksOf({ variant, evidenceGold, evidencePredicted }: Row) {
  if (variant !== 'original' || evidenceGold === null) return undefined;
  return evidencePredicted === null ? null : markEvidence(evidencePredicted, evidenceGold);
}

/** A rate of one supported row with evidence, for a mean over such rows. */
function evidenceMean(rate: 'recall' | 'precision' | 'f1'): SavedMetric<Row> {
  return meanMetric(`evidence_${rate}`, (row) => {
    if (!row.gold || row.evidenceGold?.length === 0) return undefined;
    const marks = marksOf(row);
    return marks == null ? marks : evidenceRates(marks)[rate];
  });
}

function evidenceStanding(row: Row): Standing {
  const marks = marksOf(row);
  if (marks === undefined) return 'out';
  return marks === null ? 'unscored' : 'scored';
}

function evidenceCounts(row: Row): PositiveCounts {
  const marks = marksOf(row) ?? { hit: [], missed: [], wrong: [] };
  return {
    truePositives: marks.hit.length,
    falsePositives: marks.wrong.length,
    falseNegatives: marks.missed.length,
  };
}

function inRegister(register: Row['register']) {
  return (row: Row): Standing => (row.register === register ? isOriginal(row) : 'out');
}

/** F1 in the patient's words less F1 in clinical words. */
const registerF1Delta: SavedMetric<Row> = {
  standing: (row) => (row.register === null ? 'out' : isOriginal(row)),
  columns: 2 * COUNT_COLUMNS,
  add: (row, to) => {
    addCounts(to, row.register === 'patient' ? 0 : COUNT_COLUMNS, supported(row));
  },
  numbers: [
    {
      name: 'register_f1_delta',
      of: (totals) => {
        const patient = f1FromCounts(countsAt(totals, 0));
        const clinical = f1FromCounts(countsAt(totals, COUNT_COLUMNS));
        return patient === null || clinical === null ? null : patient - clinical;
      },
    },
  ],
};

function rowMetrics(rows: readonly Row[]): SavedMetric<Row>[] {
  return [
    microRates('', isOriginal, supported),
    macroF1,
    meanMetric('accuracy', (row) => {
      if (row.variant !== 'original') return undefined;
      return row.predicted === null ? null : Number(row.predicted === row.gold);
    }),
    evidenceMean('recall'),
    evidenceMean('precision'),
    evidenceMean('f1'),
    microRates('evidence_micro_', evidenceStanding, evidenceCounts),
    registerF1Delta,
    ...(['clinical', 'patient'] as const).map((register) =>
      microRates(`register:${register}/`, inRegister(register), supported),
    ),
    ...[...groupRows(rows, ({ stratum }) => stratum)].map(([name, own]) => ({
      ...microRates(`stratum:${name}/`, isOriginal, supported),
      rows: own,
    })),
  ];
}

/** Numbers about verdicts on statements: over single rows first, then over rows that are held against each other. */
export function scoreVerifications(rows: readonly Row[]): FlatReport {
  return new Map([...reportMetrics(rows, rowMetrics(rows)), ...scorePairs(rows)]);
}
