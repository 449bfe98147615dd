import type { Message, ModelCall } from '../../core/calls/call.ts';
import type { Pack } from '../../core/packs/parsePack.ts';
import type { Roles } from '../../core/protocols/protocol.ts';
import { playableItems } from '../../core/protocols/playable.ts';

/** The first calls that a protocol makes for one item of a pack; none where it cannot play it. */
export function firstCalls(
  pack: Pack,
  itemId: string,
  protocolId: string,
  roles: Roles,
): readonly ModelCall[] {
  const item = playableItems(pack, protocolId)?.find(({ id }) => id === itemId);
  const step = item?.play(roles).next();
  return step === undefined || step.done === true ? [] : step.value;
}

/** What a call shows its model. */
export function messagesOf(call: ModelCall): readonly Message[] {
  return call.kind === 'embed' ? [{ role: 'user', content: call.text }] : call.messages;
}
