import type { JudgeStanding } from '../../core/runs/judgeStanding.ts';
import { formatInterval } from '../formatNumber.ts';

/** The mark itself, as rows of a board carry it; null where a judge can rank. */
export function standingMark(standing: JudgeStanding): string | null {
  switch (standing.kind) {
    case 'can-rank':
      return null;
    case 'cannot-rank':
      return 'not able to rank';
    case 'not-validated':
      return 'judge not validated';
  }
}

/** Why a judge is marked not able to rank, in sentences. */
export function whyUnable(
  judgeId: string,
  { interval }: Extract<JudgeStanding, { kind: 'cannot-rank' }>,
  isBaseline: boolean,
): string {
  const measured =
    interval === null
      ? ''
      : ` Its balanced accuracy against the authors’ marks of the pack’s reference answers is ${formatInterval(interval)}.`;
  if (isBaseline) {
    return `${judgeId} is a baseline: it marks without reading, so scores by its marks order nothing.${measured}`;
  }
  return `The 95 % interval of ${judgeId} is not wholly above 0.50, which a coin gets.${measured} Scores by its marks order nothing.`;
}
