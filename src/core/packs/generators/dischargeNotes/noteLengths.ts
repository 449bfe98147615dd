import type { Random } from '../../../random.ts';

/** Fewest and most sentences of a note whose length is asked for. */
export const SHORTEST_NOTE = 3;
export const LONGEST_NOTE = 60;

/** Ranges of note lengths in sentences, both ends in. Test items are shared out evenly over them. */
export const LENGTH_BINS = [
  { least: SHORTEST_NOTE, most: 6 },
  { least: 7, most: 12 },
  { least: 13, most: 20 },
  { least: 21, most: 35 },
  { least: 36, most: LONGEST_NOTE },
] as const;

/** Index in LENGTH_BINS of a note's length. @throws RangeError for a length in no bin. */
export function lengthBin(sentences: number): number {
  const bin = LENGTH_BINS.findIndex(({ least, most }) => sentences >= least && sentences <= most);
  if (bin === -1) throw new RangeError(`No bin holds notes of ${String(sentences)} sentences.`);
  return bin;
}

/**
 * A length in sentences: first a bin, each as likely as the other, then a length in it. With `longest`, lengths above it
 * are not drawn, nor bins that begin above it.
 *
 * @throws RangeError when `longest` is below the shortest note.
 */
export function drawLength(random: Random, longest: number = LONGEST_NOTE): number {
  const bins = LENGTH_BINS.filter(({ least }) => least <= longest);
  const { least, most } = random.pick(bins);
  return least + random.int(Math.min(most, longest) - least + 1);
}
