import type { ModelCall, ModelReply, ReplyOf } from '../calls/call.ts';
import type { ModelRef } from '../calls/model.ts';
import type { ItemScore } from './itemScore.ts';
import type { Metric, MetricHead } from './metric.ts';

/** The parts that models play in a protocol. */
export type Role = 'student' | 'judge';
export type Roles = Readonly<Record<Role, ModelRef>>;

/** Something that is worked out from model calls: yields those it wants, takes the replies, returns what came of them. */
export type PlayOf<Outcome> = Generator<readonly ModelCall[], Outcome, readonly ModelReply[]>;

/** One item being evaluated: returns its score. */
export type Play = PlayOf<ItemScore>;

/** What a reader needs to know to trust, or doubt, a protocol's numbers. */
export interface MethodCard {
  /** One paragraph: what is asked and how the replies become a score. */
  summary: string;
  /** Where the method comes from. */
  source: string;
  /** What here is ours and not the source's. */
  ours: string;
  /** What to doubt. */
  doubt: string;
}

/** What boards and forms need of a protocol: little enough for the first page. */
export interface ProtocolHead {
  id: string;
  /** Raised whenever a prompt, a parser or a score changes. */
  version: number;
  title: string;
  packKind: string;
  roles: readonly Role[];
  /** The first is the one the leaderboard sorts by. */
  metrics: readonly MetricHead[];
}

/** A protocol without its item type: what summaries, receipts and cards need of it. */
export interface ProtocolInfo extends ProtocolHead {
  method: MethodCard;
  metrics: readonly Metric[];
}

/**
 * A way to evaluate the items of one kind of pack. It does no I/O: the same item, roles and replies
 * always give the same calls and the same score, which is what makes resuming, re-scoring and
 * verifying a run the same thing as playing it.
 */
export interface Protocol<Item> extends ProtocolInfo {
  play(item: Item, roles: Roles): Play;
}

/** An item of which nothing is known, since the runtime had no number where it was to write. Nobody's answer: unscored. */
function brokenItem(text: string): ItemScore {
  return {
    // No `unreadable`: shares of unreadable answers leave it out as well.
    values: { criteria: 0, unscored: 1 },
    detail: { answer: text, readable: true, criteria: [], evidence: null },
  };
}

/**
 * A play that ends, unscored, at the first text that the runtime had no number for. A text of the wrong form is a student's
 * own doing and each protocol's to mark; this one is nobody's, and no protocol gets to see it.
 */
export function* unlessBroken(play: Play): Play {
  let step = play.next([]);
  while (step.done !== true) {
    const replies = yield step.value;
    for (const reply of replies)
      if (reply.kind === 'generate' && reply.noNumber === true) return brokenItem(reply.text);
    step = play.next(replies);
  }
  return step.value;
}

/** A reply of another kind than the call: the caller of the generator is broken. */
export class ReplyMismatchError extends Error {
  readonly expected: readonly string[];
  readonly received: readonly string[];
  constructor(expected: readonly string[], received: readonly string[]) {
    super(`asked for [${expected.join(', ')}] and was handed [${received.join(', ')}]`);
    this.name = 'ReplyMismatchError';
    this.expected = expected;
    this.received = received;
  }
}

type RepliesOf<Calls extends readonly ModelCall[]> = {
  -readonly [Index in keyof Calls]: ReplyOf<Calls[Index]>;
};

/** Whether the replies are of the kinds the calls asked for, one by one. */
function areRepliesTo<Calls extends readonly ModelCall[]>(
  calls: Calls,
  replies: readonly ModelReply[],
): replies is readonly ModelReply[] & RepliesOf<Calls> {
  return (
    replies.length === calls.length &&
    replies.every((reply, index) => reply.kind === calls[index]?.kind)
  );
}

/**
 * Yields calls and returns their replies, typed call by call.
 *
 * @throws ReplyMismatchError when the replies do not fit the calls.
 */
export function* ask<const Calls extends readonly ModelCall[]>(
  calls: Calls,
): Generator<readonly ModelCall[], RepliesOf<Calls>, readonly ModelReply[]> {
  const replies = yield calls;
  if (areRepliesTo(calls, replies)) return replies;
  throw new ReplyMismatchError(
    calls.map((call) => call.kind),
    replies.map((reply) => reply.kind),
  );
}
