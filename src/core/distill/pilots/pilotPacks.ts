import type { ProtocolHead } from '../../protocols/protocol.ts';
import { headsForKind } from '../../protocols/heads.ts';

/** Protocols that ask the student for one text and mark it right or wrong without a judge. */
const PROTOCOLS: readonly string[] = ['worked-answer', 'numeric-answer', 'eligibility'];

/** How packs of a kind are played in a pilot; undefined for kinds that none of the protocols plays. */
export function pilotProtocol(packKind: string): ProtocolHead | undefined {
  return headsForKind(packKind).find(({ id }) => PROTOCOLS.includes(id));
}
