import { expect, test } from 'vitest';
import { scoreEcho } from './scoreEcho.ts';

test('takes the tokens of the continuation, with the one that crosses the seam', () => {
  const echoed = {
    tokens: ['<s>', 'The sky', ' i', 's bl', 'ue', '.'],
    logprobs: [null, -1, -2, -3, -4, -5],
  };
  expect(scoreEcho(echoed, 'The sky is', ' blue')).toEqual({
    tokens: ['s bl', 'ue'],
    logprobs: [-3, -4],
  });
});

test('is nothing where the text does not come back as it was given', () => {
  const written = { tokens: [' blue'], logprobs: [-1] };
  expect(scoreEcho(written, 'The sky is', ' blue')).toBeNull();
  const later = { tokens: ['x'.repeat(50), 'a', 'b'], logprobs: [-1, -1, -1] };
  expect(scoreEcho(later, 'a', 'b')).toBeNull();
});

test('is nothing where a token of it has no log-probability', () => {
  expect(scoreEcho({ tokens: ['blue', '.'], logprobs: [null, -1] }, '', 'blue')).toBeNull();
});
