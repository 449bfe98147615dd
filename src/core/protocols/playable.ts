import type { Pack, PackEntry } from '../packs/parsePack.ts';
import { codeSets } from './codeSets/protocol.ts';
import { crossExamination } from './crossExamination/protocol.ts';
import { eligibility } from './eligibility/protocol.ts';
import { entitySpans } from './entitySpans/protocol.ts';
import { errorCorrection } from './errorCorrection/protocol.ts';
import { firstWrongStep } from './firstWrongStep/protocol.ts';
import { followUpLikelihood } from './followUpLikelihood/protocol.ts';
import { healthScore } from './healthScore/protocol.ts';
import { implicitProcessReward } from './implicitProcessReward/protocol.ts';
import { judgeValidity } from './judgeValidity/protocol.ts';
import { rubricFacets } from './rubricFacets/protocol.ts';
import { adaptiveBoolean } from './adaptiveBoolean/protocol.ts';
import { gatedTiers } from './gatedTiers/protocol.ts';
import { halvingPenalty } from './halvingPenalty/protocol.ts';
import { tieredPitfalls } from './tieredPitfalls/protocol.ts';
import { pointDeduction } from './pointDeduction/protocol.ts';
import { nuggets } from './nuggets/protocol.ts';
import { labelSteps } from './labelSteps/protocol.ts';
import { likelihoodReward } from './likelihoodReward/protocol.ts';
import { multipleChoice } from './multipleChoice/protocol.ts';
import { numericAnswer } from './numericAnswer/protocol.ts';
import { choiceConfidence, eligibilityConfidence } from './confidenceCalibration/protocol.ts';
import { likertExpectation } from './likertExpectation/protocol.ts';
import { lockedRubric } from './lockedRubric/protocol.ts';
import { pairAdaptive } from './pairAdaptive/protocol.ts';
import { pairwise } from './pairwise/protocol.ts';
import { rateAnswers } from './rateAnswers/protocol.ts';
import { referenceJudged } from './referenceJudged/protocol.ts';
import { verifyEvidence } from './verifyEvidence/protocol.ts';
import { weightedRubric } from './weightedRubric/protocol.ts';
import { workedAnswer } from './workedAnswer/protocol.ts';
import { unlessBroken, type Play, type Protocol, type Roles } from './protocol.ts';

/** One item of a pack as runs see it: who it is, and how to play it. */
export interface PlayableItem {
  id: string;
  /** Items of one cluster share a document; intervals resample clusters. */
  cluster: string;
  stratum: string;
  play(roles: Roles): Play;
}

interface ItemsOf<Item> {
  items: readonly Item[];
  entries: readonly PackEntry[];
}

/** The items bound to that one of their kind's protocols; null where it is none of them. */
function playables<Item>(
  { items, entries }: ItemsOf<Item>,
  protocols: readonly Protocol<Item>[],
  protocolId: string,
): PlayableItem[] | null {
  const protocol = protocols.find(({ id }) => id === protocolId);
  if (protocol === undefined) return null;
  return items.flatMap((item, index) => {
    const entry = entries[index];
    if (entry === undefined) return [];
    return [{ ...entry, play: (roles) => unlessBroken(protocol.play(item, roles)) }];
  });
}

/** The items of a pack, each bound to a protocol; null for one that does not play packs of that kind. */
export function playableItems(pack: Pack, protocolId: string): readonly PlayableItem[] | null {
  switch (pack.kind) {
    case 'concept-verification':
      return playables(pack, [verifyEvidence, crossExamination, codeSets], protocolId);
    case 'trial-eligibility':
      return playables(pack, [eligibility, eligibilityConfidence], protocolId);
    case 'consult-rubrics':
      return playables(
        pack,
        [
          weightedRubric,
          judgeValidity,
          rubricFacets,
          adaptiveBoolean,
          gatedTiers,
          halvingPenalty,
          tieredPitfalls,
          pointDeduction,
          nuggets,
          likertExpectation,
          lockedRubric,
          pairAdaptive,
          healthScore,
        ],
        protocolId,
      );
    case 'multiple-choice':
      return playables(pack, [multipleChoice, choiceConfidence], protocolId);
    case 'numeric-answers':
      return playables(pack, [numericAnswer], protocolId);
    case 'stepwise-errors':
      return playables(pack, [firstWrongStep, labelSteps], protocolId);
    case 'preferences':
      return playables(pack, [rateAnswers, pairwise, followUpLikelihood], protocolId);
    case 'entity-spans':
      return playables(pack, [entitySpans], protocolId);
    case 'note-errors':
      return playables(pack, [errorCorrection, referenceJudged], protocolId);
    case 'multistep-arithmetic':
      return playables(pack, [workedAnswer, likelihoodReward, implicitProcessReward], protocolId);
  }
}
