import type { QuestionGroup } from '../../../models/zoo/questionGroup.ts';
import { workedAnswerPrompt, workedReply } from '../../../protocols/workedAnswer/prompt.ts';
import type { Random } from '../../../random.ts';
import { drawProblem, FEWEST_STEPS, MOST_STEPS } from './drawProblem.ts';

/** A training problem of 2 to `mostSteps` steps. */
export function drawTraining(random: Random, mostSteps = MOST_STEPS): QuestionGroup {
  const stepCount = FEWEST_STEPS + random.int(mostSteps - FEWEST_STEPS + 1);
  const { lines, steps, answer } = drawProblem(random, stepCount);
  const { prefix, suffix } = workedAnswerPrompt(lines);
  const question = {
    suffix,
    reply: workedReply(steps, answer),
    replyLinesOn: steps.map((_, index) => index + 1),
  };
  return { prefix, questions: [question] };
}
