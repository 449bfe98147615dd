import { callIdentity } from '../calls/identity.ts';
import type { ModelCall, ModelReply } from '../calls/call.ts';
import type { PlayableItem } from '../protocols/playable.ts';
import type { Roles } from '../protocols/protocol.ts';

/** A call of a unit with its reply; null where the reply is not remembered. */
export interface AnsweredCall {
  call: ModelCall;
  reply: ModelReply | null;
}

/**
 * The calls of one unit in the order they are asked, with their replies: the item is played again, and told what is
 * remembered. It ends after the first calls of which one has no reply, as what comes after depends on it.
 */
export function unitCalls(
  item: PlayableItem,
  roles: Roles,
  replies: ReadonlyMap<string, ModelReply>,
): AnsweredCall[] {
  const answered: AnsweredCall[] = [];
  const play = item.play(roles);
  let step = play.next();
  while (step.done !== true) {
    const asked = step.value.map((call) => ({
      call,
      reply: replies.get(callIdentity(call)) ?? null,
    }));
    answered.push(...asked);
    const known = asked.flatMap(({ reply }) => (reply === null ? [] : [reply]));
    if (known.length < asked.length) break;
    step = play.next(known);
  }
  return answered;
}
