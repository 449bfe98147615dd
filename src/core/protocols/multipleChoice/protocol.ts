import { choose } from '../../calls/build.ts';
import type { ChoiceItem } from '../../packs/multipleChoice.ts';
import { ask, type Play, type Protocol, type Roles } from '../protocol.ts';
import { likelihoodChoice } from '../likelihoodChoice.ts';
import { isUnscored, readChoice } from '../readChoice.ts';
import { CHOICE_LABELS, choicePrompt } from './prompt.ts';
import { markChoice } from './scoreChoice.ts';
import { multipleChoiceInfo } from './info.ts';

function* play(item: ChoiceItem, roles: Roles): Play {
  const { prefix, suffix } = choicePrompt(item);
  const messages = [{ role: 'user', content: prefix + suffix }] as const;
  const [reply] = yield* ask([choose(roles.student, messages, CHOICE_LABELS)]);
  const choice = readChoice(reply);
  const unscored = isUnscored(choice);
  const readable = choice.kind === 'read' || unscored;
  const { chosen, correct, goldProbability, margin, brier } = markChoice(choice, item.answer);
  const likeliest = likelihoodChoice(reply.logprobs, CHOICE_LABELS, reply.blanksLogprob);
  const label = chosen === null ? '' : (CHOICE_LABELS[chosen] ?? '');
  return {
    values: {
      correct,
      chosen,
      goldProbability,
      margin,
      brier,
      acc: unscored ? null : Number(likeliest.raw === item.answer),
      acc_norm: unscored ? null : Number(likeliest.perCharacter === item.answer),
      acc_bytes: unscored ? null : Number(likeliest.perByte === item.answer),
      criteria: 0,
      unscored: Number(unscored),
      unreadable: Number(!readable),
    },
    detail: {
      answer: chosen === null ? '' : `${label} ${item.options[chosen] ?? ''}`,
      readable,
      criteria: [],
      evidence: null,
    },
  };
}

/** Multiple choice: which of four letters is the most likely answer? */
export const multipleChoice: Protocol<ChoiceItem> = { ...multipleChoiceInfo, play };
