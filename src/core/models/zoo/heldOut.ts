import type { PackedBatch } from './packing.ts';

/** Teacher-forced figures over questions on documents that training never saw. */
export interface TaskFigures {
  readonly questions: number;
  /** Share of questions whose reply's first token, a verdict or a letter for most tasks, is the most likely token. */
  readonly firstToken: number;
  /** Share of questions whose every reply token is the most likely token after the right ones before it. */
  readonly exactReplies: number;
  /** Mean negative log likelihood of a reply token, nats. */
  readonly replyLoss: number;
}

export interface HeldOut extends TaskFigures {
  /** The same by task. */
  readonly tasks: Readonly<Record<string, TaskFigures>>;
}

interface TaskCounts {
  questions: number;
  firstRight: number;
  exact: number;
  lossSum: number;
  lossTokens: number;
}

/** Counts by task; grows as batches are added. */
export type HeldOutCounts = Map<string, TaskCounts>;

function noTaskCounts(): TaskCounts {
  return { questions: 0, firstRight: 0, exact: 0, lossSum: 0, lossTokens: 0 };
}

/**
 * Adds a batch to the counts. `best` is the most likely token at each site, `losses` the negative log likelihood of its
 * target.
 */
export function countBatch(
  counts: HeldOutCounts,
  batch: PackedBatch,
  best: Int32Array,
  losses: Float32Array,
): void {
  for (const { task, firstSite, siteCount } of batch.replies) {
    const of = counts.get(task) ?? noTaskCounts();
    counts.set(task, of);
    let isExact = true;
    for (let site = firstSite; site < firstSite + siteCount; site++) {
      isExact &&= best[site] === batch.targets[site];
      of.lossSum += losses[site] ?? 0;
      of.lossTokens++;
    }
    of.questions++;
    if (best[firstSite] === batch.targets[firstSite]) of.firstRight++;
    if (isExact) of.exact++;
  }
}

/** A share, 0 where there is nothing to share. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function figuresOf(counts: TaskCounts): TaskFigures {
  return {
    questions: counts.questions,
    firstToken: ratio(counts.firstRight, counts.questions),
    exactReplies: ratio(counts.exact, counts.questions),
    replyLoss: ratio(counts.lossSum, counts.lossTokens),
  };
}

export function heldOutFigures(counts: HeldOutCounts): HeldOut {
  const all = noTaskCounts();
  for (const of of counts.values()) {
    all.questions += of.questions;
    all.firstRight += of.firstRight;
    all.exact += of.exact;
    all.lossSum += of.lossSum;
    all.lossTokens += of.lossTokens;
  }
  const tasks = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([task, of]): [string, TaskFigures] => [task, figuresOf(of)]);
  return { ...figuresOf(all), tasks: Object.fromEntries(tasks) };
}
