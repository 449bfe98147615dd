import * as v from 'valibot';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { choose, generate } from '../../../src/core/calls/build.ts';
import type { GenerateCall, Message, ModelReply } from '../../../src/core/calls/call.ts';
import type { EndpointModelRef } from '../../../src/core/calls/model.ts';
import { endpointModel, type EndpointAccess } from '../../../src/core/endpoints/endpoint.ts';
import type { ModelFailure } from '../../../src/core/models/failure.ts';
import type { ConsultItem } from '../../../src/core/packs/consultRubrics.ts';
import { readChoice } from '../../../src/core/protocols/readChoice.ts';
import { weightedRubric } from '../../../src/core/protocols/weightedRubric/protocol.ts';
import type { Outcome } from '../../../src/rpc/modelWorker.ts';
import { EndpointEngine } from './endpointEngine.ts';
import { REQUEST_LIMITS } from './request.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    fakeEndpoint: string;
    closedPort: number;
  }
}

const server = inject('fakeEndpoint');
const host = new URL(server).host;
const never = new AbortController().signal;
const messages: readonly Message[] = [{ role: 'user', content: 'Is it so?' }];
/** As in `scripts/fakeEndpoint.ts`, which the browser cannot import. */
const MODEL = 'tiny/chat:1b';
const KEY = 'sk-right-0123456789';

let engine: EndpointEngine;
let servers = 0;

beforeEach(() => {
  engine = new EndpointEngine({ ...REQUEST_LIMITS, firstWaitMs: 5, timeoutMs: 10_000 });
});

/** An endpoint of its own, so that what it was asked is this test's. */
function at(scenario: string, changes: Partial<EndpointAccess> = {}): EndpointAccess {
  servers += 1;
  return {
    base: `${server}${scenario}~${String(Date.now())}-${String(servers)}/v1`,
    key: null,
    model: MODEL,
    ...changes,
  };
}

function known(access: EndpointAccess): EndpointModelRef {
  engine.setEndpoints([access]);
  return endpointModel(access);
}

function ask(access: EndpointAccess, changes: Partial<GenerateCall> = {}): GenerateCall {
  const settings = { maxNewTokens: 16, answerSpace: { kind: 'text' } } as const;
  return { ...generate(known(access), messages, settings), ...changes };
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value;
}

async function failureOf(outcome: Promise<Outcome<unknown>>): Promise<ModelFailure> {
  const settled = await outcome;
  if (settled.ok) throw new Error('It should have failed.');
  return settled.failure;
}

const askedSchema = v.array(
  v.object({ path: v.string(), authorization: v.string(), body: v.string() }),
);

async function requestsOf({ base }: EndpointAccess): Promise<v.InferOutput<typeof askedSchema>> {
  const all = v.parse(askedSchema, await (await fetch(`${server}requests`)).json());
  const { pathname } = new URL(base);
  return all.filter(({ path }) => path.startsWith(`${pathname}/`));
}

describe('writing', () => {
  test('sends what the call says and reads text, reason and counts', async () => {
    const access = at('ok');
    const reply = valueOf(await engine.generate(ask(access), never));
    expect(reply).toMatchObject({
      kind: 'generate',
      text: 'yes, in sentence 1\nand more',
      finishReason: 'stop',
      promptTokens: 12,
      newTokens: 7,
    });
    expect(reply.latencyMs).toBeGreaterThan(0);
    const [asked] = await requestsOf(access);
    expect(JSON.parse(asked?.body ?? '')).toEqual({
      model: MODEL,
      messages,
      max_tokens: 16,
      temperature: 0,
      stream: false,
    });
    expect(asked?.authorization).toBe('');
  });

  test('passes sampling and stops on, and cuts at a stop that the server overlooked', async () => {
    const access = at('talkative', { key: KEY });
    const sampling = { kind: 'sample', temperature: 0.7, topP: 0.9, seed: 11 } as const;
    const stop = ['!', 'W', 'X', 'Y', '\n', ''];
    const reply = valueOf(await engine.generate(ask(access, { sampling, stop }), never));
    expect(reply).toMatchObject({ text: 'yes, in sentence 1', finishReason: 'stop-string' });
    const [asked] = await requestsOf(access);
    expect(JSON.parse(asked?.body ?? '')).toMatchObject({
      temperature: 0.7,
      top_p: 0.9,
      seed: 11,
      stop: ['!', 'W', 'X', 'Y'],
    });
    expect(asked?.body).not.toContain('top_k');
    const few = at('ok');
    valueOf(await engine.generate(ask(few, { sampling: { ...sampling, topK: 40 } }), never));
    const [narrowed] = await requestsOf(few);
    expect(JSON.parse(narrowed?.body ?? '')).toMatchObject({ top_k: 40, top_p: 0.9 });
    expect(asked?.authorization).toBe(`Bearer ${KEY}`);
  });

  test('says that an answer was cut, and takes one without counts', async () => {
    const cut = valueOf(await engine.generate(ask(at('talkative')), never));
    expect(cut.finishReason).toBe('length');
    const uncounted = valueOf(await engine.generate(ask(at('no-list')), never));
    expect(uncounted).toMatchObject({ promptTokens: 0, newTokens: 0 });
  });

  test('waits for a busy and for a failing server, and asks again', async () => {
    const busy = at('limited-twice');
    valueOf(await engine.generate(ask(busy), never));
    expect(await requestsOf(busy)).toHaveLength(3);
    const failing = at('failing-once');
    valueOf(await engine.generate(ask(failing), never));
    expect(await requestsOf(failing)).toHaveLength(2);
  });
});

