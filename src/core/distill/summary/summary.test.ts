import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArmRun, Experiment, TrainingPoint } from '../experiment.ts';
import golden from '../fixtures/golden.json' with { type: 'json' };
import { accuracyCurve } from './accuracyCurve.ts';
import { compareArms } from './compareArms.ts';
import { flopShares } from './flopShares.ts';
import { gainRecovery } from './gainRecovery.ts';
import { markRows, readMarks, type MarkRow } from './marks.ts';
import { flopsToReach, savingsAtShare, savingsInterval, type CostPoint } from './savings.ts';
import { seedInterval } from './seedInterval.ts';
import { summariseExperiment } from './summariseExperiment.ts';

const rows = (marks: readonly string[]): MarkRow[] =>
  marks.map((own, seed) => ({ seed, marks: readMarks(own) }));
const [full, prefix] = [rows(golden.marks.full), rows(golden.marks.prefix)];
const start = readMarks(golden.marks.start);
/** NumPy draws with another generator, 200,000 times; ours is this far from it by chance. */
const NEAR = 0.02;
const including = (words: string): unknown => expect.stringContaining(words);
const MANY = { resamples: 10_000 };

describe('two arms', () => {
  const found = compareArms(prefix, full, MANY);

  it('differ by seed as SciPy’s t interval says', () => {
    const [low = Number.NaN, high = Number.NaN] = golden.marks.difference.bySeed;
    expect(found?.bySeed.estimate).toBeCloseTo(golden.marks.difference.estimate, 12);
    expect(found?.bySeed.low).toBeCloseTo(low, 10);
    expect(found?.bySeed.high).toBeCloseTo(high, 10);
  });

  it('differ by seed and problem as NumPy’s draws say', () => {
    const [low = Number.NaN, high = Number.NaN] = golden.marks.difference.interval;
    expect(Math.abs((found?.bySeedAndItem?.low ?? Number.NaN) - low)).toBeLessThan(NEAR);
    expect(Math.abs((found?.bySeedAndItem?.high ?? Number.NaN) - high)).toBeLessThan(NEAR);
  });

  it('are paired by seed, in whatever order they finished', () => {
    expect(compareArms([...prefix].reverse().slice(1), full)?.seeds).toBe(4);
    expect(compareArms(prefix.slice(0, 2), full.slice(2))).toBeNull();
    const one = compareArms(prefix.slice(0, 1), full);
    expect(one?.bySeed).toMatchObject({ n: 1, low: null, high: null });
    expect(one?.bySeedAndItem).toBeNull();
  });

  it('are the same as themselves, without doubt', () => {
    expect(compareArms(full, full)).toMatchObject({
      bySeed: { estimate: 0, low: 0, high: 0 },
      bySeedAndItem: { low: 0, high: 0 },
    });
  });

  it('must have answered the same problems', () => {
    const other = [{ seed: 0, marks: readMarks('101') }];
    expect(() => compareArms(other, full)).toThrow('cannot be compared');
  });
});

describe('gain recovery', () => {
  it('agrees with NumPy’s draws', () => {
    const found = gainRecovery(start, prefix, full, MANY);
    expect(found.kind).toBe('defined');
    if (found.kind !== 'defined') return;
    const { estimate, interval, denominator } = golden.marks.recovery;
    expect(found.estimate).toBeCloseTo(estimate, 12);
    const pairs = [
      [found.interval, interval],
      [found.fullGain.interval, denominator],
    ] as const;
    for (const [own, [low = Number.NaN, high = Number.NaN]] of pairs) {
      expect(Math.abs(own.low - low)).toBeLessThan(NEAR);
      expect(Math.abs(own.high - high)).toBeLessThan(NEAR);
    }
  });

  it('is exactly 1 for full distillation itself', () => {
    expect(gainRecovery(start, full, full)).toMatchObject({
      estimate: 1,
      interval: { low: 1, high: 1 },
    });
  });

  it('is not defined where full distillation may have gained nothing, or seeds are too few', () => {
    const [same] = full;
    const found = gainRecovery(same?.marks ?? start, prefix, full);
    expect(found).toEqual({
      kind: 'not-defined',
      reason: including('includes 0'),
    });
    expect(gainRecovery(start, prefix.slice(0, 1), full)).toEqual({
      kind: 'not-defined',
      reason: including('two seeds'),
    });
  });
});

