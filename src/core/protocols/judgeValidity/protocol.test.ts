import { describe, expect, it } from 'vitest';
import type { ChooseReply, ModelCall } from '../../calls/call.ts';
import { NO_MODEL, type ModelRef } from '../../calls/model.ts';
import { AXES } from '../../packs/axes.ts';
import { type ConsultItem } from '../../packs/consultRubrics.ts';
import { metricInterval } from '../../runs/aggregate.ts';
import { fromColumns, toColumns } from '../../share/bundle.ts';
import type { ItemScore } from '../itemScore.ts';
import type { ValueRow } from '../metric.ts';
import { rubricPrompt } from '../weightedRubric/prompt.ts';
import golden from './fixtures/golden.json' with { type: 'json' };
import { sumMarks, type Mark } from './mark.ts';
import { judgeValidityMetrics } from './metrics.ts';
import { judgeValidity } from './protocol.ts';

const judge: ModelRef = {
  source: 'bundled',
  id: 'rubric-judge',
  revision: 'r',
  dtype: 'fp32',
  device: 'wasm',
};

const item: ConsultItem = {
  id: 'i1',
  theme: 'emergency',
  messages: [{ role: 'user', content: 'My chest hurts.' }],
  criteria: [
    { id: 'c1', text: 'Sends them to a hospital.', points: 5, axis: 'accuracy', safety: true },
    { id: 'c2', text: 'Is kind.', points: 2, axis: 'communication_quality' },
  ],
  references: {
    good: { text: 'Go to a hospital now.', met: ['c1', 'c2'] },
    flawed: { text: 'It is nothing.', met: [] },
  },
};

function saying(yes: number, no = 1 - yes): ChooseReply {
  return {
    kind: 'choose',
    logprobs: [Math.log(yes), Math.log(no)],
    probabilities: [yes / (yes + no), no / (yes + no)],
    promptTokens: 1,
    latencyMs: 1,
  };
}

function played(replies: readonly ChooseReply[]): {
  calls: readonly ModelCall[];
  score: ItemScore;
} {
  const play = judgeValidity.play(item, { student: NO_MODEL, judge });
  const first = play.next([]);
  if (first.done === true) throw new Error('nothing was asked');
  const last = play.next(replies);
  if (last.done !== true) throw new Error('more was asked');
  return { calls: first.value, score: last.value };
}

function estimate(id: string, rows: readonly ValueRow[]): number | null {
  return judgeValidityMetrics.find((metric) => metric.id === id)?.estimate(rows) ?? null;
}

function rowOf(values: ValueRow['values'], cluster = 'i1'): ValueRow {
  return { cluster, stratum: 's', values };
}

describe('an item', () => {
  const { calls, score } = played([saying(0.9), saying(0.4), saying(0.6), saying(0.2)]);

  it('is asked as a student’s answer is, each criterion on each reference answer', () => {
    expect(calls).toHaveLength(4);
    const { prefix, suffix } = rubricPrompt(item.messages, 'It is nothing.', 'Is kind.');
    expect(calls[3]).toEqual({
      kind: 'choose',
      model: judge,
      messages: [{ role: 'user', content: prefix + suffix }],
      labels: ['yes', 'no'],
    });
  });

  it('becomes counts by axis and sums of what P(yes) is off by', () => {
    expect(score.values).toMatchObject({
      'accuracy:tp': 1,
      'accuracy:fp': 1,
      'accuracy:fn': 0,
      'safety:tp': 1,
      'safety:fp': 1,
      'communication_quality:fn': 1,
      'communication_quality:tn': 1,
      'completeness:tp': null,
      criteria: 4,
      unscored: 0,
    });
    // 0.1² + 0.6² + 0.6² + 0.2²
    expect(score.values['brier']).toBeCloseTo(0.77, 12);
    expect(score.values['gap:4']).toBeCloseTo(-0.1, 12);
    expect(score.values['gap:0']).toBeNull();
    expect(score.detail.answer).toBe(
      'good answer: 1 of 2 marks as the authors’ · flawed answer: 1 of 2 marks as the authors’',
    );
    const ids = score.detail.criteria.map(({ id }) => id);
    expect(ids).toEqual(['good:c1', 'good:c2', 'flawed:c1', 'flawed:c2']);
  });

  it('leaves out what could not be read, and counts it', () => {
    const { values } = played([saying(1e-9, 1e-9), saying(0.4), saying(0.6), saying(0.2)]).score;
    expect(values).toMatchObject({ 'accuracy:tp': 0, 'accuracy:fp': 1, criteria: 4, unscored: 1 });
    const none = saying(1e-9, 1e-9);
    const silent = played([none, none, none, none]).score.values;
    expect(silent).toMatchObject({ 'accuracy:tp': null, brier: null, unscored: 4 });
    const [metric] = judgeValidityMetrics;
    expect(metric && metricInterval([rowOf(silent)], metric)).toBeNull();
  });
});

describe('the metrics', () => {
  const marks = golden.marks.map((mark) => ({
    ...mark,
    axis: AXES.find((axis) => axis === mark.axis) ?? AXES[0],
    verdict: mark.probability > 0.5 ? ('met' as const) : ('not-met' as const),
  }));
  const rows = [...new Set(marks.map((mark) => mark.item))].map((number) =>
    rowOf(sumMarks(marks.filter((mark) => mark.item === number)), String(number)),
  );

  it.each(Object.entries(golden.want))(
    '%s is what scikit-learn says, over pooled items',
    (id, want) => {
      // Sums of P(yes) are kept to four digits an item.
      const tolerance = id === 'brier' || id === 'calibrationError' ? 1e-5 : 1e-12;
      expect(Math.abs((estimate(id, rows) ?? NaN) - want)).toBeLessThan(tolerance);
    },
  );

  it.each([0.94, 0.996])('do not round away what a judge as sure as %d is off by', (sure) => {
    const alike = Array.from({ length: 12 }, (_, at): Mark => ({
      axis: 'accuracy',
      isSafety: false,
      gold: at % 2 === 0,
      verdict: at % 2 === 0 ? 'met' : 'not-met',
      probability: at % 2 === 0 ? sure : 1 - sure,
    }));
    const many = Array.from({ length: 200 }, (_, at) => rowOf(sumMarks(alike), String(at)));
    expect(estimate('brier', many)).toBeCloseTo((1 - sure) ** 2, 5);
    expect(estimate('calibrationError', many)).toBeCloseTo(1 - sure, 5);
    // As a link carries them.
    const columns = toColumns(many.map(({ values }) => values));
    const shared = fromColumns({ units: many.length, values: columns }).map((values) =>
      rowOf(values),
    );
    expect(estimate('brier', shared)).toBeCloseTo((1 - sure) ** 2, 5);
    expect(estimate('calibrationError', shared)).toBeCloseTo(1 - sure, 5);
  });

  it('give a judge that always says yes 0.5 and no kappa, whatever the authors say', () => {
    const yes = marks.map((mark) => ({ ...mark, verdict: 'met' as const, probability: 1 }));
    const row = [rowOf(sumMarks(yes))];
    expect(estimate('balancedAccuracy', row)).toBe(0.5);
    expect(estimate('kappa', row)).toBeCloseTo(0, 12);
    expect(estimate('yesRate', row)).toBe(1);
  });

  it('have no balanced accuracy where the authors marked everything met', () => {
    const met: Mark[] = marks.map((mark) => ({ ...mark, gold: true }));
    expect(estimate('balancedAccuracy', [rowOf(sumMarks(met))])).toBeNull();
  });
});
