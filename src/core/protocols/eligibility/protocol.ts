import { generate } from '../../calls/build.ts';
import { REGISTERS } from '../../packs/generators/eligibility/lexicon.ts';
import type { EligibilityItem } from '../../packs/trialEligibility.ts';
import type { ItemScore } from '../itemScore.ts';
import { ask, type Play, type Protocol, type Roles } from '../protocol.ts';
import { evidenceRates, markEvidence } from '../verifyEvidence/evidenceOverlap.ts';
import { parseEligibilityAnswer } from './parseAnswer.ts';
import { eligibilityPrompt } from './prompt.ts';
import { eligibilityInfo } from './info.ts';

/** Room for a verdict and ten sentence numbers, or for a larger model's short sentence. */
const MAX_NEW_TOKENS = 24;

/** Scores one answer against the item's gold; no model is asked. */
export function scoreEligibility(item: EligibilityItem, text: string): ItemScore {
  const answer = parseEligibilityAnswer(text, item.sentences.length);
  const readable = answer.kind === 'read';
  const said = readable ? Number(answer.meets) : null;
  const marks = markEvidence(readable ? answer.cited : [], item.evidence);
  const rates = evidenceRates(marks);
  return {
    values: {
      label: Number(item.label),
      said,
      correct: Number(said === Number(item.label)),
      evidencePrecision: rates.precision,
      evidenceRecall: rates.recall,
      evidenceF1: rates.f1,
      register: REGISTERS.indexOf(item.register),
      pair: item.pair,
      criteria: 0,
      unscored: 0,
      unreadable: Number(!readable),
    },
    detail: { answer: text, readable, criteria: [], evidence: marks },
  };
}

function* play(item: EligibilityItem, roles: Roles): Play {
  const { prefix, suffix } = eligibilityPrompt(item.sentences, item.criterion);
  const [reply] = yield* ask([
    generate(roles.student, [{ role: 'user', content: prefix + suffix }], {
      maxNewTokens: MAX_NEW_TOKENS,
      stop: ['\n'],
      answerSpace: {
        kind: 'verdictWithIndices',
        yes: 'yes',
        no: 'no',
        maxIndex: item.sentences.length,
        noHasIndices: true,
      },
    }),
  ]);
  return scoreEligibility(item, reply.text);
}

/** Trial eligibility: does the patient meet the criterion, and which sentences decide it? */
export const eligibility: Protocol<EligibilityItem> = { ...eligibilityInfo, play };
