import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { logSoftmax } from './logSoftmax.ts';
import { hasLogit, tokenPicker } from './pickToken.ts';

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

test('a pick from a row without a number is known for one', () => {
  const samplings = [
    { kind: 'greedy' },
    { kind: 'sample', temperature: 0.7, topP: 0.9, seed: 1 },
    { kind: 'sample', temperature: 1, topP: 1, topK: 3, seed: 1 },
  ] as const;
  for (const sampling of samplings) {
    const isNumber = (row: readonly number[]): boolean => {
      const logits = Float32Array.from(row);
      return hasLogit(logits, tokenPicker(sampling)(logits));
    };
    expect(isNumber([NaN, NaN, NaN, NaN])).toBe(false);
    expect(isNumber([-Infinity, -Infinity, -Infinity])).toBe(false);
    expect(isNumber([NaN, -Infinity])).toBe(false);
    expect(isNumber([-Infinity, -3, -Infinity])).toBe(true);
    expect(isNumber([...ROW])).toBe(true);
  }
  expect(hasLogit(Float32Array.of(), 0)).toBe(false);
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

test('top k draws from so many of the likeliest, and top p from them', () => {
  const two = (topP: number): number[] => {
    const pick = tokenPicker({ kind: 'sample', temperature: 1, topP, topK: 2, seed: 1 });
    const counts = [0, 0, 0, 0];
    for (let draw = 0; draw < DRAWS; draw++) {
      const token = pick(ROW);
      counts[token] = (counts[token] ?? 0) + 1;
    }
    return counts.map((count) => count / DRAWS);
  };
  expectShares(two(1), [3 / 8, 0, 5 / 8, 0]);
  // 0.5 of the 0.8 that the two have together: 0.6 is reached by the first alone.
  expect(two(0.6)).toEqual([0, 0, 1, 0]);
  expect(tokenPicker({ kind: 'sample', temperature: 5, topP: 1, topK: 1, seed: 9 })(ROW)).toBe(2);
});

test('draws the token that laying all of them out in order gives', () => {
  fc.assert(
    fc.property(
      // Few different values, so that many are equal.
      fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 40 }),
      fc.record({
        temperature: fc.constantFrom(0.5, 1, 2),
        topP: fc.constantFrom(0.1, 0.5, 0.9, 1),
        seed: fc.nat(),
      }),
      (values, { temperature, topP, seed }) => {
        const row = Float32Array.from(values);
        const pick = tokenPicker({ kind: 'sample', temperature, topP, seed });
        const random = createRandom(String(seed));
        for (let draw = 0; draw < 5; draw++) {
          expect(pick(row)).toBe(laidOut(row, temperature, topP, random.next()));
        }
      },
    ),
  );
});

/** The definition, token by token: seeds that were used before must go on to give what they gave. */
function laidOut(row: Float32Array, temperature: number, topP: number, point: number): number {
  const logprobs = logSoftmax(row.map((logit) => logit / temperature));
  const order = [...logprobs.keys()].sort(
    (a, b) => (logprobs[b] ?? 0) - (logprobs[a] ?? 0) || a - b,
  );
  const nucleus: { token: number; upTo: number }[] = [];
  let mass = 0;
  for (const token of order) {
    mass += Math.exp(logprobs[token] ?? -Infinity);
    nucleus.push({ token, upTo: mass });
    if (mass >= topP) break;
  }
  return nucleus.find(({ upTo }) => point * mass < upTo)?.token ?? -1;
}
