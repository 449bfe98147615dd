import type { ConceptItem } from '../../packs/conceptVerification.ts';
import { createRandom } from '../../random.ts';
import { ask, type Play, type Protocol, type Roles } from '../protocol.ts';
import { parseAnswer } from '../verifyEvidence/parseAnswer.ts';
import { verdictCall } from '../verifyEvidence/protocol.ts';
import { codeSetsInfo } from './info.ts';

/** A shared value is at most 1000 and keeps four digits after the point; three are enough here. */
const THOUSANDTHS = 1_000_000;

/**
 * Two numbers in [0, 1000) for a code, by which rows of one code find each other. They are drawn by the code, so that packs
 * with any codes can be played: of the 10¹² pairs, two among 10,000 codes share one once in 20,000 packs.
 */
export function numbersOfCode(code: string): { code: number; codeRest: number } {
  const random = createRandom(`code ${code}`);
  const draw = () => random.int(THOUSANDTHS) / 1000;
  return { code: draw(), codeRest: draw() };
}

function* play(item: ConceptItem, roles: Roles): Play {
  if (item.contrast !== undefined) {
    return {
      values: { gold: null, criteria: 0, unscored: 0, unreadable: 0 },
      detail: { answer: '', readable: true, criteria: [], evidence: null },
    };
  }
  const [{ text }] = yield* ask([verdictCall(item, roles.student)]);
  const answer = parseAnswer(text, item.sentences.length);
  const readable = answer.kind === 'read';
  return {
    values: {
      ...numbersOfCode(item.concept.code),
      gold: Number(item.label),
      assigned: Number(readable && answer.supported),
      criteria: 0,
      unscored: 0,
      unreadable: Number(!readable),
    },
    detail: { answer: text, readable, criteria: [], evidence: null },
  };
}

/** Code sets: which of a note’s candidate codes does the student assign? */
export const codeSets: Protocol<ConceptItem> = { ...codeSetsInfo, play };
