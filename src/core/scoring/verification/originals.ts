import type { InputProblem } from '../../share/parseBundle.ts';
import { quoted, type Placed } from '../readRows.ts';

/** What matches a copy to its original. */
export interface PairedRow {
  readonly pair: string | null;
  readonly variant: 'original' | 'altering' | 'preserving';
  readonly register: 'clinical' | 'patient' | null;
}

/** The originals of each pair. */
export type Originals<Row> = ReadonlyMap<string, readonly Row[]>;

export function originalsByPair<Row extends PairedRow>(rows: readonly Row[]): Originals<Row> {
  const originals = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.variant !== 'original' || row.pair === null) continue;
    const own = originals.get(row.pair);
    if (own === undefined) originals.set(row.pair, [row]);
    else own.push(row);
  }
  return originals;
}

/** The original of a copy: the one of its register, or the only one where the copy names none. */
export function originalOf<Row extends PairedRow>(
  copy: PairedRow,
  originals: Originals<Row>,
): Row | undefined {
  const own = originals.get(copy.pair ?? '') ?? [];
  const same = own.find(({ register }) => register === copy.register);
  return same ?? (copy.register === null && own.length === 1 ? own[0] : undefined);
}

/**
 * Says where rows leave open which original a copy belongs to: two originals of one pair in the same register, or a copy
 * without a register of a pair that has an original in each. The first such row; null where all is clear.
 */
export function unclearOriginal(
  rows: readonly Placed<PairedRow>[],
  file: string,
): InputProblem | null {
  const seen = new Map<string, string>();
  for (const { row, place } of rows) {
    if (row.variant !== 'original' || row.pair === null) continue;
    const key = `${row.register ?? ''} ${row.pair}`;
    const before = seen.get(key);
    if (before !== undefined)
      return refusal(
        `${file}, ${place}, field “pair”: “${quoted(row.pair)}” already has its original in ${before}. Give each pair one original a register, or give one of the two rows another pair.`,
      );
    seen.set(key, place);
  }
  const originals = originalsByPair(rows.map(({ row }) => row));
  for (const { row, place } of rows) {
    if (row.variant === 'original' || originalOf(row, originals) !== undefined) continue;
    if (row.register === null && (originals.get(row.pair ?? '')?.length ?? 0) > 1)
      return refusal(
        `${file}, ${place}, field “register”: is missing, and the pair “${quoted(row.pair ?? '')}” has more than one original. Name the register that this is a copy of.`,
      );
  }
  return null;
}

function refusal(message: string): InputProblem {
  return { code: 'bad-field', message };
}
