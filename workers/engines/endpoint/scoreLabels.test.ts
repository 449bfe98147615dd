import { expect, test } from 'vitest';
import { scoreLabels } from './scoreLabels.ts';

function candidates(probabilities: Record<string, number>) {
  return Object.entries(probabilities).map(([token, probability]) => ({
    token,
    logprob: Math.log(probability),
  }));
}

function probabilities(given: Record<string, number>, labels: readonly string[]): number[] {
  const scores = scoreLabels(candidates(given), labels);
  if (scores.kind !== 'scored') throw new Error(scores.kind);
  return scores.logprobs.map((logprob) => Number(Math.exp(logprob).toFixed(6)));
}

test('a label is its own tokens, whatever blanks stand before them, and no other case of them', () => {
  const given = { yes: 0.5, ' yes': 0.125, Yes: 0.2, '\nno': 0.125, x: 0.0001 };
  expect(probabilities(given, ['yes', 'no'])).toEqual([0.625, 0.125]);
});

test('a label of several tokens is what the longest of its beginnings has', () => {
  const given = { un: 0.3, unsup: 0.25, ' unsup': 0.05, supported: 0.3, x: 0.0001 };
  expect(probabilities(given, ['supported', 'unsupported'])).toEqual([0.3, 0.3]);
});

test('a whole label is taken before a beginning of it, and before a longer label’s', () => {
  const given = { A: 0.5, AB: 0.25, x: 0.0001 };
  expect(probabilities(given, ['A', 'AB'])).toEqual([0.5, 0.25]);
  expect(scoreLabels(candidates({ A: 0.5, x: 0.001 }), ['AB', 'AC'])).toEqual({
    kind: 'alike',
    label: 'AB',
  });
});

test('what is not named has the least that is named, where that is next to nothing', () => {
  expect(probabilities({ yes: 0.99, x: 0.0005 }, ['yes', 'no'])).toEqual([0.99, 0.0005]);
  expect(scoreLabels(candidates({ yes: 0.99, x: 0.002 }), ['yes', 'no'])).toEqual({
    kind: 'unseen',
    logprobs: [Math.log(0.99), NaN],
  });
  // Each alone would do; both together are more than a thousandth.
  expect(scoreLabels(candidates({ yes: 0.99, x: 0.0006 }), ['a', 'b']).kind).toBe('unseen');
});

test('a server that names what it wrote and no more is not believed to be sure of it', () => {
  expect(scoreLabels(candidates({ yes: 1 }), ['yes', 'no']).kind).toBe('unseen');
});

test('rounding makes no probability above 1', () => {
  const [first] = probabilities({ yes: 0.9999999, ' yes': 0.0000002, x: 1e-9 }, ['yes', 'no']);
  expect(first).toBe(1);
});

test('stays finite where a server writes −9999 for the impossible', () => {
  const given = [
    { token: 'yes', logprob: 0 },
    { token: 'no', logprob: -9999 },
  ];
  expect(scoreLabels(given, ['yes', 'no'])).toEqual({ kind: 'scored', logprobs: [0, -9999] });
});
