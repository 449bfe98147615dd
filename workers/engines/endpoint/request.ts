import { readEndpointAddress } from '../../../src/core/endpoints/address.ts';
import type { EndpointAccess } from '../../../src/core/endpoints/endpoint.ts';
import { throwIfAborted } from '../failures.ts';
import { endpointFailure, serverWords } from './endpointFailures.ts';
import { isRefusedByPolicy, watchPolicy } from './policyWatch.ts';
import { retryAfterMs } from './retryAfter.ts';

/** How long and how often an endpoint is asked. */
export interface RequestLimits {
  /** For one try, from asking to the last byte of the answer, in milliseconds. */
  readonly timeoutMs: number;
  /** Tries in all, where the server is busy (429) or failing (5xx). Nothing else is tried again. */
  readonly attempts: number;
  /** Before the second try, doubling from then on, where the server does not say. */
  readonly firstWaitMs: number;
  /** A server that wants a longer wait is not waited for. */
  readonly mostWaitMs: number;
}

/** Answers of a slow processor take minutes; a queue in front of one, as long again. */
export const REQUEST_LIMITS: RequestLimits = {
  timeoutMs: 300_000,
  attempts: 4,
  firstWaitMs: 1_000,
  mostWaitMs: 60_000,
};

export interface EndpointRequest {
  /** Behind the base address: `/models`. */
  readonly path: string;
  /** Sent as JSON; null to ask with GET. */
  readonly body: object | null;
}

const MOST_BYTES = 8_000_000;

/**
 * Asks an endpoint and returns the JSON it answers with, whatever it holds.
 *
 * The answer is not kept by the browser's cache, no cookie goes along, and a redirect is not
 * followed, so that the key reaches no other address.
 *
 * @throws ModelFailureError
 */
export async function askEndpoint(
  access: EndpointAccess,
  request: EndpointRequest,
  limits: RequestLimits,
  signal: AbortSignal,
): Promise<unknown> {
  refuseInsecure(access);
  watchPolicy();
  for (let attempt = 1; ; attempt += 1) {
    throwIfAborted(signal);
    const answer = await askOnce(access, request, limits, signal);
    if (answer.kind === 'answered') return answer.value;
    const asked = answer.retryAfterMs ?? limits.firstWaitMs * 2 ** (attempt - 1);
    if (asked > limits.mostWaitMs && answer.status === 429) {
      throw endpointFailure.limitedFor(access, asked / 1000);
    }
    if (attempt >= limits.attempts) {
      throw answer.status === 429
        ? endpointFailure.limited(access, attempt)
        : endpointFailure.serverError(access, answer.status, attempt, answer.words);
    }
    await wait(Math.min(asked, limits.mostWaitMs), signal);
  }
}

type Answer =
  | { kind: 'answered'; value: unknown }
  | { kind: 'again'; status: number; retryAfterMs: number | null; words: string };

async function askOnce(
  access: EndpointAccess,
  { path, body }: EndpointRequest,
  { timeoutMs }: RequestLimits,
  signal: AbortSignal,
): Promise<Answer> {
  const clock = AbortSignal.timeout(timeoutMs);
  const either = AbortSignal.any([signal, clock]);
  const url = `${access.base}${path}`;
  const stopped = (): void => {
    throwIfAborted(signal);
    if (clock.aborted) throw endpointFailure.timeout(access, timeoutMs / 1000);
  };
  let response: Response;
  try {
    response = await fetch(url, {
      method: body === null ? 'GET' : 'POST',
      headers: {
        ...(body === null ? {} : { 'Content-Type': 'application/json' }),
        ...(access.key === null ? {} : { Authorization: `Bearer ${access.key}` }),
      },
      body: body === null ? null : JSON.stringify(body),
      signal: either,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
    });
  } catch {
    stopped();
    throw (await isRefusedByPolicy(url))
      ? endpointFailure.blockedByPolicy(access)
      : endpointFailure.unreachable(access);
  }
  if (response.type === 'opaqueredirect') throw endpointFailure.redirected(access);
  const text = await readCapped(access, response).catch((error: unknown) => {
    stopped();
    // A stream that breaks throws the same TypeError as a connection that never was.
    throw error instanceof TypeError ? endpointFailure.brokenOff(access) : error;
  });
  const { status } = response;
  if (response.ok) return { kind: 'answered', value: parse(access, text) };
  if (status === 401 || status === 403) throw endpointFailure.denied(access, status);
  if (status === 404) throw endpointFailure.notFound(access, path);
  const words = serverWords(text, access);
  // 501 is llama.cpp's way to say that it was started without what is asked for.
  if (status === 501 || (status !== 429 && status < 500))
    throw endpointFailure.refused(access, status, words);
  const header = response.headers.get('retry-after');
  return { kind: 'again', status, words, retryAfterMs: retryAfterMs(header, Date.now()) };
}

async function readCapped(access: EndpointAccess, response: Response): Promise<string> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let text = '';
  let bytes = 0;
  for (let chunk = await reader?.read(); chunk?.done === false; chunk = await reader?.read()) {
    bytes += chunk.value.length;
    if (bytes > MOST_BYTES) {
      await reader?.cancel().catch(() => undefined);
      throw endpointFailure.tooLarge(access, MOST_BYTES);
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}

function parse(access: EndpointAccess, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw text.trimStart().startsWith('<')
      ? endpointFailure.page(access)
      : endpointFailure.notJson(access);
  }
}

/** Whether a page from such an origin is kept from asking an address that is not encrypted. */
export function isMixedContent(pageProtocol: string, base: string): boolean {
  const address = readEndpointAddress(base);
  return (
    pageProtocol === 'https:' &&
    address.ok &&
    !address.value.isEncrypted &&
    !address.value.isLoopback
  );
}

function refuseInsecure(access: EndpointAccess): void {
  if (isMixedContent(self.location.protocol, access.base)) throw endpointFailure.insecure(access);
}

/** @throws ModelFailureError `aborted`, as soon as the signal says so. */
async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
  throwIfAborted(signal);
}
