import type { QuestionGroup } from '../../../models/zoo/questionGroup.ts';
import { CHOICE_LABELS, choicePrompt } from '../../../protocols/multipleChoice/prompt.ts';
import type { Random } from '../../../random.ts';
import { CHOICE_STRATA } from './caseKind.ts';
import { caseKinds, drawCase, optionsOf } from './drawChoices.ts';

/** Questions asked of one training case, at most. */
const MOST_ASKED = 3;

/** One training case with its questions, in training wordings; strata are equally likely. */
export function drawTraining(random: Random): QuestionGroup {
  const stratum = random.pick(CHOICE_STRATA);
  const kind = random.pick(caseKinds.filter((each) => each.stratum === stratum));
  const { facts, asks } = drawCase(kind, 'train', random);
  const questions = random
    .shuffle(asks)
    .slice(0, MOST_ASKED)
    .map((ask) => {
      const position = random.int(CHOICE_LABELS.length);
      const options = optionsOf(ask, position, random);
      return {
        suffix: choicePrompt({ text: facts, question: ask.question, options }).suffix,
        reply: CHOICE_LABELS[position] ?? '',
      };
    });
  const { prefix } = choicePrompt({ text: facts, question: '', options: [] });
  return { prefix, questions };
}