describe('operations to an accuracy', () => {
  const { flops, accuracy, targets } = golden.reach;
  const curve = flops.map((own, at) => ({ flops: own, accuracy: accuracy[at] ?? Number.NaN }));

  it.each(targets)('are those where NumPy’s interpolation first reaches %d', (target, at) => {
    expect(Math.abs((flopsToReach(curve, target) ?? Number.NaN) - at)).toBeLessThan(2e-5);
  });

  it('are censored where it is never reached, and 0 where it was there before', () => {
    expect(flopsToReach(curve, 0.61)).toBeNull();
    expect(flopsToReach(curve, 0.05)).toBe(0);
    expect(flopsToReach([], 0.1)).toBeNull();
  });

  it('never grow with a lower aim', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, one, other) => {
          const points = values.map((value, at) => ({ flops: at, accuracy: value }));
          const lower = flopsToReach(points, Math.min(one, other));
          const higher = flopsToReach(points, Math.max(one, other));
          if (higher !== null) expect(lower ?? Infinity).toBeLessThanOrEqual(higher);
        },
      ),
    );
  });

  it('are compared at a share of full distillation’s last accuracy', () => {
    const cheap = [
      { flops: 0, accuracy: 0.1 },
      { flops: 2, accuracy: 0.5 },
    ];
    // 0.8 · 0.6 = 0.48.
    const found = savingsAtShare(cheap, curve, 0.8);
    expect(found?.arm).toBeCloseTo(1.9, 12);
    expect(found?.full).toBeCloseTo(7 + (5 * 0.17) / 0.21, 12);
    expect(found?.ratio).toBeCloseTo((7 + (5 * 0.17) / 0.21) / 1.9, 12);
    expect(savingsAtShare(cheap, curve, 1)).toMatchObject({
      arm: null,
      ratio: null,
      ratioBelow: 10,
    });
    expect(savingsAtShare(cheap, [], 1)).toBeNull();
  });

  it('have an interval over seeds, in which never is the lowest', () => {
    const line = (end: number, cost: number): CostPoint[] => [
      { flops: 0, accuracy: 0 },
      { flops: cost, accuracy: end },
    ];
    const fulls = [line(1, 100), line(1, 100)];
    // Both seeds of the arm come to 0.5 at half of their cost: always 50 over 10.
    expect(savingsInterval([line(1, 20), line(1, 20)], fulls, 0.5)).toEqual({
      ...{ low: 5, high: 5, reached: 1, seeds: 2 },
    });
    // Seeds that cost 10 and 30: the mean of two draws costs 10, 20 or 30, each in a quarter or a half of the draws.
    expect(savingsInterval([line(1, 10), line(1, 30)], fulls, 0.5)).toMatchObject({
      low: 100 / 30,
      high: 10,
    });
    // One seed never learns: only the draws without it (a quarter), or with it once (half, at 0.5 exactly), come to 0.5.
    const half = savingsInterval([line(1, 10), line(0, 10)], fulls, 0.5);
    expect(half?.low).toBeNull();
    expect(half?.high).toBe(10);
    expect(Math.abs((half?.reached ?? 0) - 0.75)).toBeLessThan(0.04);
    expect(savingsInterval([line(1, 10)], [line(1, 100)], 0.5)).toBeNull();
    expect(() => savingsInterval([line(1, 10)], fulls, 0.5)).toThrow(RangeError);
    // Where the start is good enough both cost nothing, and nothing over nothing is no ratio.
    const known = [
      { flops: 0, accuracy: 1 },
      { flops: 10, accuracy: 1 },
    ];
    expect(savingsInterval([known, known], [known, known], 0.5)).toBeNull();
  });
});

it('makes an interval of one seed none, and agrees with t tables for two', () => {
  expect(seedInterval([])).toBeNull();
  expect(seedInterval([0.5])).toEqual({ estimate: 0.5, low: null, high: null, n: 1 });
  const two = seedInterval([0.4, 0.6]);
  // t(0.975, 1) = 12.706; the standard error is 0.1.
  expect(two?.low).toBeCloseTo(0.5 - 1.27062, 4);
  expect(() => seedInterval([Number.NaN])).toThrow(RangeError);
});

