import { describe, expect, it } from 'vitest';
import { cohortOf, klCurve, medianLength } from './klCurve.ts';
import type { KlRollout } from './outcomes.ts';

function rollout(problem: string, ...kl: number[]): KlRollout {
  return { problem, cluster: problem, kl, ended: true, correct: true };
}

const options = { resamples: 400, seed: 'test' };
const some = [rollout('a', 4, 0), rollout('a', 2, 2, 2), rollout('b', 0, 1, 4, 1)];

describe('klCurve', () => {
  it('averages each position over the rollouts that are alive there', () => {
    const curve = klCurve(some, options);
    expect(curve?.positions.map(({ alive }) => alive)).toEqual([3, 3, 2, 1]);
    expect(curve?.positions.map(({ mean }) => mean.value)).toEqual([2, 1, 3, 1]);
    expect(curve?.perReply.value).toBeCloseTo(16 / 3, 12);
    expect(curve).toMatchObject({ rollouts: 3, problems: 2, ended: 3 });
  });

  it('gives the part of the whole sum up to each position', () => {
    const shares = klCurve(some, options)?.positions.map(({ share }) => share.value);
    expect(shares).toEqual([6 / 16, 9 / 16, 15 / 16, 1]);
  });

  it('draws problems, not rollouts: where one problem alone is alive there is no interval', () => {
    const positions = klCurve(some, options)?.positions ?? [];
    expect(positions[0]?.mean.interval).toEqual([0, 3]);
    expect(positions[3]?.mean.interval).toBeNull();
    const one = klCurve([rollout('a', 1), rollout('a', 3)], options);
    expect(one?.positions[0]?.mean).toEqual({ value: 2, interval: null });
  });

  it('holds the cohort to the same texts at every position', () => {
    const cohort = cohortOf(some, 3);
    expect(cohort.map(({ kl }) => kl)).toEqual([
      [2, 2, 2],
      [0, 1, 4],
    ]);
    const curve = klCurve(cohort, options);
    expect(curve?.positions.map(({ alive }) => alive)).toEqual([2, 2, 2]);
    expect(curve?.positions.map(({ mean }) => mean.value)).toEqual([1, 1.5, 3]);
  });

  it('shows survivor bias: the mean rises where no text gets worse', () => {
    const easy = [rollout('a', 1), rollout('b', 1), rollout('c', 1)];
    const hard = rollout('d', 9, 9);
    const curve = klCurve([...easy, hard], options);
    expect(curve?.positions.map(({ mean }) => mean.value)).toEqual([3, 9]);
    expect(klCurve(cohortOf([...easy, hard], 2), options)?.positions[0]?.mean.value).toBe(9);
  });

  it('has no shares where the models agree everywhere', () => {
    const curve = klCurve([rollout('a', 0, 0), rollout('b', 0, 0)], options);
    expect(curve?.positions[0]?.share).toEqual({ value: Number.NaN, interval: null });
  });

  it('is none for nothing, and refuses what is no number', () => {
    expect(klCurve([], options)).toBeNull();
    expect(() => klCurve([rollout('a', Number.NaN)], options)).toThrow(RangeError);
  });
});

describe('medianLength', () => {
  it('is reached by at least half', () => {
    expect(medianLength(some)).toBe(3);
    expect(medianLength([])).toBe(0);
    expect(medianLength([rollout('a', 1), rollout('a', 1, 1)])).toBe(2);
  });
});
