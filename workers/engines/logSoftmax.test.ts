import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logProbability, logSoftmax, renormalise } from './logSoftmax.ts';

const logits = fc
  .array(fc.float({ noNaN: true, noDefaultInfinity: true, min: -500, max: 500 }), { minLength: 1 })
  .map((values) => Float32Array.from(values));

test('probabilities sum to 1, however large the logits', () => {
  fc.assert(
    fc.property(logits, (row) => {
      const sum = logSoftmax(row).reduce((total, value) => total + Math.exp(value), 0);
      expect(sum).toBeCloseTo(1, 9);
    }),
  );
});

test('one token’s log-probability is its place in the whole row', () => {
  const row = Float32Array.of(1, 2, 3);
  // ln(e^3 / (e + e^2 + e^3)), by hand.
  expect(logProbability(row, 2)).toBeCloseTo(-0.40760596, 8);
  expect(logSoftmax(row)[2]).toBeCloseTo(logProbability(row, 2), 12);
  expect(logProbability(row, 3)).toBe(-Infinity);
});

test('renormalising keeps ratios and bears impossible labels', () => {
  const [a = NaN, b = NaN] = renormalise([Math.log(0.02), Math.log(0.01)]);
  expect(a).toBeCloseTo(2 / 3, 12);
  expect(b).toBeCloseTo(1 / 3, 12);
  expect(renormalise([-800, -Infinity])).toEqual([1, 0]);
  expect(renormalise([-Infinity, -Infinity])).toEqual([0.5, 0.5]);
});
