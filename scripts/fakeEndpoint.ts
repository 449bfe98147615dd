import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { listenLocally, type LocalServer } from './listenLocally.ts';

/**
 * Ways in which the imitation answers, as the first part of the path: `http://host/SCENARIO/v1`. What
 * follows a scenario's name behind a `~` makes it another server, with counts of its own.
 */
export const SCENARIOS = [
  'ok',
  'needs-key',
  'forbidden',
  'markup',
  'no-list',
  'limited',
  'limited-twice',
  'limited-for-an-hour',
  'failing',
  'failing-once',
  'repeats-secrets',
  'page',
  'not-json',
  'other-json',
  'huge',
  'breaks-off',
  'silent',
  'no-cors',
  'redirect',
  'no-logprobs',
  'refuses-logprobs',
  'confident',
  'flat',
  'one-label',
  'talkative',
  'no-echo',
] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** The only model that the imitation has, and the key that `needs-key` takes. */
export const FAKE_MODEL = 'tiny/chat:1b';
export const FAKE_KEY = 'sk-right-0123456789';

export interface FakeEndpointRequest {
  readonly path: string;
  /** The Authorization header; empty without one. */
  readonly authorization: string;
  readonly body: string;
}

export interface FakeEndpoint extends LocalServer {
  /** Every request but preflights, oldest first. */
  readonly requests: readonly FakeEndpointRequest[];
}

/** The probabilities that the model gives to what it could say first. */
const FIRST_TOKENS: readonly (readonly [token: string, probability: number])[] = [
  ['yes', 0.5],
  [' yes', 0.1],
  ['no', 0.25],
  ['A', 0.05],
  ['B', 0.03],
  ['C', 0.02],
  ['D', 0.01],
  ...Array.from({ length: 13 }, (_, index) => [`w${String(index)}`, 0.0005] as const),
];
const CONFIDENT: typeof FIRST_TOKENS = [
  ['yes', 0.999],
  ...Array.from({ length: 19 }, (_, index) => [`w${String(index)}`, 0.00001] as const),
];
const FLAT: typeof FIRST_TOKENS = Array.from(
  { length: 20 },
  (_, index) => [`w${String(index)}`, 0.02] as const,
);

/** Names one of two labels, and leaves room for the other among what it does not name. */
const ONE_LABEL: typeof FIRST_TOKENS = [
  ['yes', 0.4],
  ...Array.from({ length: 19 }, (_, index) => [`w${String(index)}`, 0.02] as const),
];
/** What there is to say first, where it is not what the others have. */
const OTHER_FIRST_TOKENS: Partial<Record<Scenario, typeof FIRST_TOKENS>> = {
  confident: CONFIDENT,
  flat: FLAT,
  'one-label': ONE_LABEL,
};

/**
 * Serves the part of the OpenAI interface that the endpoint engine uses, on 127.0.0.1, to pages of any
 * origin, in the forms that llama.cpp's server, vLLM and Ollama document, and with their faults.
 *
 * `GET /requests` returns what was asked so far.
 *
 * @param port 0 for any that is free.
 */
