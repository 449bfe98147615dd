import { f1FromCounts, type PositiveCounts } from '../../stats/f1FromCounts.ts';
import { kappaOfCounts } from '../../stats/kappaOfLabels.ts';
import { addCounts, COUNT_COLUMNS, countsAt, microRates, rateNumbers } from '../rates.ts';
import { meanMetric, meanOfNumbers, type SavedMetric, type Standing } from '../savedMetric.ts';
import type { SavedLabels } from './rows.ts';

type Row = SavedLabels;

function standing(field: 'labels' | 'annotators' | 'spans') {
  return (row: Row): Standing => {
    if (row[field] === undefined) return 'out';
    return row[field] === null ? 'unscored' : 'scored';
  };
}

/** Counts of one label in one row that has it. */
function countsOf(isGold: boolean, isSaid: boolean): PositiveCounts {
  return {
    truePositives: Number(isGold && isSaid),
    falsePositives: Number(!isGold && isSaid),
    falseNegatives: Number(isGold && !isSaid),
  };
}

/** The labels that are gold or predicted in a row, with their counts there. */
function* marksOf({ labels }: Row): Generator<[string, PositiveCounts]> {
  if (labels == null) return;
  const { gold, predicted } = labels;
  for (const name of gold) yield [name, countsOf(true, predicted.has(name))];
  for (const name of predicted) if (!gold.has(name)) yield [name, countsOf(false, true)];
}

/** Counts of one row over all labels. */
function labelCounts(row: Row): PositiveCounts {
  const sum = { truePositives: 0, falsePositives: 0, falseNegatives: 0 };
  for (const [, counts] of marksOf(row)) {
    sum.truePositives += counts.truePositives;
    sum.falsePositives += counts.falsePositives;
    sum.falseNegatives += counts.falseNegatives;
  }
  return sum;
}

/**
 * The rates of every label, and `macro_f1`, their F1 averaged without weights over labels that are gold or predicted somewhere.
 * A row adds to the columns of its own labels alone, so that thousands of codes cost what the rows hold of them.
 */
function byLabel(rows: readonly Row[]): SavedMetric<Row> {
  const names = new Set(rows.flatMap((row) => [...marksOf(row)].map(([name]) => name)));
  const firsts = new Map([...names].sort().map((name, place) => [name, place * COUNT_COLUMNS]));
  return {
    standing: standing('labels'),
    columns: firsts.size * COUNT_COLUMNS,
    add: (row, to) => {
      for (const [name, counts] of marksOf(row)) addCounts(to, firsts.get(name) ?? 0, counts);
    },
    numbers: [
      {
        name: 'macro_f1',
        of: (totals) => {
          const rates = [...firsts.values()].map((first) => f1FromCounts(countsAt(totals, first)));
          return meanOfNumbers(rates.filter((rate) => rate !== null));
        },
      },
      ...[...firsts].flatMap(([name, first]) => rateNumbers(`label:${name}/`, first)),
    ],
  };
}

function isExact({ labels }: Row): number | null | undefined {
  if (labels == null) return labels;
  const { gold, predicted } = labels;
  return Number(gold.size === predicted.size && [...gold].every((name) => predicted.has(name)));
}

function agree({ annotators }: Row): number | null | undefined {
  return annotators == null ? annotators : Number(annotators[0] === annotators[1]);
}

/** Cohen's kappa of the annotators: questions, those on which they agree, and how often each gave each label. */
function kappa(rows: readonly Row[]): SavedMetric<Row> {
  const firsts = new Map<string, number>();
  for (const { annotators } of rows)
    for (const name of annotators ?? [])
      if (!firsts.has(name)) firsts.set(name, 2 + 2 * firsts.size);
  return {
    standing: standing('annotators'),
    columns: 2 + 2 * firsts.size,
    add: ({ annotators }, to) => {
      if (annotators == null) return;
      const [one, two] = annotators;
      to(0, 1);
      to(1, Number(one === two));
      to(firsts.get(one) ?? 0, 1);
      to((firsts.get(two) ?? 0) + 1, 1);
    },
    numbers: [
      {
        name: 'kappa',
        of: (totals) => {
          const [n = 0, agreed = 0] = totals;
          let byChance = 0;
          for (let at = 2; at < totals.length; at += 2)
            byChance += (totals[at] ?? 0) * (totals[at + 1] ?? 0);
          return kappaOfCounts(n, agreed, byChance);
        },
      },
    ],
  };
}

function spanCounts(rule: 'strict' | 'type') {
  return ({ spans }: Row): PositiveCounts => {
    const { correct, incorrect, missed, spurious } = spans?.[rule] ?? {
      correct: 0,
      incorrect: 0,
      missed: 0,
      spurious: 0,
    };
    return {
      truePositives: correct,
      falsePositives: incorrect + spurious,
      falseNegatives: incorrect + missed,
    };
  };
}

/** Metrics of labels, the leading ones first. */
export function labelMetrics(rows: readonly Row[]): SavedMetric<Row>[] {
  return [
    microRates('micro_', standing('labels'), labelCounts),
    meanMetric('exact_match', isExact),
    kappa(rows),
    meanMetric('agreement', agree),
    microRates('span_strict_', standing('spans'), spanCounts('strict')),
    microRates('span_type_', standing('spans'), spanCounts('type')),
    byLabel(rows),
  ];
}
