import type { ArmRun } from '../experiment.ts';

/** Marks of one training: 1 for each held-out problem that was answered right, 0 for the others. */
export interface MarkRow {
  readonly seed: number;
  readonly marks: Uint8Array;
}

/** Reads a string of `1` and `0`. */
export function readMarks(marks: string): Uint8Array {
  return Uint8Array.from(marks, (mark) => (mark === '1' ? 1 : 0));
}

/** The finished trainings of an arm, by seed. */
export function markRows(runs: readonly ArmRun[], arm: number): MarkRow[] {
  return runs
    .flatMap(({ arm: own, seed, marks }) =>
      own === arm && marks !== null && marks !== '' ? [{ seed, marks: readMarks(marks) }] : [],
    )
    .sort((a, b) => a.seed - b.seed);
}

/** The rows of seeds that every arm has finished, in one order: what a paired comparison rests on. */
export function sharedSeeds<Row extends { readonly seed: number }>(
  arms: readonly (readonly Row[])[],
): Row[][] {
  const [first = [], ...others] = arms;
  const shared = first
    .map(({ seed }) => seed)
    .filter((seed) => others.every((rows) => rows.some((row) => row.seed === seed)));
  return arms.map((rows) => shared.flatMap((seed) => rows.find((row) => row.seed === seed) ?? []));
}

/** Share of right answers. */
export function shareRight(marks: Uint8Array): number {
  return marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
}
