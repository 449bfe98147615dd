import { readEndpointAddress } from '../../../src/core/endpoints/address.ts';
import type { EndpointAccess } from '../../../src/core/endpoints/endpoint.ts';
import type { ModelFailureError } from '../../../src/core/models/failure.ts';
import { failureError } from '../failures.ts';

const MOST_WORDS = 200;

/** The only part of an address that a sentence may name: sentences are kept with runs. */
export function hostOf({ base }: Pick<EndpointAccess, 'base'>): string {
  const address = readEndpointAddress(base);
  return address.ok ? address.value.host : 'an unknown host';
}

/**
 * What a server says about an error, as far as it can be repeated: on one line, cut to 200 letters,
 * without addresses and without the key, should the server repeat them.
 */
export function serverWords(body: string, { key }: Pick<EndpointAccess, 'key'>): string {
  const line = errorField(body)
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  const safe = (key === null ? line : line.replaceAll(key, '…')).replaceAll(
    /\b[a-z][a-z\d+.-]*:\/\/\S+/giu,
    '…',
  );
  return safe.length > MOST_WORDS ? `${safe.slice(0, MOST_WORDS - 1)}…` : safe;
}

/** `error.message`, `error`, `message` or `detail`, whichever a server of this kind writes. */
function errorField(body: string): string {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    // A page or plain text; a page's markup tells a reader nothing.
    return body.trimStart().startsWith('<') ? '' : body;
  }
  for (const name of ['error', 'message', 'detail']) {
    const field = propertyOf(value, name);
    const inner = propertyOf(field, 'message');
    if (typeof inner === 'string') return inner;
    if (typeof field === 'string') return field;
  }
  return '';
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

