import { fleissKappa } from '../../stats/agreement/fleissKappa.ts';
import { icc21 } from '../../stats/agreement/icc21.ts';
import { krippendorffAlpha, type ScaleLevel } from '../../stats/agreement/krippendorffAlpha.ts';
import { leniency } from '../../stats/agreement/leniency.ts';
import { weightedKappa, type KappaWeights } from '../../stats/agreement/weightedKappa.ts';
import { kendallTauB } from '../../stats/correlation/kendallTauB.ts';
import { pearson } from '../../stats/correlation/pearson.ts';
import { spearman } from '../../stats/correlation/spearman.ts';
import { kappaOfLabels } from '../../stats/kappaOfLabels.ts';
import { meanOfNumbers } from '../savedMetric.ts';
import type { Categories } from './categories.ts';
import { REFERENCE, type RatedItems } from './rows.ts';

/** Marks of one thing; the readers stand in the order of the file's. */
export type Marks = readonly (number | null)[];
type Whole = readonly number[];

/** A number over things, each of which has the marks that it needs, or is unscored. */
export interface ReaderNumber {
  readonly name: string;
  readonly isScored: (marks: Marks) => boolean;
  /** Of scored things, at least one. */
  readonly of: (items: readonly Marks[]) => number | null;
}

/** What is not null; the callers ask for marks that `isScored` made sure of. */
function known(marks: Marks): Whole {
  return marks.filter((mark) => mark !== null);
}

/** Marks of some of the readers, of things that have them all. */
function ofWhole(
  name: string,
  pick: (marks: Marks) => Marks,
  statistic: (items: readonly Whole[]) => number | null,
): ReaderNumber {
  return {
    name,
    isScored: (marks) => !pick(marks).includes(null),
    of: (items) => statistic(items.map((marks) => known(pick(marks)))),
  };
}

function column(items: readonly Whole[], reader: number): number[] {
  return items.map((marks) => marks[reader] ?? 0);
}

function kappaBy(weights: KappaWeights, categories: Categories | null) {
  return (items: readonly Whole[]): number | null => {
    if (categories === null) return null;
    const [one, two] = [0, 1].map((reader) => column(items, reader).map(categories.of));
    return weightedKappa(one ?? [], two ?? [], categories.count, weights);
  };
}

function plainKappa(items: readonly Whole[]): number | null {
  return kappaOfLabels(items.map(([one, two]) => [String(one), String(two)]));
}

function correlation(of: (first: readonly number[], second: readonly number[]) => number | null) {
  return (items: readonly Whole[]) => of(column(items, 0), column(items, 1));
}

/** Numbers of two readers, or of a reader and the reference. */
function pairNumbers(
  pair: string,
  places: readonly [number, number],
  categories: Categories | null,
): ReaderNumber[] {
  const pick = (marks: Marks): Marks => places.map((place) => marks[place] ?? null);
  const statistics: readonly (readonly [string, (items: readonly Whole[]) => number | null])[] = [
    ['agreement', (items) => meanOfNumbers(items.map(([one, two]) => Number(one === two)))],
    ['kappa', plainKappa],
    ['kappa_linear', kappaBy('linear', categories)],
    ['kappa_quadratic', kappaBy('quadratic', categories)],
    ['pearson', correlation(pearson)],
    ['spearman', correlation(spearman)],
    ['kendall_tau_b', correlation(kendallTauB)],
  ];
  return statistics.map(([name, statistic]) => ofWhole(`${name}:${pair}`, pick, statistic));
}

/** Fleiss' kappa of things with as many marks as any has; who gave them does not matter. */
function fleiss(
  pick: (marks: Marks) => Marks,
  readers: number,
  categories: Categories | null,
): ReaderNumber {
  return {
    name: 'fleiss_kappa',
    isScored: (marks) => known(pick(marks)).length === readers,
    of: (items) => {
      if (readers < 2 || categories === null) return null;
      return fleissKappa(
        items.map((marks) => {
          const counts = new Array<number>(categories.count).fill(0);
          for (const mark of known(pick(marks))) {
            const category = categories.of(mark);
            counts[category] = (counts[category] ?? 0) + 1;
          }
          return counts;
        }),
      );
    },
  };
}

function alpha(level: ScaleLevel, pick: (marks: Marks) => Marks): ReaderNumber {
  return {
    name: `krippendorff_${level}`,
    isScored: (marks) => known(pick(marks)).length >= 2,
    of: (items) => krippendorffAlpha(items.map(pick), level),
  };
}

/** Of how many pairs numbers are worked out: of readers, and of each reader with the reference. */
export function pairCount({ readers, hasReference }: RatedItems): number {
  return (readers.length * (readers.length - 1)) / 2 + (hasReference ? readers.length : 0);
}

/** Every number of a file of marks: of all readers together, of each against the reference, of each two. */
export function readerNumbers(items: RatedItems, categories: Categories | null): ReaderNumber[] {
  const { readers, hasReference, rows, scale } = items;
  const n = readers.length;
  const pick = (marks: Marks): Marks => marks.slice(0, n);
  const mostMarks = rows.reduce((most, { marks }) => Math.max(most, known(pick(marks)).length), 0);
  const levels: readonly ScaleLevel[] = ['nominal', 'ordinal', 'interval'];
  return [
    fleiss(pick, mostMarks, categories),
    ...levels.map((level) => alpha(level, pick)),
    ofWhole('icc_2_1', pick, icc21),
    ...readers.map((reader, place) =>
      ofWhole(
        `mean:${reader}`,
        (marks) => [marks[place] ?? null],
        (own) => meanOfNumbers(column(own, 0)),
      ),
    ),
    ...(hasReference ? readers : []).flatMap((reader, place) => [
      ofWhole(
        `leniency:${reader}`,
        (marks) => [marks[place] ?? null, marks[n] ?? null],
        (own) =>
          scale === null || scale.lowest === scale.highest
            ? null
            : leniency(column(own, 0), column(own, 1), scale),
      ),
      ...pairNumbers(`${reader} vs ${REFERENCE}`, [place, n], categories),
    ]),
    ...readers.flatMap((reader, place) =>
      readers
        .slice(place + 1)
        .flatMap((other, later) =>
          pairNumbers(`${reader} vs ${other}`, [place, place + 1 + later], categories),
        ),
    ),
  ];
}
