import { describe, expect, it } from 'vitest';
import { compareRows } from './compareRows.ts';

describe('compareRows', () => {
  // The worked example of two distributions over four tokens.
  const student = Float32Array.from([0.5, 0.3, 0.15, 0.05].map(Math.log));
  const teacher = Float32Array.from([0.2, 0.6, 0.1, 0.1].map(Math.log));

  it('gives the divergences, entropy, rank and log-probabilities of the worked example', () => {
    const pair = compareRows(student, teacher, 1);
    expect(pair.reverseKl).toBeCloseTo(0.2763636189573213, 6);
    expect(pair.forwardKl).toBeCloseTo(0.26139836920631426, 6);
    expect(pair.jensenShannon).toBeCloseTo(0.06545642782417153, 6);
    expect(pair.student.entropy).toBeCloseTo(1.1421200429883351, 6);
    expect(pair.student.logprob).toBeCloseTo(Math.log(0.3), 6);
    expect(pair.student.rank).toBe(2);
    expect(pair.teacher.rank).toBe(1);
  });

  it('is not moved by a constant that is added to a row', () => {
    const shifted = teacher.map((logit) => logit + 80);
    expect(compareRows(student, shifted, 0).reverseKl).toBeCloseTo(0.2763636189573213, 5);
  });

  it('is never below zero for rows that are the same', () => {
    const row = Float32Array.from({ length: 578 }, (_, at) => Math.sin(at) * 7);
    const { reverseKl, forwardKl, jensenShannon } = compareRows(row, row, 3);
    expect([reverseKl, forwardKl, jensenShannon]).toEqual([0, 0, expect.closeTo(0, 12)]);
  });

  it('refuses rows over other vocabularies, and tokens outside them', () => {
    expect(() => compareRows(student, teacher.subarray(0, 3), 1)).toThrow(RangeError);
    expect(() => compareRows(student, teacher, 4)).toThrow(RangeError);
  });
});