/** `: what the server says`, or nothing. */
function quoted(words: string): string {
  return words === '' ? '.' : `: ${/[.!?…]$/u.test(words) ? words : `${words}.`}`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${String(count)} times in a row`;
}

/** The failures of an endpoint, each in its own sentence, with its own way out. */
export const endpointFailure = {
  notStored: (host: string, model: string): ModelFailureError =>
    failureError(
      'model-not-found',
      `This browser has no address for the model ${model} at ${host}.`,
      'Add the endpoint on the Models page: its address and key are kept in one browser only.',
    ),
  insecure: (access: EndpointAccess): ModelFailureError =>
    failureError(
      'insecure',
      `This page came over https, and browsers do not let it ask ${hostOf(access)} over http.`,
    ),
  blockedByPolicy: (access: EndpointAccess): ModelFailureError =>
    failureError(
      'insecure',
      `This site’s security policy does not let the page ask ${hostOf(access)}.`,
      'Serve Benchside yourself with npm start -- --endpoint ORIGIN, or have its host allow that origin; docs/endpoints.md says how.',
    ),
  denied: (access: EndpointAccess, status: number): ModelFailureError => {
    const asks = access.key === null ? 'asks for a key' : 'does not accept the key';
    const allows =
      access.key === null ? 'does not let anyone without a key in' : 'does not let this key in';
    const does = status === 401 ? asks : allows;
    return failureError('access-denied', `${hostOf(access)} ${does} (${String(status)}).`);
  },
  notFound: (access: EndpointAccess, path: string): ModelFailureError =>
    failureError(
      'model-not-found',
      access.model === ''
        ? `${hostOf(access)} has no ${path} at this address (404).`
        : `${hostOf(access)} has no model “${access.model}”, or no ${path} at this address (404).`,
      'Check both on the Models page: most addresses end in /v1, and Test connection lists the models.',
    ),
  limited: (access: EndpointAccess, attempts: number): ModelFailureError =>
    failureError(
      'rate-limited',
      `${hostOf(access)} asked for fewer requests (429), ${times(attempts)}.`,
    ),
  limitedFor: (access: EndpointAccess, seconds: number): ModelFailureError =>
    failureError(
      'rate-limited',
      `${hostOf(access)} wants no request for the next ${String(Math.ceil(seconds))} seconds (429), which is too long to wait here.`,
    ),
  serverError: (
    access: EndpointAccess,
    status: number,
    attempts: number,
    words: string,
  ): ModelFailureError =>
    failureError(
      'server-error',
      `${hostOf(access)} failed ${times(attempts)} (${String(status)})${quoted(words)}`,
    ),
  refused: (access: EndpointAccess, status: number, words: string): ModelFailureError =>
    failureError(
      'unsupported-call',
      `${hostOf(access)} refused the call (${String(status)})${quoted(words)}`,
      'Choose another model or protocol, or start the server with what it asks for.',
    ),
  redirected: (access: EndpointAccess): ModelFailureError =>
    failureError(
      'bad-reply',
      `${hostOf(access)} sends on to another address, and the key is not sent after it.`,
      'Give the address that it sends on to.',
    ),
  page: (access: EndpointAccess): ModelFailureError =>
    failureError('bad-reply', `${hostOf(access)} answered with a web page instead of JSON.`),
  notJson: (access: EndpointAccess): ModelFailureError =>
    failureError('bad-reply', `${hostOf(access)} answered with something that is not JSON.`),
  tooLarge: (access: EndpointAccess, mostBytes: number): ModelFailureError =>
    failureError(
      'bad-reply',
      `${hostOf(access)} answered with more than ${String(mostBytes / 1_000_000)} MB.`,
    ),
  wrongShape: (access: EndpointAccess, field: string): ModelFailureError =>
    failureError(
      'bad-reply',
      `${hostOf(access)} answered in another form than the OpenAI interface has: its field “${field}” is wrong.`,
    ),
  brokenOff: (access: EndpointAccess): ModelFailureError =>
    failureError(
      'network',
      `The connection to ${hostOf(access)} broke off in the middle of an answer.`,
      'Look whether the server is still running, then resume: nothing answered is asked again.',
    ),
  unreachable: (access: EndpointAccess): ModelFailureError =>
    failureError(
      'unreachable',
      `Nothing came back from ${hostOf(access)}: either no server answers there, or it does not let this page read its answers (CORS). The browser does not say which.`,
      'See that the server runs, that it allows this page’s origin, and that you allow the page to reach your network if the browser asks; docs/endpoints.md says how for each server.',
    ),
  timeout: (access: EndpointAccess, seconds: number): ModelFailureError =>
    failureError('timeout', `${hostOf(access)} did not answer within ${String(seconds)} seconds.`),
  noLogprobs: (access: EndpointAccess, why: string): ModelFailureError =>
    failureError(
      'unsupported-call',
      `${hostOf(access)} gives no log-probabilities with ${access.model}: ${why}.`,
      'Choose a server that gives them (llama.cpp, vLLM, Ollama 0.12.11 or newer), or a protocol in which this model only writes.',
    ),
  labelsAlike: (access: EndpointAccess, label: string): ModelFailureError =>
    failureError(
      'unsupported-call',
      `The label “${label}” begins with a token that begins another label too, and ${hostOf(access)} names no more than first tokens.`,
      'Run this protocol with a model in the browser.',
    ),
  noEcho: (access: EndpointAccess): ModelFailureError =>
    failureError(
      'unsupported-call',
      `${hostOf(access)} gives no log-probabilities of a text that it was given, only of what it writes itself.`,
      'Choose a server that does (vLLM), or run this protocol with a model in the browser.',
    ),
  noDistribution: (access: EndpointAccess): ModelFailureError =>
    failureError(
      'unsupported-call',
      `${hostOf(access)} names the likeliest tokens at most: entropy and rank take the probabilities of the whole vocabulary, which no endpoint gives.`,
      'Run this protocol with a model in the browser.',
    ),
  fewCandidates: (access: EndpointAccess, asked: number): ModelFailureError =>
    failureError(
      'unsupported-call',
      `${hostOf(access)} does not name the ${String(asked)} likeliest tokens at each position of a text that it was given.`,
      'Ask for fewer, start the server so that it names more (vLLM: --max-logprobs), or run this protocol with a model in the browser.',
    ),
} as const;
