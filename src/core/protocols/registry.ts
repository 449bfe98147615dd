import type { ProtocolInfo } from './protocol.ts';
import { eligibilityInfo } from './eligibility/info.ts';
import { entitySpansInfo } from './entitySpans/info.ts';
import { errorCorrectionInfo } from './errorCorrection/info.ts';
import { firstWrongStepInfo } from './firstWrongStep/info.ts';
import { judgeValidityInfo } from './judgeValidity/info.ts';
import { multipleChoiceInfo } from './multipleChoice/info.ts';
import { numericAnswerInfo } from './numericAnswer/info.ts';
import { rateAnswersInfo } from './rateAnswers/info.ts';
import { verifyEvidenceInfo } from './verifyEvidence/info.ts';
import { weightedRubricInfo } from './weightedRubric/info.ts';
import { workedAnswerInfo } from './workedAnswer/info.ts';

export type { ProtocolInfo };

/** Every protocol, in the order it is offered. */
export const PROTOCOLS: readonly ProtocolInfo[] = [
  verifyEvidenceInfo,
  eligibilityInfo,
  weightedRubricInfo,
  judgeValidityInfo,
  multipleChoiceInfo,
  numericAnswerInfo,
  firstWrongStepInfo,
  rateAnswersInfo,
  entitySpansInfo,
  errorCorrectionInfo,
  workedAnswerInfo,
];

/** The protocol of that id and version, or undefined. */
export function findProtocol(id: string, version: number): ProtocolInfo | undefined {
  return PROTOCOLS.find((protocol) => protocol.id === id && protocol.version === version);
}

/** Protocols that play packs of that kind; the first is the one that is offered. */
export function protocolsForKind(packKind: string): readonly ProtocolInfo[] {
  return PROTOCOLS.filter((protocol) => protocol.packKind === packKind);
}

/** The first protocol that can play packs of that kind. */
export function protocolForKind(packKind: string): ProtocolInfo | undefined {
  return protocolsForKind(packKind)[0];
}
