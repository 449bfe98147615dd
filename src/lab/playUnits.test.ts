import { describe, expect, it } from 'vitest';
import { RANDOM_MODEL, randomReply } from '../core/models/randomReply.ts';
import type { ModelCall, ModelReply } from '../core/calls/call.ts';
import { choose, generate } from '../core/calls/build.ts';
import { callIdentity } from '../core/calls/identity.ts';
import { ModelFailureError } from '../core/models/failure.ts';
import { ask, type Play } from '../core/protocols/protocol.ts';
import type { Unit } from '../core/runs/plan.ts';
import type { ScoredUnit } from '../core/runs/player.ts';
import { playUnits, type Answerer, type Memo, type PlayOptions } from './playUnits.ts';

const units: Unit[] = Array.from({ length: 30 }, (_, index) => ({
  key: `i${String(index)}#1`,
  itemId: `i${String(index)}`,
  epoch: 1,
}));

/** A student answers, a judge marks the answer: the second call depends on the first reply. */
function* twoRoles(unit: Unit): Play {
  const message = (content: string) => [{ role: 'user' as const, content }];
  const [answer] = yield* ask([
    generate(RANDOM_MODEL, message(`Say something of ${unit.itemId}`), {
      maxNewTokens: 8,
      answerSpace: { kind: 'text' },
    }),
  ]);
  const [mark] = yield* ask([choose(RANDOM_MODEL, message(`Mark ${answer.text}`), ['yes', 'no'])]);
  return {
    values: { p: mark.probabilities[0] ?? null },
    detail: { answer: answer.text, readable: true, criteria: [], evidence: null },
  };
}

class TableMemo implements Memo {
  readonly rows = new Map<string, ModelReply>();
  find(identities: readonly string[]): Promise<Map<string, ModelReply>> {
    const found = identities.flatMap((identity) => {
      const reply = this.rows.get(identity);
      return reply === undefined ? [] : [[identity, reply] as const];
    });
    return Promise.resolve(new Map(found));
  }
  remember(identity: string, _modelKey: string, reply: ModelReply): Promise<void> {
    this.rows.set(identity, reply);
    return Promise.resolve();
  }
}

/** The random baseline, counting what it was asked; `failAt` fails that call, once. */
class CountingAnswerer implements Answerer {
  readonly asked: string[] = [];
  loads = 0;
  failAt: number | null = null;
  signal: AbortSignal | null = null;
  failure: ModelFailureError = failure('worker-died');
  load() {
    this.loads += 1;
    return Promise.resolve({ key: 'random', hardware: '', runtime: '', loadMs: 0 });
  }
  private answer(call: ModelCall): Promise<ModelReply> {
    if (this.asked.length === this.failAt) {
      this.failAt = null;
      return Promise.reject(this.failure);
    }
    this.asked.push(callIdentity(call));
    return Promise.resolve(randomReply(call));
  }
  /** From the last to the first, because replies may come in any order. */
  async answerMany(
    calls: Parameters<Answerer['answerMany']>[0],
    onReply: Parameters<Answerer['answerMany']>[1],
  ): Promise<void> {
    for (const [index, call] of [...calls.entries()].toReversed()) {
      if (this.signal?.aborted === true) throw failure('aborted');
      onReply(index, await this.answer(call));
      // The page keeps a reply while the worker is at the next.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
}

function failure(code: 'worker-died' | 'does-not-fit' | 'aborted'): ModelFailureError {
  return new ModelFailureError({ code, message: 'It ended.', remedy: 'Resume.' });
}

async function play(
  memo: Memo,
  answerer: Answerer,
  options: Partial<PlayOptions> = {},
): Promise<ScoredUnit[]> {
  const scored: ScoredUnit[] = [];
  await playUnits({
    units,
    start: twoRoles,
    memo,
    answerer,
    signal: new AbortController().signal,
    onLoaded: () => undefined,
    onReply: () => Promise.resolve(),
    onScored: (unit) => {
      scored.push(unit);
      return Promise.resolve();
    },
    ...options,
  });
  return scored;
}

const byKey = (scored: readonly ScoredUnit[]) =>
  new Map(scored.map(({ unit, score }) => [unit.key, score]));

describe('playUnits', () => {
  it('asks every call once, and none at all the second time', async () => {
    const memo = new TableMemo();
    const first = new CountingAnswerer();
    const scored = await play(memo, first);
    expect(scored).toHaveLength(units.length);
    expect(new Set(first.asked).size).toBe(first.asked.length);

    const second = new CountingAnswerer();
    const replayed = await play(memo, second);
    expect(second.asked).toEqual([]);
    expect(second.loads).toBe(0);
    expect(byKey(replayed)).toEqual(byKey(scored));
  });

  it.each([0, 1, 7, 29, 44])('goes on after being stopped at call %i', async (stopAt) => {
    const memo = new TableMemo();
    const answerer = new CountingAnswerer();
    const stopper = new AbortController();
    answerer.signal = stopper.signal;
    const before = await play(memo, answerer, {
      signal: stopper.signal,
      onReply: () => {
        if (answerer.asked.length > stopAt) stopper.abort();
        return Promise.resolve();
      },
    });
    expect(before.length).toBeLessThan(units.length);
    const done = new Set(before.map(({ unit }) => unit.key));
    answerer.signal = null;
    const after = await play(memo, answerer, {
      units: units.filter((unit) => !done.has(unit.key)),
    });
    expect(new Set(answerer.asked).size).toBe(answerer.asked.length);
    const whole = await play(new TableMemo(), new CountingAnswerer());
    expect(byKey([...before, ...after])).toEqual(byKey(whole));
  });

  it('replaces a dead worker and loses nothing', async () => {
    const answerer = new CountingAnswerer();
    answerer.failAt = 11;
    const scored = await play(new TableMemo(), answerer);
    expect(scored).toHaveLength(units.length);
    expect(new Set(answerer.asked).size).toBe(answerer.asked.length);
  });

  it('gives up on what trying again cannot mend, and keeps what was answered', async () => {
    const memo = new TableMemo();
    const answerer = new CountingAnswerer();
    answerer.failAt = 5;
    answerer.failure = failure('does-not-fit');
    await expect(play(memo, answerer)).rejects.toThrow('It ended. Resume.');
    expect(memo.rows.size).toBe(5);
  });
});
