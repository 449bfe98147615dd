import { ENTITY_TYPES, type EntityType } from '../../packs/entitySpans.ts';

/** One entity as the student wrote it, not yet found in the note. */
export interface NamedEntity {
  type: EntityType;
  text: string;
}

/** A list of entities as read. */
export type EntityAnswer =
  { kind: 'read'; entities: readonly NamedEntity[] } | { kind: 'unreadable' };

const TYPED_LINE = /^(disorder|drug|procedure|lab)s?\s*[:=\-–—]\s*(.*)$/iu;
const NOTHING = /^(?:none|no entities|nothing|n\/a)?$/iu;

/** A line without what larger models put around it: bullets, numbers, emphasis, quotation marks. */
function bare(line: string): string {
  return line
    .replaceAll(/[*`"“”]/gu, '')
    .trim()
    .replace(/^(?:[-•]|\d{1,3}[.)])\s*/u, '')
    .trim();
}

/** What stands behind the type, without quotation marks, a full stop or a remark in brackets at its end. */
function bareName(text: string): string {
  return bare(text)
    .replace(/\s*\([^()]*\)\.?$/u, '')
    .replace(/^['‘]|[.,;'’]+$/gu, '')
    .trim();
}

function typeOf(word: string): EntityType | undefined {
  return ENTITY_TYPES.find((type) => type === word.toLowerCase());
}

/** Whether a name stands in a text, apart from case. */
function standsIn(text: string, name: string): boolean {
  return text.toLowerCase().includes(name.toLowerCase());
}

/**
 * Reads one entity a line, `drug: metformin` or `Drug - metformin`, with or without a bullet. Several names on one line are
 * taken apart at commas unless the whole stands in the note. `none`, alone or behind a type, is no entity. Lines that are
 * neither are passed over; an answer of nothing else is unreadable.
 */
export function parseAnswer(answer: string, note: string): EntityAnswer {
  const entities: NamedEntity[] = [];
  let isReadable = false;
  for (const line of answer.split(/[\r\n]+/u).map(bare)) {
    const typed = TYPED_LINE.exec(line);
    const type = typeOf(typed?.[1] ?? '');
    if (typed === null || type === undefined) {
      if (line !== '' && NOTHING.test(bareName(line))) isReadable = true;
      continue;
    }
    isReadable = true;
    const whole = bareName(typed[2] ?? '');
    const names = standsIn(note, whole) ? [whole] : whole.split(/[,;]/u).map(bareName);
    for (const text of names) if (!NOTHING.test(text)) entities.push({ type, text });
  }
  return isReadable ? { kind: 'read', entities } : { kind: 'unreadable' };
}
