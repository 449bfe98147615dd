import { expect, it } from 'vitest';
import type { ModelReply } from '../core/calls/call.ts';
import { usageOfScores } from './usageOfScores.ts';

const replies = new Map<string, ModelReply>([
  [
    'written',
    {
      kind: 'generate',
      text: 'yes',
      finishReason: 'stop',
      promptTokens: 40,
      newTokens: 3,
      latencyMs: 1,
    },
  ],
  ['chosen', { kind: 'choose', logprobs: [0], probabilities: [1], promptTokens: 25, latencyMs: 1 }],
  ['embedded', { kind: 'embed', vector: [1], latencyMs: 1 }],
]);

const memo = {
  find: async (identities: readonly string[]) =>
    await Promise.resolve(
      new Map([...replies].filter(([identity]) => identities.includes(identity))),
    ),
};

it('counts each reply once, whoever uses it', async () => {
  const scores = [{ calls: ['written', 'chosen'] }, { calls: ['chosen', 'embedded'] }];
  expect(await usageOfScores(memo, scores)).toEqual({ promptTokens: 65, newTokens: 3 });
});

it('gives no sum where a reply is gone', async () => {
  expect(await usageOfScores(memo, [{ calls: ['written', 'gone'] }])).toBeUndefined();
});
