import type { QuestionGroup } from '../../../models/zoo/questionGroup.ts';
import { correctionPrompt, correctionReply } from '../../../protocols/errorCorrection/prompt.ts';
import type { Random } from '../../../random.ts';
import { ERROR_KINDS } from '../../noteErrors.ts';
import { generatePair } from './generateNote.ts';

/**
 * One training note, half of them with a wrong sentence. The reply's first token rests on that sentence and on the first
 * one, which it contradicts.
 */
export function drawTraining(random: Random): QuestionGroup {
  const pair = generatePair(random, 'train', random.pick(ERROR_KINDS));
  if (random.chance(0.5)) {
    const { prefix, suffix } = correctionPrompt(pair.right);
    return { prefix, questions: [{ suffix, reply: correctionReply(null), restsOn: [] }] };
  }
  const { prefix, suffix } = correctionPrompt(pair.wrong);
  const correction = pair.right[pair.sentence - 1] ?? '';
  const reply = correctionReply({ sentence: pair.sentence, correction });
  return { prefix, questions: [{ suffix, reply, restsOn: [[1, pair.sentence]] }] };
}
