import { describe, expect, it } from 'vitest';
import type { PrefixOutcome, PrefixRung } from './outcomes.ts';
import { prefixCurve } from './prefixCurve.ts';

function outcome(problem: string, alone: number, ...rungs: PrefixRung[]): PrefixOutcome {
  return {
    problem,
    cluster: problem,
    lengths: { teacher: 20, own: 20, other: 20 },
    teacherCorrect: true,
    alone,
    rungs,
  };
}

function rung(k: number, teacher: number, own: number, other: number): PrefixRung {
  return { k, leftOut: null, shares: { teacher, own, other } };
}

const options = { resamples: 400, seed: 'test' };

describe('prefixCurve', () => {
  const curve = prefixCurve(
    [
      outcome('a', 1, rung(4, 1, 1, 0), { k: 8, leftOut: 'gives-away', shares: null }),
      outcome('b', 0, rung(4, 1, 0, 0), rung(8, 1, 0, 0)),
      outcome(
        'c',
        0,
        { k: 4, leftOut: 'short', shares: null },
        { k: 8, leftOut: 'short', shares: null },
      ),
    ],
    options,
  );

  it('has the same problems for every arm at a length, and counts those left out by reason', () => {
    expect(
      curve?.points.map(({ k, problems, short, givesAway }) => [k, problems, short, givesAway]),
    ).toEqual([
      [4, 2, 1, 0],
      [8, 1, 1, 1],
    ]);
    const { accuracy } = curve?.points[0] ?? {};
    expect(accuracy?.alone.value).toBe(0.5);
    expect(accuracy?.teacher.value).toBe(1);
    expect(accuracy?.own.value).toBe(0.5);
    expect(accuracy?.other.value).toBe(0);
  });

  it('pairs the gains problem by problem', () => {
    const { gain } = curve?.points[0] ?? {};
    expect(gain?.own.value).toBe(0.5);
    expect(gain?.own.interval).toEqual([0, 1]);
    // Right after the teacher's and wrong after another's in every problem: no resample differs.
    expect(gain?.other).toEqual({ value: 1, interval: [1, 1] });
  });

  it('has no interval over one problem, and no figures over none', () => {
    expect(curve?.points[1]?.accuracy?.teacher).toEqual({ value: 1, interval: null });
    const none = prefixCurve([outcome('a', 1, { k: 4, leftOut: 'short', shares: null })], options);
    expect(none?.points[0]).toMatchObject({ problems: 0, accuracy: null, gain: null });
    expect(prefixCurve([], options)).toBeNull();
  });

  it('gives the accuracy of student and teacher over all problems', () => {
    expect(curve?.alone.value).toBeCloseTo(1 / 3, 12);
    expect(curve?.teacher.value).toBe(1);
  });
});
