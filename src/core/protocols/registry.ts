import type { ConceptItem } from '../packs/conceptVerification.ts';
import type { ConsultItem } from '../packs/consultRubrics.ts';
import type { Pack } from '../packs/parsePack.ts';
import type { Play, ProtocolInfo, Roles } from './protocol.ts';
import { verifyEvidence } from './verifyEvidence/protocol.ts';
import { weightedRubric } from './weightedRubric/protocol.ts';

export type { ProtocolInfo };

/** Every protocol, in the order it is offered. */
export const PROTOCOLS: readonly ProtocolInfo[] = [verifyEvidence, weightedRubric];

/** The protocol of that id and version, or undefined. */
export function findProtocol(id: string, version: number): ProtocolInfo | undefined {
  return PROTOCOLS.find((protocol) => protocol.id === id && protocol.version === version);
}

/** The first protocol that can play packs of that kind. */
export function protocolForKind(packKind: string): ProtocolInfo | undefined {
  return PROTOCOLS.find((protocol) => protocol.packKind === packKind);
}

/** One item of a pack as runs see it: who it is, and how to play it. */
export interface PlayableItem {
  id: string;
  /** Items of one cluster share a document; intervals resample clusters. */
  cluster: string;
  stratum: string;
  play(roles: Roles): Play;
}

function playableConcept(item: ConceptItem): PlayableItem {
  return {
    id: item.id,
    cluster: item.noteId,
    stratum: item.stratum,
    play: (roles) => verifyEvidence.play(item, roles),
  };
}

function playableConsult(item: ConsultItem): PlayableItem {
  return {
    id: item.id,
    cluster: item.id,
    stratum: item.theme,
    play: (roles) => weightedRubric.play(item, roles),
  };
}

/** The items of a pack, each bound to the protocol of the pack's kind. */
export function playableItems(pack: Pack): readonly PlayableItem[] {
  switch (pack.kind) {
    case 'concept-verification':
      return pack.items.map(playableConcept);
    case 'consult-rubrics':
      return pack.items.map(playableConsult);
  }
}
