import type { PackedBatch } from './packing.ts';

/** Figures on documents that training never saw. */
export interface HeldOut {
  /** Questions, or pairs of texts. */
  readonly questions: number;
  /** Figures by name; names that end in `loss` are in nats, all others are shares. */
  readonly metrics: Readonly<Record<string, number>>;
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
 * target; both are teacher-forced.
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

/** Names of figures use dashes. */
function dashed(name: string): string {
  return name.replaceAll(/(?<=[a-z])[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

function taskMetrics([task, of]: [string, TaskCounts]): [string, number][] {
  return [
    [`${dashed(task)}-first-token`, ratio(of.firstRight, of.questions)],
    [`${dashed(task)}-exact`, ratio(of.exact, of.questions)],
  ];
}

/**
 * Over all tasks and, where there are several, by task: the share of questions whose reply's first token (a verdict or a
 * letter for most) is the most likely one, the share whose every token is, and the mean loss of a reply token.
 */
export function heldOutFigures(counts: HeldOutCounts): HeldOut {
  const all = noTaskCounts();
  for (const of of counts.values()) {
    all.questions += of.questions;
    all.firstRight += of.firstRight;
    all.exact += of.exact;
    all.lossSum += of.lossSum;
    all.lossTokens += of.lossTokens;
  }
  const tasks = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    questions: all.questions,
    metrics: {
      'first-token': ratio(all.firstRight, all.questions),
      'exact-replies': ratio(all.exact, all.questions),
      'reply-loss': ratio(all.lossSum, all.lossTokens),
      ...(tasks.length < 2 ? {} : Object.fromEntries(tasks.flatMap(taskMetrics))),
    },
  };
}
