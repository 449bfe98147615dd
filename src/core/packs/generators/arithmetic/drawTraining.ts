import type { Question, QuestionGroup } from '../../../models/zoo/questionGroup.ts';
import { workedAnswerPrompt, workedReply } from '../../../protocols/workedAnswer/prompt.ts';
import type { Random } from '../../../random.ts';
import { drawProblem, FEWEST_STEPS, MOST_STEPS, type ArithmeticProblem } from './drawProblem.ts';

/** Few, because all questions of a group must fit into one row of a batch. */
const PROBLEMS_PER_GROUP = 2;

function questionOf({ lines, steps, answer }: ArithmeticProblem): Question {
  return { suffix: workedAnswerPrompt(lines).suffix, reply: workedReply(steps, answer) };
}

/** Two training problems of 2 to 12 steps each; they share the instruction and nothing else. */
export function drawTraining(random: Random): QuestionGroup {
  const problems = Array.from({ length: PROBLEMS_PER_GROUP }, () =>
    drawProblem(random, FEWEST_STEPS + random.int(MOST_STEPS - FEWEST_STEPS + 1)),
  );
  // The longest first: what does not fit into a row is dropped from the end.
  problems.sort((a, b) => b.steps.length - a.steps.length);
  return { prefix: workedAnswerPrompt([]).prefix, questions: problems.map(questionOf) };
}
