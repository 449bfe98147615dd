import type { Pack } from './parsePack.ts';

/** How long the text is that an item asks about. */
export interface NoteLength {
  readonly sentences: number;
  /** What stands between blanks. */
  readonly words: number;
}

/** Lengths by item of packs that ask about notes; null for kinds whose items are no notes of sentences. */
export function noteLengths(pack: Pack): ReadonlyMap<string, NoteLength> | null {
  if (pack.kind !== 'concept-verification' && pack.kind !== 'trial-eligibility') return null;
  const items: readonly { id: string; sentences: readonly string[] }[] = pack.items;
  return new Map(
    items.map(({ id, sentences }) => [
      id,
      {
        sentences: sentences.length,
        words: sentences.reduce((sum, text) => sum + text.split(/\s+/u).filter(Boolean).length, 0),
      },
    ]),
  );
}
