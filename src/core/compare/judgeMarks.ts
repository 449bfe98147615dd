import type { ItemDetail } from '../protocols/itemScore.ts';
import type { MarkPair } from './markAgreement.ts';

/** What a judge marked of one item; null where the details are not in this browser. */
export interface MarkedUnit {
  unitKey: string;
  cluster: string;
  detail: Pick<ItemDetail, 'answer' | 'criteria'> | null;
}

/** The marks that two judges gave to the same criteria of the same answers. */
export interface MatchedMarks {
  rows: readonly MarkPair[];
  /** Items that were compared. */
  items: number;
  /** Criteria that one of the judges, or both, left unscored. */
  unscored: number;
  /** Items whose answers are not the same under the two runs; left out. */
  otherAnswers: number;
  /** Items whose marks are not in this browser. */
  withoutMarks: number;
}

/** Matches marks by item and criterion. Only marks of the same answer say something of the judges. */
export function matchMarks(
  first: readonly MarkedUnit[],
  second: readonly MarkedUnit[],
  sharesAnswers: boolean,
): MatchedMarks {
  const others = new Map(second.map((unit) => [unit.unitKey, unit]));
  const rows: MarkPair[] = [];
  let [items, unscored, otherAnswers, withoutMarks] = [0, 0, 0, 0];
  for (const { unitKey, cluster, detail } of first) {
    const other = others.get(unitKey);
    if (other === undefined) continue;
    if (detail === null || other.detail === null) {
      withoutMarks += 1;
      continue;
    }
    if (sharesAnswers && detail.answer !== other.detail.answer) {
      otherAnswers += 1;
      continue;
    }
    items += 1;
    const marks = new Map(other.detail.criteria.map(({ id, verdict }) => [id, verdict]));
    for (const { id, verdict } of detail.criteria) {
      const mark = marks.get(id);
      if (mark === undefined) continue;
      if (verdict === 'unscored' || mark === 'unscored') unscored += 1;
      else rows.push({ cluster, first: verdict, second: mark });
    }
  }
  return { rows, items, unscored, otherAnswers, withoutMarks };
}

/** One criterion with each run's verdict of it. */
export interface CriterionRow {
  id: string;
  text: string;
  points: number;
  axis: string | null;
  /** In the order of the runs; null where a run has no mark of it. */
  marks: readonly (ItemDetail['criteria'][number] | null)[];
  differs: boolean;
}

/** The criteria of one item under every run, those with different verdicts first. */
export function criterionRows(
  runs: readonly (readonly ItemDetail['criteria'][number][] | null)[],
): CriterionRow[] {
  const byId = runs.map((criteria) => new Map((criteria ?? []).map((mark) => [mark.id, mark])));
  const known = new Map<string, ItemDetail['criteria'][number]>();
  for (const criteria of runs) {
    for (const mark of criteria ?? []) if (!known.has(mark.id)) known.set(mark.id, mark);
  }
  const rows = [...known.values()].map(({ id, text, points, axis }): CriterionRow => {
    const marks = byId.map((criteria) => criteria.get(id) ?? null);
    const verdicts = new Set(marks.flatMap((mark) => (mark === null ? [] : [mark.verdict])));
    return { id, text, points, axis, marks, differs: verdicts.size > 1 };
  });
  return rows.sort((a, b) => Number(b.differs) - Number(a.differs));
}