describe('choosing', () => {
  test('scores labels by the candidates for the first token', async () => {
    const access = at('ok');
    const reply = valueOf(
      await engine.choose(choose(known(access), messages, ['yes', 'no']), never),
    );
    // “yes” and “ yes” are one answer.
    expect(reply.logprobs[0]).toBeCloseTo(Math.log(0.6), 10);
    expect(reply.logprobs[1]).toBeCloseTo(Math.log(0.25), 10);
    expect(reply.probabilities[0]).toBeCloseTo(0.6 / 0.85, 10);
    expect(reply.promptTokens).toBe(12);
    const [asked] = await requestsOf(access);
    expect(JSON.parse(asked?.body ?? '')).toMatchObject({
      max_tokens: 1,
      temperature: 0,
      logprobs: true,
      top_logprobs: 20,
    });
  });

  test('gives a label that a sure server does not name the most it can have', async () => {
    const call = choose(known(at('confident')), messages, ['yes', 'no']);
    const { logprobs } = valueOf(await engine.choose(call, never));
    expect(logprobs[0]).toBeCloseTo(Math.log(0.999), 10);
    expect(logprobs[1]).toBeCloseTo(Math.log(0.00001), 10);
  });

  test.each([
    ['flat', [NaN, NaN]],
    ['one-label', [Math.log(0.4), NaN]],
  ])(
    'at %s is an unreadable reply where a label is not named, and no failure',
    async (name, all) => {
      const call = choose(known(at(name)), messages, ['yes', 'no']);
      const reply = valueOf(await engine.choose(call, never));
      expect(reply.logprobs.map((logprob) => Number(logprob.toFixed(9)))).toEqual(
        all.map((logprob) => Number(logprob.toFixed(9))),
      );
      expect(readChoice(reply)).toMatchObject({ kind: 'unscored', cause: 'no-number' });
    },
  );

  test('leaves an item that its judge gives one label of unscored, and plays it to its end', async () => {
    const judge = known(at('one-label'));
    const item: ConsultItem = {
      id: 'i1',
      theme: 'emergency',
      messages: [{ role: 'user', content: 'My chest hurts.' }],
      criteria: [
        { id: 'c1', text: 'Sends them to a hospital.', points: 5, axis: 'accuracy' },
        { id: 'c2', text: 'Is kind.', points: 2, axis: 'communication_quality' },
      ],
      references: { good: { text: 'Go.', met: ['c1'] }, flawed: { text: 'Wait.', met: [] } },
    };
    const play = weightedRubric.play(item, { student: judge, judge });
    let step = play.next([]);
    while (step.done !== true) {
      const replies: ModelReply[] = [];
      for (const call of step.value) {
        if (call.kind === 'generate') replies.push(valueOf(await engine.generate(call, never)));
        if (call.kind === 'choose') replies.push(valueOf(await engine.choose(call, never)));
      }
      step = play.next(replies);
    }
    const { values, detail } = step.value;
    expect(values).toMatchObject({ score: null, criteria: 2, unscored: 2, unreadable: 0 });
    expect(detail.criteria.map(({ verdict, note }) => [verdict, note])).toEqual(
      Array(2).fill(['unscored', 'a label came back without a log-probability']),
    );
  });

  test.each([
    ['ok', ['A1', 'A2'], 'begins with a token that begins another label too'],
    ['no-logprobs', ['yes', 'no'], 'gives no log-probabilities with tiny/chat:1b'],
    ['refuses-logprobs', ['yes', 'no'], '(400): logprobs is not supported with this model.'],
  ])('at %s of %j is refused', async (scenario, labels, words) => {
    const failure = await failureOf(
      engine.choose(choose(known(at(scenario)), messages, labels), never),
    );
    expect(failure).toMatchObject({ code: 'unsupported-call' });
    expect(failure.message).toContain(words);
  });
});

