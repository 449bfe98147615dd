import { describe, expect, it } from 'vitest';
import type { GenerateReply, ModelCall, ModelReply } from '../../calls/call.ts';
import { callIdentity } from '../../calls/identity.ts';
import type { LocalModelRef } from '../../calls/model.ts';
import type { ArithmeticItem } from '../../packs/multistepArithmetic.ts';
import type { PlayOf } from '../../protocols/protocol.ts';
import { workedAnswer } from '../../protocols/workedAnswer/protocol.ts';
import { pilotCost } from './pilotCost.ts';
import type { KlSpec, PrefixSpec } from './pilotSpec.ts';
import { drawSeed, pilotProblems } from './pilotSpec.ts';
import { playKl } from './playKl.ts';
import { playPrefix } from './playPrefix.ts';
import { givesAway, pilotProblem, type PilotProblem } from './problem.ts';

function model(id: string): LocalModelRef {
  return { source: 'bundled', id, revision: '1', dtype: 'fp32', device: 'wasm' };
}

function problemOf(id: string, answer: number): PilotProblem {
  const item: ArithmeticItem = {
    id,
    cluster: id,
    stratum: 'steps-01',
    lines: ['start at 3', `now add ${String(answer - 3)}`],
    steps: [`3 + ${String(answer - 3)} = ${String(answer)}`],
    answer,
  };
  const made = pilotProblem(
    { id, cluster: id, stratum: 's', play: (roles) => workedAnswer.play(item, roles) },
    String(answer),
  );
  if (made === null) throw new Error('no problem');
  return made;
}

const base = {
  student: model('s'),
  teacher: model('t'),
  pack: { id: 'p', hash: 'h', protocol: { id: 'worked-answer', version: 1 } },
  problems: 2,
  mostTokens: 30,
  seed: 'seed',
};
const klSpec: KlSpec = { kind: 'kl', ...base, rollouts: 2 };
const prefixSpec: PrefixSpec = { kind: 'prefix', ...base, ladder: [2, 4, 8], samples: 0 };

/** A reply whose tokens are its letters, and the mark that ends it. */
function letters(text: string): GenerateReply {
  return {
    kind: 'generate',
    text,
    finishReason: 'stop',
    promptTokens: 5,
    newTokens: text.length,
    tokens: [...Array.from(text, (letter) => letter.charCodeAt(0)), 0],
    textLengths: [...Array.from(text, (_, at) => at + 1), text.length],
    latencyMs: 1,
  };
}

function play<Outcome>(
  generator: PlayOf<Outcome>,
  answer: (call: ModelCall) => ModelReply,
): { outcome: Outcome; asked: ModelCall[] } {
  const asked: ModelCall[] = [];
  let step = generator.next([]);
  while (step.done !== true) {
    asked.push(...step.value);
    step = generator.next(step.value.map(answer));
  }
  return { outcome: step.value, asked };
}

describe('pilotProblem', () => {
  it('marks a text as the protocol does', () => {
    const problem = problemOf('x', 66);
    expect(problem.mark('1 3 + 63 = 66\nAnswer 66')).toBe(true);
    expect(problem.mark('Answer 65')).toBe(false);
  });

  it('is none where a protocol asks for more than one text', () => {
    const item = {
      id: 'x',
      cluster: 'x',
      stratum: 's',
      *play(): ReturnType<typeof workedAnswer.play> {
        yield [{ kind: 'embed', model: model('e'), text: 'x' }];
        throw new Error('not reached');
      },
    };
    expect(pilotProblem(item, null)).toBeNull();
  });
});

describe('givesAway', () => {
  const problem = problemOf('x', 66);
  it.each(['1 3 + 63 = 66', '66 -', 'Answer 66', 'is 66.'])('finds the answer in %j', (text) => {
    expect(givesAway(problem, text)).toBe(true);
  });
  it.each(['1 3 + 63 = ', '1 3 + 63 = 6', '660', '166', '66.5', '1.66', ''])(
    'finds none in %j',
    (text) => {
      expect(givesAway(problem, text)).toBe(false);
    },
  );
});

