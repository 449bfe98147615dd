import {
  battlesOfRuns,
  FLAWED_REFERENCE,
  GOOD_REFERENCE,
} from '../../protocols/pairAdaptive/battles.ts';
import type { ValueRow } from '../../protocols/metric.ts';
import { countBattles } from '../../stats/ratings/battles.ts';
import { bradleyTerry, type RatedModel } from '../../stats/ratings/bradleyTerry.ts';
import { winRate, type WinRate } from '../../stats/ratings/winRate.ts';

/** Runs of pair-adaptive comparison under one judge, with the values of their units. */
export interface RatingRequest {
  readonly runs: readonly {
    readonly id: string;
    readonly units: readonly (ValueRow & { readonly itemId: string })[];
  }[];
}

/** A run, or one of the two references, as it is rated. */
export interface RatedEntry extends Omit<RatedModel, 'model'> {
  /** The run's id; null for a reference. */
  readonly runId: string | null;
  readonly reference: 'good' | 'flawed' | null;
  /** Of a run, over the items that were read; null for the reference itself. */
  readonly vsGood: WinRate | null;
  readonly vsFlawed: WinRate | null;
}

export interface PairRatings {
  /** Best first, the references among them. */
  readonly rated: readonly RatedEntry[];
  /** Items that every run was played on: no other counts. */
  readonly items: number;
  readonly battles: number;
}

/** Outcomes of 1, one half and 0 as preferences from 1 to 2, in which the second is the student. */
function winsOf(rows: readonly ValueRow[], value: string): WinRate | null {
  return winRate(
    rows.flatMap(({ values }) => {
      const outcome = values[value];
      return typeof outcome === 'number' ? [1 + outcome] : [];
    }),
  );
}

/**
 * Bradley-Terry ratings of students who never met, from their battles with the same two reference answers and those of the
 * references with each other, over the items that all runs were played on. The references are the fixed points: their mean is 1000
 * in every resample, so that a rating does not move with who else is rated. Takes up to seconds: for the worker.
 *
 * @param request runs under one judge: ratings of two judges are two scales. Names of runs are their ids.
 * @throws RangeError without a run, where no item is common to all, or where none of their comparisons could be read.
 */
export function pairRatings({ runs }: RatingRequest): PairRatings {
  const [first, ...others] = runs;
  if (first === undefined) throw new RangeError('There is no run to rate.');
  const sets = others.map(({ units }) => new Set(units.map(({ itemId }) => itemId)));
  const shared = new Set(
    first.units
      .map(({ itemId }) => itemId)
      .filter((itemId) => sets.every((items) => items.has(itemId))),
  );
  if (shared.size === 0) {
    throw new RangeError(
      'No item was answered in all of these runs, so they cannot be rated together. Choose runs of the same items in the table.',
    );
  }
  const students = runs.map(({ id, units }) => ({
    student: id,
    rows: units.filter(({ itemId }) => shared.has(itemId)),
  }));
  const battles = battlesOfRuns(students);
  const met = new Set(battles.flatMap((battle) => [battle.first, battle.second]));
  if (!met.has(GOOD_REFERENCE) || !met.has(FLAWED_REFERENCE)) {
    throw new RangeError(
      'The judge’s comparisons with both references could not be read on any common item, so there is nothing to rate by.',
    );
  }
  const rowsOf = new Map(students.map(({ student, rows }) => [student, rows]));
  const rated = bradleyTerry(countBattles(battles), {
    anchors: [GOOD_REFERENCE, FLAWED_REFERENCE],
  }).map(({ model, ...rating }): RatedEntry => {
    const rows = rowsOf.get(model);
    if (rows !== undefined) {
      const [vsGood, vsFlawed] = [winsOf(rows, 'vsGood'), winsOf(rows, 'vsFlawed')];
      return { ...rating, runId: model, reference: null, vsGood, vsFlawed };
    }
    const reference = model === GOOD_REFERENCE ? 'good' : 'flawed';
    return { ...rating, runId: null, reference, vsGood: null, vsFlawed: null };
  });
  return { rated, items: shared.size, battles: battles.length };
}
