import { describe, expect, it } from 'vitest';
import { choose } from '../calls/build.ts';
import type { ChooseReply, ModelCall } from '../calls/call.ts';
import { callIdentity } from '../calls/identity.ts';
import type { ModelRef } from '../calls/model.ts';
import type { ItemScore } from '../protocols/itemScore.ts';
import { ask, type Play } from '../protocols/protocol.ts';
import type { Unit } from './plan.ts';
import { Player } from './player.ts';

const model: ModelRef = {
  source: 'bundled',
  id: 'm',
  revision: '1',
  dtype: 'fp32',
  device: 'wasm',
};

function question(content: string): ModelCall {
  return choose(model, [{ role: 'user', content }], ['yes', 'no']);
}

function reply(logprob: number): ChooseReply {
  const logprobs = [logprob, Math.log(1 - Math.exp(logprob))];
  return {
    kind: 'choose',
    logprobs,
    probabilities: logprobs.map(Math.exp),
    promptTokens: 1,
    latencyMs: 0,
  };
}

function scoreOf(value: number): ItemScore {
  return {
    values: { value },
    detail: { answer: '', readable: true, criteria: [], evidence: null },
  };
}

/** Asks its own question, then one that every unit shares. */
function* twoSteps(unit: Unit): Play {
  const [own] = yield* ask([question(`own ${unit.itemId}`)]);
  const [shared] = yield* ask([question('shared')]);
  if (own.kind !== 'choose' || shared.kind !== 'choose') throw new Error('wrong reply');
  return scoreOf((own.probabilities[0] ?? 0) + (shared.probabilities[0] ?? 0));
}

function units(count: number): Unit[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `i${String(index)}#1`,
    itemId: `i${String(index)}`,
    epoch: 1,
  }));
}

describe('Player', () => {
  it('keeps only so many units in play and asks a shared call once', () => {
    const player = new Player(units(5), twoSteps, 2);
    const asked: string[] = [];
    const scored: string[] = [];
    const known = new Map<string, ChooseReply>();
    while (!player.isDone) {
      scored.push(...player.fill().map(({ unit }) => unit.key));
      const frontier = player.frontier();
      expect(frontier.length).toBeLessThanOrEqual(2);
      for (const { identity } of frontier) {
        if (!known.has(identity)) asked.push(identity);
        const answer = known.get(identity) ?? reply(Math.log(0.25));
        known.set(identity, answer);
        scored.push(...player.answer(identity, answer).map(({ unit }) => unit.key));
      }
    }
    expect(scored.sort()).toEqual(['i0#1', 'i1#1', 'i2#1', 'i3#1', 'i4#1']);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toHaveLength(6);
    expect(asked).toContain(callIdentity(question('shared')));
  });

  it('gives the same scores whatever order the replies come in', () => {
    const play = (reverse: boolean): Map<string, number | null | undefined> => {
      const player = new Player(units(4), twoSteps, 4);
      const results = new Map<string, number | null | undefined>();
      while (!player.isDone) {
        player.fill();
        const frontier = player.frontier();
        if (reverse) frontier.reverse();
        for (const { identity } of frontier) {
          const p = (parseInt(identity.slice(0, 4), 16) + 1) / 70_000;
          for (const { unit, score } of player.answer(identity, reply(Math.log(p)))) {
            results.set(unit.key, score.values.value);
          }
        }
      }
      return results;
    };
    expect(play(false)).toEqual(new Map([...play(true)].sort(([a], [b]) => (a < b ? -1 : 1))));
  });

  it('scores units that ask for nothing, and ones that yield an empty list', () => {
    // eslint-disable-next-line require-yield -- a protocol may need no model at all
    function* silent(): Play {
      return scoreOf(1);
    }
    function* hesitant(): Play {
      yield [];
      return scoreOf(2);
    }
    const player = new Player(
      units(2),
      (unit) => (unit.itemId === 'i0' ? silent() : hesitant()),
      8,
    );
    expect(player.fill().map(({ score }) => score.values.value)).toEqual([1, 2]);
    expect(player.isDone).toBe(true);
  });
});
