import * as v from 'valibot';
import { problem, type Parsed } from '../../share/parseBundle.ts';
import type { Battle } from '../../stats/ratings/battles.ts';
import { refuseEchoes } from '../numberNames.ts';
import { clusterOf, quoted, readRows } from '../readRows.ts';
import { clusterField, nameField } from '../rowFields.ts';

/** Models of a file: a thousand resamples of more take many minutes. */
const MOST_MODELS = 300;

/** LMArena's words, of both of its releases. Where both answers are bad, neither is better. */
const OUTCOMES = {
  model_a: 'first',
  model_b: 'second',
  tie: 'tie',
  'tie (bothbad)': 'tie',
  both_bad: 'tie',
} as const;

const rowSchema = v.pipe(
  v.object({
    cluster: clusterField,
    model_a: nameField,
    model_b: nameField,
    winner: v.nullish(
      v.picklist(
        ['model_a', 'model_b', 'tie', 'tie (bothbad)', 'both_bad'],
        'must be "model_a", "model_b", "tie", "tie (bothbad)", "both_bad" or null',
      ),
    ),
  }),
  v.forward(
    v.check(({ model_a: a, model_b: b }) => a !== b, 'must be another model than model_a'),
    ['model_b'],
  ),
);

/** A comparison of two models' answers; the outcome is null where it is missing or could not be read. */
export interface SavedBattle extends Omit<Battle, 'outcome'> {
  readonly cluster: string;
  readonly outcome: Battle['outcome'] | null;
}

/** Reads battles as arenas write them. */
export function readBattles(text: string, file: string): Parsed<SavedBattle[]> {
  const rows = readRows(text, file, rowSchema);
  if (!rows.ok) return rows;
  const models = new Set<string>();
  for (const { row, place } of rows.value) {
    models.add(row.model_a).add(row.model_b);
    if (models.size > MOST_MODELS)
      return problem(
        'too-large',
        `${file}, ${place}: “${quoted(row.model_b)}” is one model too many: at most ${String(MOST_MODELS)} are rated together. Take out the rows of some.`,
      );
  }
  const echo = refuseEchoes(models, file, 'model');
  if (echo !== null) return echo;
  return {
    ok: true,
    value: rows.value.map(({ row, place }) => ({
      cluster: clusterOf(row, place),
      first: row.model_a,
      second: row.model_b,
      outcome: row.winner == null ? null : OUTCOMES[row.winner],
    })),
  };
}
