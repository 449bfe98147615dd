import { expect, test } from 'vitest';
import { tokenPicker } from './pickToken.ts';

/** Probabilities 0.5, 0.3, 0.15 and 0.05, out of order. */
const ROW = Float32Array.from([0.3, 0.05, 0.5, 0.15], Math.log);
const DRAWS = 4000;

function shares(temperature: number, topP: number, seed = 1): number[] {
  const pick = tokenPicker({ kind: 'sample', temperature, topP, seed });
  const counts = [0, 0, 0, 0];
  for (let draw = 0; draw < DRAWS; draw++) {
    const token = pick(ROW);
    counts[token] = (counts[token] ?? 0) + 1;
  }
  return counts.map((count) => count / DRAWS);
}

function expectShares(got: readonly number[], want: readonly number[]): void {
  // Three standard errors of a share of one half.
  const most = 3 * Math.sqrt(0.25 / DRAWS);
  for (const [token, share] of got.entries()) {
    expect(Math.abs(share - (want[token] ?? NaN))).toBeLessThan(most);
  }
}

test('greedy takes the likeliest, and the first of equals', () => {
  const pick = tokenPicker({ kind: 'greedy' });
  expect(pick(ROW)).toBe(2);
  expect(pick(Float32Array.of(1, 3, 3))).toBe(1);
});

test('draws in proportion to the probabilities', () => {
  expectShares(shares(1, 1), [0.3, 0.05, 0.5, 0.15]);
});

test('a higher temperature flattens: probabilities are raised to its inverse', () => {
  const roots = [0.3, 0.05, 0.5, 0.15].map(Math.sqrt);
  const sum = roots.reduce((total, root) => total + root, 0);
  expectShares(
    shares(2, 1),
    roots.map((root) => root / sum),
  );
});

test('draws from the smallest set that reaches top p', () => {
  const got = shares(1, 0.75);
  expect(got[1]).toBe(0);
  expect(got[3]).toBe(0);
  expectShares(got, [3 / 8, 0, 5 / 8, 0]);
  expect(shares(1, 0.4)).toEqual([0, 0, 1, 0]);
});

test('a seed settles every draw', () => {
  expect(shares(1, 1, 7)).toEqual(shares(1, 1, 7));
  expect(shares(1, 1, 7)).not.toEqual(shares(1, 1, 8));
});

test('a temperature of 0 is greedy', () => {
  expect(tokenPicker({ kind: 'sample', temperature: 0, topP: 1, seed: 1 })(ROW)).toBe(2);
});
