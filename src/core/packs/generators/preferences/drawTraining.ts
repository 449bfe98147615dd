import type { QuestionGroup } from '../../../models/zoo/questionGroup.ts';
import { rateAnswerPrefix, rateAnswerSuffix } from '../../../protocols/rateAnswers/prompt.ts';
import type { Random } from '../../../random.ts';
import { drawer, families } from './drawCase.ts';
import type { PreferenceCase } from './family.ts';
import { tieFamilies } from './ties.ts';

/** Share of training notes whose question has several right answers, or is the reference of one. */
const SHARE_OF_TIES = 0.15;
/** Most right answers over one note; as many wrong ones stand beside them. */
const MOST_RIGHT = 4;

function drawTrainingCase(random: Random): PreferenceCase {
  const draw = drawer(random, 'train', false);
  if (random.chance(SHARE_OF_TIES)) {
    const { tied, ref } = random.pick(tieFamilies).draw(draw);
    return random.chance(0.5) ? tied : ref;
  }
  const family = random.pick(families);
  return family.draw(draw, family.most === 4 && random.chance(0.5) ? 4 : 2);
}

/**
 * A training note with answers to rate, as many right as wrong ones, in the wordings of the training split. Replies are
 * `yes` and `no`, and rest on the note's lines that decide.
 */
export function drawTraining(random: Random): QuestionGroup {
  const { lines, question, candidates } = drawTrainingCase(random);
  const textsWhere = (right: boolean) => [
    ...new Set(candidates.filter((one) => one.right === right).flatMap(({ texts }) => texts)),
  ];
  const right = random.shuffle(textsWhere(true));
  const wrong = random.shuffle(textsWhere(false));
  const count = Math.min(right.length, wrong.length, MOST_RIGHT);
  const bears = lines.flatMap((line, index) => (line.bears ? [index + 1] : []));
  const rated = (texts: readonly string[], reply: string) =>
    texts.slice(0, count).map((text) => ({
      suffix: rateAnswerSuffix(text),
      reply,
      ...(bears.length > 0 && { restsOn: [bears] }),
    }));
  return {
    prefix: rateAnswerPrefix(
      lines.map(({ text }) => text),
      question,
    ),
    questions: random.shuffle([...rated(right, 'yes'), ...rated(wrong, 'no')]),
  };
}
