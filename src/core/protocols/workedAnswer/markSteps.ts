import type { WrittenStep } from '../../packs/multistepArithmetic.ts';
import type { SaidStep } from './parseWorked.ts';

/** The written steps against the gold ones, position by position. */
export interface StepMarks {
  /** Right positions over the longer of the two lists, in [0, 1]: leaving steps out or adding some costs. */
  share: number;
  /** 1-based position of the first step that is wrong, missing or too many; null where none is. */
  firstWrong: number | null;
}

/** The same sum; the order of what is added or multiplied does not matter. */
function isSame(said: SaidStep | undefined, gold: WrittenStep | undefined): boolean {
  if (said === undefined || gold === undefined) return false;
  if (said.sign !== gold.sign || said.result !== gold.result) return false;
  const inOrder = said.left === gold.left && said.right === gold.right;
  const turned = said.left === gold.right && said.right === gold.left;
  return inOrder || ((gold.sign === '+' || gold.sign === 'x') && turned);
}

/** Compares written steps with the gold ones. `gold` must not be empty. */
export function markSteps(said: readonly SaidStep[], gold: readonly WrittenStep[]): StepMarks {
  const length = Math.max(said.length, gold.length);
  const right = Array.from({ length }, (_, index) => isSame(said[index], gold[index]));
  const first = right.indexOf(false);
  return {
    share: right.filter(Boolean).length / length,
    firstWrong: first === -1 ? null : first + 1,
  };
}
