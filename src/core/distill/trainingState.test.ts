import { describe, expect, it } from 'vitest';
import { USUAL_SETTINGS } from './presets.ts';
import {
  afterEvaluation,
  afterStep,
  isEvaluated,
  UNTRAINED,
  type StepReport,
} from './trainingState.ts';

function report(step: number, loss: number, kl: number | null = null): StepReport {
  return {
    progress: {
      step,
      flops: { sampling: 10 * step, teacher: 20 * step, training: 30 * step },
      seconds: step / 2,
    },
    ...{
      loss,
      norm: 1,
      kl,
      written: 4 * step,
      ended: 0.5,
      correct: null,
      varianceRatio: null,
      consistency: null,
    },
    example: { prompt: 'p', text: 't' },
  };
}

const evaluation = {
  correct: [true, false, true, true],
  ended: 0.75,
  length: 12,
  calibration: null,
};

describe('a training’s state', () => {
  it('means over the steps since the last point, and no further back', () => {
    let state = afterEvaluation(UNTRAINED, evaluation, false);
    expect(state.points[0]).toMatchObject({ step: 0, accuracy: 0.75, loss: null, kl: null });
    state = afterStep(afterStep(state, report(1, 3, 0.5)), report(2, 1, 1.5));
    state = afterEvaluation(state, evaluation, false);
    expect(state.points[1]).toMatchObject({ step: 2, loss: 2, kl: 1, written: 6, seconds: 1 });
    state = afterEvaluation(afterStep(state, report(3, 7)), evaluation, true);
    expect(state.points[2]).toMatchObject({ step: 3, loss: 7, kl: null, written: 12 });
    expect(state.facts.map(({ flops }) => flops)).toEqual([60, 120, 180]);
    expect([state.startMarks, state.marks]).toEqual(['1011', '1011']);
  });

  it('takes a point’s place when the same step is evaluated again', () => {
    const once = afterEvaluation(UNTRAINED, evaluation, false);
    const twice = afterEvaluation(once, { ...evaluation, correct: [false] }, false);
    expect(twice.points.map(({ accuracy }) => accuracy)).toEqual([0]);
    expect(twice.marks).toBeNull();
  });

  it('keeps a bounded number of facts, which still mean what they meant', () => {
    let state = UNTRAINED;
    for (let step = 1; step <= 1500; step += 1) state = afterStep(state, report(step, step, null));
    expect(state.facts.length).toBeLessThanOrEqual(600);
    expect(state.facts.at(-1)?.step).toBe(1500);
    // Two means of neighbours: a fact stands for the steps before it, so its loss is at most its step.
    for (const { step, loss } of state.facts) expect(step - loss).toBeLessThan(4);
    expect(state.facts.every(({ kl }) => kl === null)).toBe(true);
  });

  it('evaluates before the first step, in between, and after the last', () => {
    const settings = { ...USUAL_SETTINGS, steps: 25, evaluateEvery: 10 };
    const steps = Array.from({ length: 26 }, (_, step) => step);
    expect(steps.filter((step) => isEvaluated(step, settings))).toEqual([0, 10, 20, 25]);
  });
});
