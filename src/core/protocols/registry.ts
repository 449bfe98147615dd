import type { Pack, PackEntry } from '../packs/parsePack.ts';
import type { Play, Protocol, ProtocolInfo, Roles } from './protocol.ts';
import { eligibility } from './eligibility/protocol.ts';
import { entitySpans } from './entitySpans/protocol.ts';
import { errorCorrection } from './errorCorrection/protocol.ts';
import { firstWrongStep } from './firstWrongStep/protocol.ts';
import { multipleChoice } from './multipleChoice/protocol.ts';
import { numericAnswer } from './numericAnswer/protocol.ts';
import { rateAnswers } from './rateAnswers/protocol.ts';
import { verifyEvidence } from './verifyEvidence/protocol.ts';
import { weightedRubric } from './weightedRubric/protocol.ts';
import { workedAnswer } from './workedAnswer/protocol.ts';

export type { ProtocolInfo };

/** Every protocol, in the order it is offered. */
export const PROTOCOLS: readonly ProtocolInfo[] = [
  verifyEvidence,
  eligibility,
  weightedRubric,
  multipleChoice,
  numericAnswer,
  firstWrongStep,
  rateAnswers,
  entitySpans,
  errorCorrection,
  workedAnswer,
];

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

function playables<Item>(
  { items, entries }: { items: readonly Item[]; entries: readonly PackEntry[] },
  protocol: Protocol<Item>,
): PlayableItem[] {
  return items.flatMap((item, index) => {
    const entry = entries[index];
    return entry === undefined ? [] : [{ ...entry, play: (roles) => protocol.play(item, roles) }];
  });
}

/** The items of a pack, each bound to the protocol of the pack's kind. */
export function playableItems(pack: Pack): readonly PlayableItem[] {
  switch (pack.kind) {
    case 'concept-verification':
      return playables(pack, verifyEvidence);
    case 'trial-eligibility':
      return playables(pack, eligibility);
    case 'consult-rubrics':
      return playables(pack, weightedRubric);
    case 'multiple-choice':
      return playables(pack, multipleChoice);
    case 'numeric-answers':
      return playables(pack, numericAnswer);
    case 'stepwise-errors':
      return playables(pack, firstWrongStep);
    case 'preferences':
      return playables(pack, rateAnswers);
    case 'entity-spans':
      return playables(pack, entitySpans);
    case 'note-errors':
      return playables(pack, errorCorrection);
    case 'multistep-arithmetic':
      return playables(pack, workedAnswer);
  }
}