export async function startFakeEndpoint(port = 0): Promise<FakeEndpoint> {
  const requests: FakeEndpointRequest[] = [];
  const server = createServer((request, response) => {
    answer(request, response, requests).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  return { ...(await listenLocally(server, port)), requests };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  requests: FakeEndpointRequest[],
): Promise<void> {
  const path = request.url ?? '/';
  const [, name = '', , ...rest] = path.split('/');
  const scenario = SCENARIOS.find((one) => one === name.split('~')[0]);
  const call = `/${rest.join('/')}`;
  if (scenario !== 'no-cors') {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', 'authorization,content-type');
    response.setHeader('Access-Control-Expose-Headers', 'retry-after');
  }
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  if (path === '/requests') {
    json(response, 200, requests);
    return;
  }
  const parts: string[] = [];
  for await (const part of request) parts.push(String(part));
  const body = parts.join('');
  const authorization = request.headers.authorization ?? '';
  requests.push({ path, authorization, body });
  const asked = requests.filter((other) => other.path === path).length;
  if (scenario === undefined) refuse(response, 404, 'Not Found');
  else if (!(await fail(scenario, asked, authorization, response))) {
    serve(scenario, call, body, response);
  }
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(value));
}

function refuse(response: ServerResponse, status: number, message: string): void {
  json(response, status, { error: { message, type: 'error', code: status } });
}

/** Answers as a server in trouble does; false where this one is not, or no longer. */
async function fail(
  scenario: Scenario,
  asked: number,
  authorization: string,
  response: ServerResponse,
): Promise<boolean> {
  switch (scenario) {
    case 'needs-key':
      if (authorization === `Bearer ${FAKE_KEY}`) return false;
      refuse(response, 401, `Incorrect API key provided: ${authorization}`);
      return true;
    case 'forbidden':
      refuse(response, 403, 'Country, region, or territory not supported');
      return true;
    case 'limited':
    case 'limited-twice':
      if (scenario === 'limited-twice' && asked > 2) return false;
      response.setHeader('Retry-After', '0');
      refuse(response, 429, 'Rate limit reached');
      return true;
    case 'limited-for-an-hour':
      response.setHeader('Retry-After', '3600');
      refuse(response, 429, 'Rate limit reached');
      return true;
    case 'failing':
    case 'failing-once':
      if (scenario === 'failing-once' && asked > 1) return false;
      refuse(response, 503, 'Loading model');
      return true;
    case 'repeats-secrets':
      refuse(
        response,
        400,
        `Not at http://127.0.0.1/repeats-secrets/v1\u0007with ${authorization}.`,
      );
      return true;
    case 'page':
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end('<!doctype html><title>Welcome</title><script>alert(1)</script>');
      return true;
    case 'not-json':
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"choices": [');
      return true;
    case 'other-json':
      json(response, 200, { data: 'none', choices: [{ text: 'yes' }] });
      return true;
    case 'huge':
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(`"${'x'.repeat(9_000_000)}"`);
      return true;
    case 'breaks-off':
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
      response.write('{"choices"', () => response.destroy());
      return true;
    case 'silent':
      await pause(30_000, undefined, { ref: false });
      response.destroy();
      return true;
    case 'redirect':
      response.writeHead(307, { Location: '/ok/v1/chat/completions' }).end();
      return true;
    case 'ok':
    case 'markup':
    case 'no-list':
    case 'no-cors':
    case 'no-logprobs':
    case 'refuses-logprobs':
    case 'confident':
    case 'flat':
    case 'one-label':
    case 'talkative':
    case 'no-echo':
      return false;
  }
}

function serve(scenario: Scenario, call: string, body: string, response: ServerResponse): void {
  if (call === '/models') {
    if (scenario === 'no-list') refuse(response, 404, 'Not Found');
    else {
      const other = scenario === 'markup' ? '<img src="x" onerror="alert(1)">' : 'tiny/embed';
      json(response, 200, { object: 'list', data: [{ id: FAKE_MODEL }, { id: other }] });
    }
    return;
  }
  const asked: unknown = JSON.parse(body);
  if (field(asked, 'model') !== FAKE_MODEL) {
    refuse(response, 404, `model ${JSON.stringify(field(asked, 'model'))} not found`);
    return;
  }
  if (call === '/chat/completions') serveChat(scenario, asked, response);
  else if (call === '/completions') serveCompletion(scenario, asked, response);
  else if (call === '/embeddings') json(response, 200, { data: [{ embedding: [0.25, -0.5, 1] }] });
  else refuse(response, 404, 'Not Found');
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

const named = ([token, probability]: readonly [string, number]): object => ({
  token,
  logprob: Math.log(probability),
  bytes: null,
});

function serveChat(scenario: Scenario, asked: unknown, response: ServerResponse): void {
  const wantsLogprobs = field(asked, 'logprobs') === true;
  if (wantsLogprobs && scenario === 'refuses-logprobs') {
    refuse(response, 400, 'logprobs is not supported with this model');
    return;
  }
  const words = 'yes, in sentence 1\nand more';
  const isShort = field(asked, 'max_tokens') === 1;
  const tokens = OTHER_FIRST_TOKENS[scenario] ?? FIRST_TOKENS;
  const [first = ['yes', 1]] = tokens;
  json(response, 200, {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    model: FAKE_MODEL,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: isShort ? first[0] : words },
        finish_reason: isShort || scenario === 'talkative' ? 'length' : 'stop',
        logprobs:
          wantsLogprobs && scenario !== 'no-logprobs'
            ? { content: [{ ...named(first), top_logprobs: tokens.map(named) }] }
            : null,
      },
    ],
    ...(scenario === 'no-list'
      ? {}
      : { usage: { prompt_tokens: 12, completion_tokens: isShort ? 1 : 7, total_tokens: 19 } }),
  });
}

/** As many tokens as are asked for, five at most as at OpenAI, and the text's own, as vLLM adds it. */
function topOf(token: string, logprob: number, asked: unknown): Record<string, number> {
  const count = Math.min(5, Number(asked));
  const others = Array.from({ length: count }, (_, at) => [`other${String(at)}`, -2 - at] as const);
  return Object.fromEntries([...others, [token, logprob] as const]);
}

/** Words and what stands between them, each a token; the further on, the less likely. */
function serveCompletion(scenario: Scenario, asked: unknown, response: ServerResponse): void {
  const prompt = String(field(asked, 'prompt'));
  const tokens = [...(prompt.match(/\s?\S+|\s/gu) ?? []), ' end'];
  json(response, 200, {
    object: 'text_completion',
    choices: [
      {
        text: `${prompt} end`,
        logprobs:
          scenario === 'no-echo'
            ? { content: [named([' end', 0.5])] }
            : {
                tokens,
                token_logprobs: tokens.map((_, index) => (index === 0 ? null : -index / 10)),
                top_logprobs: tokens.map((token, index) =>
                  index === 0 ? null : topOf(token, -index / 10, field(asked, 'logprobs')),
                ),
                text_offset: [],
              },
      },
    ],
    usage: { prompt_tokens: tokens.length - 1, completion_tokens: 1 },
  });
}