describe('given texts and vectors', () => {
  const continuation = ' so it is';

  test('scores a continuation where the server echoes it', async () => {
    const model = known(at('ok'));
    const call = { kind: 'logprobs', model, messages, continuation } as const;
    const reply = valueOf(await engine.logprobs(call, never));
    // Is, it, so? stand before; the word written after it does not count.
    expect(reply.tokens).toEqual([' so', ' it', ' is']);
    expect(reply.logprobs).toEqual([-0.3, -0.4, -0.5]);
    expect(reply.promptTokens).toBe(6);
  });

  test('lists the likeliest tokens where the server names as many', async () => {
    const access = at('ok');
    const call = { kind: 'logprobs', model: known(access), messages, continuation } as const;
    const plain = valueOf(await engine.logprobs(call, never));
    expect(plain).not.toHaveProperty('top');
    const { top } = valueOf(await engine.logprobs({ ...call, topK: 2 }, never));
    expect(top).toEqual(
      [' so', ' it', ' is'].map((text, at) => [
        { id: null, text, logprob: -(at + 3) / 10 },
        { id: null, text: 'other0', logprob: -2 },
      ]),
    );
    const [, asked] = await requestsOf(access);
    expect(JSON.parse(asked?.body ?? '')).toMatchObject({ echo: true, logprobs: 2 });
    const failure = await failureOf(engine.logprobs({ ...call, topK: 9 }, never));
    expect(failure.code).toBe('unsupported-call');
    expect(failure.message).toContain('does not name the 9 likeliest tokens at each position');
    const many = await failureOf(engine.logprobs({ ...call, topK: 21 }, never));
    expect(many.message).toContain('1 to 20 can be');
  });

  test('has no entropy to give, and asks nobody for it', async () => {
    const access = at('ok');
    const call = { kind: 'logprobs', model: known(access), messages, continuation } as const;
    const failure = await failureOf(engine.logprobs({ ...call, distribution: true }, never));
    expect(failure.code).toBe('unsupported-call');
    expect(failure.message).toContain('which no endpoint gives');
    expect(await requestsOf(access)).toEqual([]);
  });

  test('says so where it does not', async () => {
    const model = known(at('no-echo'));
    const call = { kind: 'logprobs', model, messages, continuation } as const;
    const failure = await failureOf(engine.logprobs(call, never));
    expect(failure.code).toBe('unsupported-call');
    expect(failure.message).toContain('gives no log-probabilities of a text that it was given');
  });

  test('embeds', async () => {
    const call = { kind: 'embed', model: known(at('ok')), text: 'a' } as const;
    expect(valueOf(await engine.embed(call, never)).vector).toEqual([0.25, -0.5, 1]);
  });
});

