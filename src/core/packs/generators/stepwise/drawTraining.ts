import type { QuestionGroup } from '../../../models/zoo/questionGroup.ts';
import { firstWrongPrompt, firstWrongReply } from '../../../protocols/firstWrongStep/prompt.ts';
import type { Random } from '../../../random.ts';
import { drawSolution, FEWEST_STEPS, MOST_STEPS } from './drawSolution.ts';
import { MISTAKES } from './mistakes.ts';

const RIGHT_SHARE = 1 / 3;

/** One training solution: right in a third of the draws, else with any kind of mistake. */
export function drawTraining(random: Random): QuestionGroup {
  const kind = random.chance(RIGHT_SHARE) ? 'none' : random.pick(MISTAKES);
  const stepCount = FEWEST_STEPS + random.int(MOST_STEPS - FEWEST_STEPS + 1);
  const { plan, steps, firstWrong } = drawSolution(kind, stepCount, 'train', random);
  const { prefix, suffix } = firstWrongPrompt({ problem: plan.problem, steps });
  const restsOn = [firstWrong === null ? [] : [firstWrong]];
  return { prefix, questions: [{ suffix, reply: firstWrongReply(firstWrong), restsOn }] };
}
