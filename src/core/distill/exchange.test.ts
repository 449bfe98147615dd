import { expect, test } from 'vitest';
import { exchangeLogits, exchangeTokens } from './exchange.ts';

test('two tokens change places, and a second time change them back', () => {
  const tokens = [3, 1, 2, 1, 0];
  const once = exchangeTokens(tokens, [1, 2]);
  expect(once).toEqual([3, 2, 1, 2, 0]);
  expect(exchangeTokens(once, [1, 2])).toEqual(tokens);
});

test('so do their logits at every place', () => {
  const logits = Float32Array.of(0, 1, 2, 3, 10, 11, 12, 13);
  exchangeLogits(logits, 4, [1, 3]);
  expect([...logits]).toEqual([0, 3, 2, 1, 10, 13, 12, 11]);
});