describe('a failure', () => {
  test.each([
    ['needs-key', 'access-denied', `${host} asks for a key (401).`],
    ['forbidden', 'access-denied', `${host} does not let anyone without a key in (403).`],
    ['nowhere', 'model-not-found', `has no model “${MODEL}”, or no /chat/completions at this`],
    ['limited', 'rate-limited', `${host} asked for fewer requests (429), 4 times in a row.`],
    ['limited-for-an-hour', 'rate-limited', 'wants no request for the next 3600 seconds'],
    ['failing', 'server-error', `${host} failed 4 times in a row (503): Loading model.`],
    ['page', 'bad-reply', `${host} answered with a web page instead of JSON.`],
    ['not-json', 'bad-reply', `${host} answered with something that is not JSON.`],
    ['other-json', 'bad-reply', 'its field “choices.0.message” is wrong.'],
    ['huge', 'bad-reply', `${host} answered with more than 8 MB.`],
    ['breaks-off', 'network', `The connection to ${host} broke off`],
    ['no-cors', 'unreachable', 'or it does not let this page read its answers (CORS)'],
    ['redirect', 'bad-reply', `${host} sends on to another address`],
  ])('of a server that is %s has a code and a sentence', async (scenario, code, words) => {
    const failure = await failureOf(engine.generate(ask(at(scenario)), never));
    expect(failure.message).toContain(words);
    expect(failure.code).toBe(code);
    expect(failure.remedy).not.toBe('');
    // The engine goes on with the next one.
    valueOf(await engine.generate(ask(at('ok')), never));
  });

  test('with a wrong key does not repeat it', async () => {
    const failure = await failureOf(
      engine.generate(ask(at('needs-key', { key: 'sk-wrong-42' })), never),
    );
    expect(failure.message).toBe(`${host} does not accept the key (401).`);
    valueOf(await engine.generate(ask(at('needs-key', { key: KEY })), never));
  });

  test('repeats neither key nor address, should the server do so', async () => {
    const failure = await failureOf(
      engine.generate(ask(at('repeats-secrets', { key: KEY })), never),
    );
    expect(failure.message).toBe(`${host} refused the call (400): Not at … with Bearer ….`);
  });

  test('of another model’s name says so', async () => {
    const failure = await failureOf(engine.generate(ask(at('ok', { model: 'other' })), never));
    expect(failure).toMatchObject({ code: 'model-not-found' });
    expect(failure.message).toContain('no model “other”');
  });

  test('where nothing listens says what it may be', async () => {
    const base = `http://127.0.0.1:${String(inject('closedPort'))}/v1`;
    const failure = await failureOf(engine.generate(ask(at('', { base })), never));
    expect(failure.code).toBe('unreachable');
    expect(failure.message).toContain('either no server answers there, or it does not let');
  });

  test('comes when the time is up', async () => {
    engine = new EndpointEngine({ ...REQUEST_LIMITS, timeoutMs: 200 });
    const failure = await failureOf(engine.generate(ask(at('silent')), never));
    expect(failure).toMatchObject({
      code: 'timeout',
      message: `${host} did not answer within 0.2 seconds.`,
    });
  });

  test.each(['silent', 'failing'])('is a stop at once, at %s', async (scenario) => {
    engine = new EndpointEngine({ ...REQUEST_LIMITS, firstWaitMs: 60_000 });
    const stopper = new AbortController();
    const asking = failureOf(engine.generate(ask(at(scenario)), stopper.signal));
    const startMs = performance.now();
    setTimeout(() => {
      stopper.abort();
    }, 100);
    const failure = await asking;
    expect(failure.code).toBe('aborted');
    expect(performance.now() - startMs).toBeLessThan(5_000);
  });

  test('of an endpoint that this browser does not know sends nobody anywhere', async () => {
    const access = at('ok');
    const call = ask(access);
    engine.setEndpoints([]);
    const failure = await failureOf(engine.load(call.model));
    expect(failure.message).toBe(`This browser has no address for the model ${MODEL} at ${host}.`);
    expect((await failureOf(engine.generate(call, never))).code).toBe('model-not-found');
    expect(await requestsOf(access)).toEqual([]);
  });
});

describe('a test of a connection', () => {
  test('lists the models and says that log-probabilities are given', async () => {
    const report = valueOf(await engine.test(at('ok'), never));
    expect(report).toEqual({
      models: [MODEL, 'tiny/embed'],
      probe: { logprobs: { kind: 'given', candidates: 20 } },
    });
  });

  test('does without a model’s name, and without a list, but not without both', async () => {
    const listed = valueOf(await engine.test(at('ok', { model: '' }), never));
    expect(listed).toEqual({ models: [MODEL, 'tiny/embed'], probe: null });
    const unlisted = valueOf(await engine.test(at('no-list'), never));
    expect(unlisted).toMatchObject({ models: null, probe: { logprobs: { kind: 'given' } } });
    const neither = await failureOf(engine.test(at('no-list', { model: '' }), never));
    expect(neither.message).toBe(`${host} has no /models at this address (404).`);
  });

  test.each(['no-logprobs', 'refuses-logprobs'])(
    'says that there are none, at %s',
    async (name) => {
      const { probe } = valueOf(await engine.test(at(name), never));
      expect(probe?.logprobs.kind).toBe('none');
    },
  );

  test('fails as a call does', async () => {
    expect((await failureOf(engine.test(at('needs-key'), never))).code).toBe('access-denied');
    const unnamed = await failureOf(engine.test(at('needs-key', { model: '' }), never));
    expect(unnamed.message).toBe(`${host} asks for a key (401).`);
  });
});
