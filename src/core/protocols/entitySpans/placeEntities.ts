import type { EntitySpan } from '../../packs/entitySpans.ts';
import type { NamedEntity } from './parseAnswer.ts';

/** Where an answer's entities stand in the note. */
export interface PlacedEntities {
  /** In the order of the note, not overlapping. */
  spans: readonly EntitySpan[];
  /** Entities whose text is nowhere in the note. */
  hallucinated: readonly NamedEntity[];
  /** Entities whose text is in the note, but fewer times than the answer says it. */
  repeated: readonly NamedEntity[];
}

interface Place {
  start: number;
  end: number;
}

/** Every place where a text stands in a note as whole words, white space counting as white space. */
function findPlaces(note: string, text: string, flags: 'gu' | 'giu'): Place[] {
  const words = text.split(/\s+/u).map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, flags);
  return [...note.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * Gives each entity the leftmost place in the note that no entity before it claims. Longer texts claim first, so that a
 * short one never takes a piece of a longer one's place; texts of one length in the order of the answer. A place in the
 * same case is taken before one in another.
 */
export function placeEntities(note: string, entities: readonly NamedEntity[]): PlacedEntities {
  const spans: EntitySpan[] = [];
  const hallucinated: NamedEntity[] = [];
  const repeated: NamedEntity[] = [];
  for (const entity of [...entities].sort((a, b) => b.text.length - a.text.length)) {
    const places = [
      ...findPlaces(note, entity.text, 'gu'),
      ...findPlaces(note, entity.text, 'giu'),
    ];
    const free = places.find(({ start, end }) =>
      spans.every((span) => end <= span.start || span.end <= start),
    );
    if (free !== undefined) spans.push({ ...free, type: entity.type });
    else if (places.length === 0) hallucinated.push(entity);
    else repeated.push(entity);
  }
  return { spans: spans.sort((a, b) => a.start - b.start), hallucinated, repeated };
}