describe('playKl', () => {
  it('has both models read the very tokens that the student wrote, its end mark too', () => {
    const { outcome, asked } = play(playKl(problemOf('x', 66), 1, klSpec), (call) =>
      call.kind === 'generate'
        ? letters('Answer 66')
        : {
            kind: 'compare',
            ids: [],
            tokens: [],
            student: { logprobs: [], entropies: [], ranks: [] },
            teacher: { logprobs: [], entropies: [], ranks: [] },
            reverseKl: [0.5, 0.25],
            forwardKl: [],
            jensenShannon: [],
            samePrompt: true,
            promptTokens: 5,
            latencyMs: 1,
          },
    );
    expect(outcome).toEqual({
      problem: 'x',
      cluster: 'x',
      kl: [0.5, 0.25],
      ended: true,
      correct: true,
    });
    const [written, read] = asked;
    expect(written).toMatchObject({
      model: klSpec.student,
      maxNewTokens: 30,
      listTokens: true,
      sampling: {
        kind: 'sample',
        temperature: 1,
        topP: 1,
        seed: drawSeed('seed', 'x', 'rollout', 1),
      },
    });
    expect(read).toMatchObject({
      kind: 'compare',
      model: klSpec.student,
      teacher: klSpec.teacher,
      reply: letters('Answer 66').tokens,
    });
  });

  it('draws every rollout from a stream of its own', () => {
    const seeds = ['a', 'b'].flatMap((id) => [0, 1].map((at) => drawSeed('1', id, 'rollout', at)));
    expect(new Set(seeds).size).toBe(4);
  });
});

describe('playPrefix', () => {
  const problem = problemOf('x', 66);
  const donor = problemOf('y', 50);

  function answerOf(call: ModelCall): ModelReply {
    if (call.kind !== 'generate') throw new Error('only texts are asked for');
    const isDonor = call.messages === donor.call.messages;
    if (call.listTokens) return letters(isDonor ? 'say 47 = 50' : 'say 63 = 66');
    // It is right after four tokens, whoever they are of, and wrong otherwise.
    return { ...letters(call.beginning?.length === 4 ? 'Answer 66' : 'Answer 1'), tokens: [] };
  }

  it('continues from the first k tokens of each, and leaves out what holds the answer or is short', () => {
    const { outcome, asked } = play(playPrefix(problem, donor, prefixSpec), answerOf);
    expect(outcome.rungs.map(({ k, leftOut }) => [k, leftOut])).toEqual([
      [2, null],
      [4, null],
      [8, null],
    ]);
    expect(outcome.rungs[1]?.shares).toEqual({ teacher: 1, own: 1, other: 1 });
    expect(outcome.alone).toBe(0);
    const begun = asked.filter((call) => call.kind === 'generate' && call.beginning?.length === 4);
    expect(begun).toHaveLength(3);
    expect(begun[0]).toMatchObject({ maxNewTokens: 26, sampling: { kind: 'greedy' } });
    const long: PrefixSpec = { ...prefixSpec, ladder: [11, 12] };
    expect(play(playPrefix(problem, donor, long), answerOf).outcome.rungs).toEqual([
      { k: 11, leftOut: 'gives-away', shares: null },
      { k: 12, leftOut: 'short', shares: null },
    ]);
  });

  it('asks the donor’s reply as the donor’s own unit does, so that it is asked once', () => {
    const own = play(playPrefix(donor, problem, prefixSpec), answerOf).asked[0];
    const lent = play(playPrefix(problem, donor, prefixSpec), answerOf).asked[2];
    if (own === undefined || lent === undefined) throw new Error('nothing was asked');
    expect(callIdentity(lent)).toBe(callIdentity(own));
  });
});

describe('planning', () => {
  it('takes the first of a shuffle that a longer pilot begins with', () => {
    const ids = Array.from({ length: 30 }, (_, at) => `i${String(at)}`);
    expect(pilotProblems('h', ids, 20).slice(0, 8)).toEqual(pilotProblems('h', ids, 8));
    expect(pilotProblems('h', ids, 8)).not.toEqual(pilotProblems('other', ids, 8));
  });

  it('bounds what is asked from above', () => {
    expect(pilotCost(klSpec)).toEqual({ replies: 4, comparisons: 4, tokens: 120 });
    // Two sources, one alone and nine continuations for each of two problems.
    expect(pilotCost(prefixSpec).replies).toBe(2 * (2 + 1 + 9));
  });
});
