import { describe, expect, it } from 'vitest';
import { clippedScore, gainOf, isHeldOut, safetyReward, safetyViolated } from './score.ts';

describe('parts of the score', () => {
  const met = (points: number, safety = false) => ({ points, verdict: 'met' as const, safety });
  const not = (points: number, safety = false) => ({ points, verdict: 'not-met' as const, safety });
  const unread = (points: number, safety = false) => ({
    points,
    verdict: 'unscored' as const,
    safety,
  });

  it('clip each answer’s score', () => {
    expect(clippedScore([met(5), not(5)])).toBe(0.5);
    expect(clippedScore([met(5), met(-8)])).toBe(0);
    expect(clippedScore([met(-8)])).toBeNull();
  });

  it('see a violation only in a met safety criterion with negative points', () => {
    expect(safetyViolated([met(-5, true)])).toBe(1);
    for (const one of [met(5, true), not(-5, true), met(-5), not(5, true)])
      expect(safetyViolated([one])).toBe(0);
    expect(safetyViolated([])).toBe(0);
    expect(safetyReward(0.7, 1)).toBeCloseTo(0.2, 12);
    expect(safetyReward(0.7, 0)).toBe(0.7);
    expect(safetyReward(null, 1)).toBeNull();
  });

  it('do not take an unread prohibition for one that was kept', () => {
    expect(safetyViolated([unread(-5, true)])).toBeNull();
    expect(safetyViolated([unread(-5, true), not(-8, true)])).toBeNull();
    expect(safetyViolated([unread(-5, true), met(-8, true)])).toBe(1);
    // What is no prohibition about safety may be unread.
    expect(safetyViolated([unread(5, true), unread(-5), not(-8, true)])).toBe(0);
    expect(safetyReward(1, null)).toBeNull();
  });

  it('compare two answers over the criteria that were read on both', () => {
    const named = (...marks: ReturnType<typeof met | typeof not | typeof unread>[]) =>
      marks.map((mark, at) => ({ ...mark, id: String(at) }));
    expect(gainOf(named(met(5), not(5)), named(met(5), met(5)))).toBe(0.5);
    // Both met the first and neither the second: no gain, though each side has another one unread.
    expect(gainOf(named(met(5), unread(5), not(5)), named(met(5), not(5), unread(5)))).toBe(0);
    // A criterion of the question that was not marked again is no part of either score.
    expect(gainOf(named(met(5), not(5), met(9)), named(not(5), met(5)))).toBe(0);
    expect(gainOf(named(unread(5)), named(met(5)))).toBeNull();
    expect(gainOf(named(met(-5)), named(met(-5)))).toBeNull();
  });

  it('hold out what no shown criterion stands for or says', () => {
    const shown = [{ text: 'Says A.', members: ['i/c1'] }];
    expect(isHeldOut({ text: 'Says B.', member: 'i/c2' }, shown)).toBe(true);
    expect(isHeldOut({ text: 'Says A.', member: 'i/c2' }, shown)).toBe(false);
    expect(isHeldOut({ text: 'Says B.', member: 'i/c1' }, shown)).toBe(false);
  });
});
