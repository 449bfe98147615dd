import { AXES } from '../../packs/axes.ts';
import { type ConsultItem } from '../../packs/consultRubrics.ts';
import type { CriterionVerdict } from '../itemScore.ts';

/** One mark of the judge beside the authors' mark of the same criterion on the same answer. */
export interface Mark {
  axis: ConsultItem['criteria'][number]['axis'];
  isSafety: boolean;
  /** Whether the authors marked it met. */
  gold: boolean;
  verdict: CriterionVerdict['verdict'];
  /** P(yes) of the judge; null where its reply could not be read. */
  probability: number | null;
}

/** Bins of P(yes) for the calibration error: [0, 0.2), [0.2, 0.4) and so on, 1 in the last. */
export const BINS = 5;

export type Cell = 'tp' | 'fp' | 'tn' | 'fn';
export const CELLS: readonly Cell[] = ['tp', 'fp', 'tn', 'fn'];

/** Groups of criteria that are counted apart: the axes, which no two share, and those of safety. */
export const GROUPS = [...AXES, 'safety'] as const;
export type Group = (typeof GROUPS)[number];

/** Name of a count: `accuracy:tp`. */
export function cellName(group: Group, cell: Cell): string {
  return `${group}:${cell}`;
}

/** Name of a bin's sum of P(yes) - gold. */
export function binName(bin: number): string {
  return `gap:${String(bin)}`;
}

function cellOf({ gold, verdict }: Mark): Cell {
  if (verdict === 'met') return gold ? 'tp' : 'fp';
  return gold ? 'fn' : 'tn';
}

/** What sums are rounded by: the last digits of a log-probability differ from batch to batch. */
const SUM_STEPS = 1e4;

/**
 * The marks of one item as sums, so that they add up over items and metrics come from the totals.
 * A group that no readable mark belongs to is null: the item does not measure it. The same holds
 * of a bin, and of the Brier sum.
 *
 * Sums are kept to four digits, as a link has them. Rounding does not cancel over items that are marked alike: a sure
 * judge's Brier sum of 0.04 an item would be nothing at one digit, item after item. At four, a mean over marks moves by less
 * than a ten-thousandth.
 */
export function sumMarks(marks: readonly Mark[]): Record<string, number | null> {
  const values: Record<string, number | null> = { brier: null };
  const add = (name: string, value: number): void => {
    values[name] = (values[name] ?? 0) + value;
  };
  for (const group of GROUPS) for (const cell of CELLS) values[cellName(group, cell)] = null;
  for (let bin = 0; bin < BINS; bin += 1) values[binName(bin)] = null;
  for (const mark of marks) {
    const { axis, isSafety, gold, probability } = mark;
    if (mark.verdict === 'unscored' || probability === null) continue;
    const groups: readonly Group[] = isSafety ? [axis, 'safety'] : [axis];
    for (const group of groups) {
      for (const cell of CELLS) add(cellName(group, cell), 0);
      add(cellName(group, cellOf(mark)), 1);
    }
    const gap = probability - Number(gold);
    add('brier', gap * gap);
    add(binName(Math.min(BINS - 1, Math.floor(probability * BINS))), gap);
  }
  for (const [name, value] of Object.entries(values)) {
    if (value !== null) values[name] = Math.round(value * SUM_STEPS) / SUM_STEPS;
  }
  return values;
}
