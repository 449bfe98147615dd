import * as v from 'valibot';
import { sha256Hex } from '../calls/identity.ts';
import { MODEL_NAME, type EndpointModelRef } from '../calls/model.ts';
import { readEndpointAddress, type EndpointAddress } from './address.ts';

/** Printable ASCII without blanks: what a header can carry. */
const KEY = /^[!-~]{1,400}$/;

/**
 * How to reach a model behind an endpoint. It is kept in this browser alone, and handed to the
 * model worker alone: no call, run, link, export or log carries any of it.
 */
export const endpointAccessSchema = v.strictObject({
  /** As `readEndpointAddress` gives it: no slash at the end. */
  base: v.pipe(
    v.string(),
    v.check((text) => {
      const address = readEndpointAddress(text);
      return address.ok && address.value.base === text;
    }, 'is not an address'),
  ),
  /** Sent as a bearer token; null for servers that ask for none. */
  key: v.nullable(v.pipe(v.string(), v.regex(KEY))),
  /** What the server calls the model; empty while it is not known, to ask for the list. */
  model: v.union([v.literal(''), v.pipe(v.string(), v.regex(MODEL_NAME))]),
});
export type EndpointAccess = v.InferOutput<typeof endpointAccessSchema>;

/** What a test of a connection found out. */
export interface EndpointReport {
  /** Names that the server lists; null where it has no list. */
  models: readonly string[] | null;
  /** What came of asking the model one word; null where no model was named. */
  probe: EndpointProbe | null;
}

export interface EndpointProbe {
  /** How many candidates for a token come with log-probabilities, or why none do. */
  logprobs: { kind: 'given'; candidates: number } | { kind: 'none'; reason: string };
}

/** A sentence that says what is wrong with a key as it was typed, or null. */
export function keyProblem(key: string): string | null {
  if (key === '' || KEY.test(key)) return null;
  return 'A key has at most 400 letters, digits and signs, without blanks.';
}

/** A sentence that says what is wrong with a model's name as it was typed, or null. */
export function modelNameProblem(name: string): string | null {
  if (MODEL_NAME.test(name)) return null;
  return 'Write the name as the server lists it: letters, digits and . / : @ + - _, 200 at most.';
}

/**
 * What stands for an address in a model's reference: the host, so that a reader of a result knows
 * who answered, and eight digits of the address's SHA-256, so that two addresses on one host are
 * two models. A path may be a secret, so it is not written out.
 */
function endpointRevision({ base, host }: Pick<EndpointAddress, 'base' | 'host'>): string {
  return `${host}#${sha256Hex(base).slice(0, 8)}`;
}

/** The reference of a model at an endpoint. Asking for it again gives the same. */
export function endpointModel({
  base,
  model,
}: Pick<EndpointAccess, 'base' | 'model'>): EndpointModelRef {
  const address = readEndpointAddress(base);
  if (!address.ok) throw new Error('an address that was read before cannot be read');
  return {
    source: 'endpoint',
    id: model,
    revision: endpointRevision(address.value),
    dtype: 'unknown',
    device: 'remote',
  };
}
