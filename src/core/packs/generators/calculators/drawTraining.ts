import type { QuestionGroup } from '../../../models/zoo/questionGroup.ts';
import { numericPrompt } from '../../../protocols/numericAnswer/prompt.ts';
import type { Random } from '../../../random.ts';
import { problems } from './drawProblem.ts';

/** Easy strata are drawn more often: they are what a small model can learn. */
const TRAINED_STRATA = ['one-step', 'one-step', 'two-step', 'two-step', 'decimal'] as const;

/** One training case in training wordings, with a question on each whole-numbered step. */
export function drawTraining(random: Random): QuestionGroup {
  const stratum = random.pick(TRAINED_STRATA);
  const problem = random.pick(problems.filter((each) => each.stratum === stratum));
  const { text, asks } = problem.tell('train', random);
  return {
    prefix: numericPrompt(text, '').prefix,
    questions: asks.map(({ question, answer }) => ({
      suffix: numericPrompt(text, question).suffix,
      reply: answer.toFixed(problem.range.decimals),
    })),
  };
}
