import { describe, expect, it } from 'vitest';
import { metricInterval } from '../../runs/aggregate.ts';
import type { GenerateReply, ModelReply } from '../../calls/call.ts';
import type { ModelRef } from '../../calls/model.ts';
import { chosen, written } from '../../models/baselineReply.ts';
import type { ConceptItem } from '../../packs/conceptVerification.ts';
import type { ValueRow } from '../metric.ts';
import golden from './fixtures/golden.json' with { type: 'json' };
import { verifyEvidenceMetrics } from './metrics.ts';
import { verifyEvidence } from './protocol.ts';

const model: ModelRef = { source: 'hub', id: 'o/s', revision: '1', dtype: 'q4', device: 'wasm' };

interface Drawn {
  label: number;
  said: number | null;
  gold: readonly number[];
  cited: readonly number[];
}

/** What a student of these verdicts and sentences would have written. */
function answerOf({ said, cited }: Drawn): GenerateReply {
  return written(said === null ? 'perhaps' : said === 0 ? 'no' : ['yes', ...cited].join(' '));
}

function rowOf(drawn: Drawn, at: number, contrast?: ConceptItem['contrast']): ValueRow {
  const item: ConceptItem = {
    id: String(at),
    noteId: String(at),
    sentences: Array.from({ length: 9 }, (_, number) => `Sentence ${String(number)}.`),
    concept: { code: 'E11.9', name: 'Type 2 diabetes mellitus' },
    label: drawn.label === 1,
    stratum: 'implicit',
    evidence: [...drawn.gold],
    ...(contrast === undefined ? {} : { pair: 1, contrast }),
  };
  const play = verifyEvidence.play(item, { student: model, judge: model });
  let step = play.next([]);
  while (step.done !== true) {
    step = play.next(
      step.value.map(({ kind }): ModelReply =>
        kind === 'generate' ? answerOf(drawn) : chosen([0.5, 0.5]),
      ),
    );
  }
  return { cluster: String(at), stratum: item.stratum, values: step.value.values };
}

function estimateOf(id: string, rows: readonly ValueRow[]) {
  const metric = verifyEvidenceMetrics.find((one) => one.id === id);
  if (metric === undefined) throw new Error(`no metric ${id}`);
  return metricInterval(rows, metric);
}

describe.each(golden)('the $name case', ({ rows, scores }) => {
  // Copies of items count for none of these.
  const valued = rows.flatMap((drawn, at) => [
    rowOf(drawn, at),
    rowOf({ ...drawn, said: 1, cited: [9] }, at, { of: 'x', kind: 'preserving' }),
  ]);

  it.each(Object.entries(scores))('has the %s of scikit-learn', (id, score) => {
    expect(estimateOf(id, valued)?.estimate).toBeCloseTo(score, 12);
  });

  it('counts verdicts over originals, and sentences over those that are supported', () => {
    const supported = rows.filter(({ label }) => label === 1).length;
    expect(estimateOf('verdictPrecision', valued)?.n).toBe(rows.length);
    for (const id of ['evidenceMicroF1', 'evidencePrecision'])
      expect(estimateOf(id, valued)?.n, id).toBe(supported);
  });
});

describe('a student that says no to all', () => {
  const rows = [1, 1, 0].map((label, at) =>
    rowOf({ label, said: 0, gold: label === 1 ? [1, 2] : [], cited: [] }, at),
  );

  it.each([
    ['verdictPrecision', 0],
    ['verdictRecall', 0],
    ['evidencePrecision', 0],
    ['evidenceMicroPrecision', 0],
    ['evidenceMicroRecall', 0],
    ['evidenceMicroF1', 0],
    // No yes is right; of no, one of three: F1 ½.
    ['macroF1', 1 / 4],
  ])('has %s %d', (id, value) => {
    expect(estimateOf(id, rows)?.estimate).toBeCloseTo(value, 12);
  });

  it('is measured by nothing where nothing is supported, or nothing is there', () => {
    const none = rows.slice(2);
    for (const id of ['verdictRecall', 'evidenceMicroF1', 'evidenceMicroPrecision'])
      expect(estimateOf(id, none), id).toBeNull();
    for (const metric of verifyEvidenceMetrics) expect(metric.estimate([])).toBeNull();
  });
});