describe('an experiment', () => {
  const point = (step: number, total: number, accuracy: number): TrainingPoint => ({
    step,
    flops: { sampling: total / 4, teacher: total / 4, training: total / 2 },
    ...{ seconds: step, accuracy, ended: 1, length: 20, loss: 1, kl: 0.1, written: 20 },
  });
  const runs: ArmRun[] = [
    ...golden.marks.full.map((marks, seed) => ({
      ...{ arm: 0, seed, marks },
      points: [point(0, 0, 0.2), point(10, 100 + seed, 0.5), point(20, 200 + seed, 0.75)],
    })),
    ...golden.marks.prefix.map((marks, seed) => ({
      ...{ arm: 1, seed, marks },
      points: [point(0, 0, 0.2), point(10, 20, 0.6), ...(seed < 2 ? [point(20, 40, 0.7)] : [])],
    })),
    { arm: 2, seed: 0, marks: null, points: [point(0, 0, 0.2), point(10, 300, 0.4)] },
  ];
  const arm = {
    source: 'student',
    prefix: { kind: 'full' },
    objective: { kind: 'divergence', divergence: 'reverse', beta: 0.5 },
    selection: { kind: 'all' },
  } as const;
  const pin = { id: 'model', revision: '1' };
  const design: Experiment['design'] = {
    ...{ title: 'Test', teacher: pin, student: pin, seeds: ['a', 'b', 'c', 'd', 'e'] },
    settings: {
      ...{ fewestSteps: 2, mostSteps: 3, problems: 4, samples: 2, mostTokens: 64 },
      ...{ temperature: 1, rate: 1e-3, warmupSteps: 1, steps: 20, evaluateEvery: 10, heldOut: 40 },
    },
    arms: ['full', 'prefix', 'dear'].map((name) => ({ name, arm })),
  };
  const experiment = { design, runs, startMarks: golden.marks.start };
  const [first, second, third] = summariseExperiment(experiment, { full: 0 });

  it('has curves over the seeds that came so far', () => {
    expect(accuracyCurve(runs, 1).map(({ step, accuracy }) => [step, accuracy.n])).toEqual([
      [0, 5],
      [10, 5],
      [20, 2],
    ]);
    expect(first?.curve.at(-1)?.flops).toBeCloseTo(202, 12);
    expect(first?.curve.at(-1)?.accuracy.estimate).toBeCloseTo(0.75, 12);
  });

  it('compares every arm with the full one, and the full one with nothing', () => {
    expect(first).toMatchObject({ difference: null, recovery: null, savings: null, onFront: true });
    expect(second?.difference?.bySeed.estimate).toBeCloseTo(golden.marks.difference.estimate, 12);
    expect(second?.recovery?.kind).toBe('defined');
    expect(second).toMatchObject({ onFront: true });
    // 0.95 · 0.75 = 0.7125 was not reached with 40 operations.
    expect(second?.savings).toMatchObject({ arm: null, ratio: null });
    expect(second?.savings?.ratioBelow).toBeCloseTo((102 + 100 * ((0.7125 - 0.5) / 0.25)) / 40, 12);
  });

  it('says where nothing can be said', () => {
    expect(third).toMatchObject({ difference: null, onFront: false });
    expect(third?.recovery).toMatchObject({ kind: 'not-defined' });
    const [, without] = summariseExperiment({ design, runs }, { full: 0 });
    expect(without?.recovery).toMatchObject({
      reason: including('not kept'),
    });
  });

  it('parts what was spent', () => {
    expect(first?.shares).toEqual({ sampling: 0.25, teacher: 0.25, training: 0.5 });
    expect(flopShares({ sampling: 0, teacher: 0, training: 0 })).toBeNull();
  });

  it('counts only finished trainings’ marks', () => {
    expect(markRows(runs, 2)).toEqual([]);
    expect(markRows(runs, 0)).toHaveLength(5);
  });
});
