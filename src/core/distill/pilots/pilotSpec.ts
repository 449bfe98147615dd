import * as v from 'valibot';
import { identityOf, sha256Hex } from '../../calls/identity.ts';
import { localModelRefSchema } from '../../calls/model.ts';

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

const common = {
  student: localModelRefSchema,
  teacher: localModelRefSchema,
  pack: v.strictObject({
    id: name,
    hash: name,
    protocol: v.strictObject({ id: name, version: whole(1, 1000) }),
  }),
  /** The first so many problems of the pack's fixed shuffle. */
  problems: whole(2, 500),
  /** Longest reply, tokens; a protocol's own limit holds where it is lower. */
  mostTokens: whole(1, 1024),
  seed: name,
};

export const pilotSpecSchema = v.variant('kind', [
  /** (a) Where the student departs from its teacher: rollouts of the student at temperature 1. */
  v.strictObject({ kind: v.literal('kl'), ...common, rollouts: whole(1, 16) }),
  /**
   * (b) How far a teacher's beginning carries: accuracy after the first k tokens for each k of the ladder, in ascending order.
   * `samples` continuations of each beginning at temperature 1; 0 for one greedy continuation.
   */
  v.strictObject({
    kind: v.literal('prefix'),
    ...common,
    ladder: v.pipe(v.array(whole(1, 1024)), v.minLength(1), v.maxLength(12)),
    samples: whole(0, 16),
  }),
]);

/** A pilot, settled to the last choice: the same spec always asks the same calls. */
export type PilotSpec = v.InferOutput<typeof pilotSpecSchema>;
export type KlSpec = Extract<PilotSpec, { kind: 'kl' }>;
export type PrefixSpec = Extract<PilotSpec, { kind: 'prefix' }>;

/** A pilot's id: SHA-256 of its spec. */
export function pilotIdentity(spec: PilotSpec): string {
  return identityOf(spec);
}

/** A seed of 32 bits for one draw, so that no two texts are drawn from the same stream. */
export function drawSeed(seed: string, ...parts: readonly (string | number)[]): number {
  return Number.parseInt(sha256Hex([seed, ...parts].join('\u0000')).slice(0, 8), 16);
}

/** A pilot's problems: of so many ids, in a shuffle by hash that each longer pilot holds the shorter of. */
export function pilotProblems(
  packHash: string,
  itemIds: readonly string[],
  most: number,
): string[] {
  return itemIds
    .map((itemId) => ({ itemId, order: sha256Hex(`${packHash}:${itemId}`) }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
    .slice(0, most)
    .map(({ itemId }) => itemId);
}
