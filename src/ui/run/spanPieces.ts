import type { NamedSpan } from '../../core/packs/itemView.ts';

/** A stretch of a text: inside a span with its label, or between spans. */
export interface TextPiece {
  text: string;
  label: string | null;
}

/**
 * A text cut at its spans, in order; the pieces together are the text. Spans that overlap an earlier one, are empty or lie
 * outside of the text are left out: what a page shows must not lose or repeat a word.
 */
export function spanPieces(text: string, spans: readonly NamedSpan[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { start, end, label } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start || end > text.length) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), label: null });
    pieces.push({ text: text.slice(start, end), label });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), label: null });
  return pieces;
}

/** How often each label occurs, in the order of the text. */
export function countLabels(pieces: readonly TextPiece[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { label } of pieces) {
    if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts];
}
