import { f1FromCounts, type PositiveCounts } from '../../stats/f1FromCounts.ts';
import type { Metric, ValueRow } from '../metric.ts';

function count(rows: readonly ValueRow[]): PositiveCounts {
  const counts = { truePositives: 0, falsePositives: 0, falseNegatives: 0 };
  for (const { values } of rows) {
    if (values['gold'] === 1 && values['assigned'] === 1) counts.truePositives += 1;
    else if (values['gold'] === 1) counts.falseNegatives += 1;
    else if (values['assigned'] === 1) counts.falsePositives += 1;
  }
  return counts;
}

/** Mean F1 of groups of rows; a group with neither a gold nor an assigned code counts for nothing. */
function meanF1(groups: Iterable<readonly ValueRow[]>): number | null {
  const scores = [...groups].map((rows) => f1FromCounts(count(rows))).filter((one) => one !== null);
  return scores.length === 0 ? null : scores.reduce((sum, one) => sum + one, 0) / scores.length;
}

function byCode(rows: readonly ValueRow[]): readonly ValueRow[][] {
  const groups = new Map<string, ValueRow[]>();
  for (const row of rows) {
    const { code, codeRest } = row.values;
    if (typeof code !== 'number') continue;
    // Both together are the code; one alone may be another's as well.
    const key = `${String(code)} ${String(codeRest)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

/**
 * Rows note by note. A bootstrap may draw a note twice; its rows then stand twice, and each time is a note of its own: a
 * row that the note at hand holds already begins another.
 */
export function byNote(rows: readonly ValueRow[]): readonly ValueRow[][] {
  const done: ValueRow[][] = [];
  const open = new Map<string, { rows: ValueRow[]; seen: Set<ValueRow['values']> }>();
  for (const row of rows) {
    const group = open.get(row.cluster);
    if (group !== undefined && !group.seen.has(row.values)) {
      group.rows.push(row);
      group.seen.add(row.values);
      continue;
    }
    const next = { rows: [row], seen: new Set([row.values]) };
    open.set(row.cluster, next);
    done.push(next.rows);
  }
  return done;
}

/** Share of notes whose assigned set is the gold one. */
function exactSets(rows: readonly ValueRow[]): number | null {
  const notes = byNote(rows);
  if (notes.length === 0) return null;
  const exact = notes.filter((note) =>
    note.every(({ values }) => values['gold'] === values['assigned']),
  );
  return exact.length / notes.length;
}

const SHARED = { basis: 'gold', chance: null, measuredBy: 'gold' } as const;

/** Metrics of code sets, the leading one first. */
export const codeSetsMetrics: readonly Metric[] = [
  {
    ...SHARED,
    id: 'microF1',
    title: 'Micro F1',
    formula:
      '2 TP / (2 TP + FP + FN) with the counts of all codes of all notes pooled. Assigning every candidate gets about 0.75 where 60 % of them are right, so read it beside the random baseline.',
    source: 'standard for ICD coding',
    estimate: (rows) => f1FromCounts(count(rows)),
  },
  {
    ...SHARED,
    id: 'macroF1',
    title: 'Macro F1',
    formula:
      'F1 of each code over all notes, averaged over codes, so that rare codes count as much as common ones. A code that is neither gold nor assigned anywhere is left out.',
    source: 'standard for ICD coding; labels as in scikit-learn',
    estimate: (rows) => meanF1(byCode(rows)),
  },
  {
    ...SHARED,
    id: 'noteF1',
    title: 'F1 over notes',
    formula:
      'F1 of each note’s assigned against its gold set, averaged over notes; a note without a gold and an assigned code is left out.',
    source: 'example-based F1',
    estimate: (rows) => meanF1(byNote(rows)),
  },
  {
    ...SHARED,
    id: 'exactSets',
    title: 'Exact sets',
    formula: 'Share of notes whose assigned set is exactly the gold one.',
    source: 'subset accuracy',
    estimate: exactSets,
  },
];
