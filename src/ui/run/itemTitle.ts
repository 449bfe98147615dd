import type { Pack } from '../../core/packs/parsePack.ts';

const LONGEST = 90;

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).trimEnd()}…`;
}

/** What each item of a pack asks, in one line, by item id. */
export function itemTitles(pack: Pack): Map<string, string> {
  switch (pack.kind) {
    case 'concept-verification':
      return new Map(
        pack.items.map(({ id, concept }) => [id, `${concept.name} (${concept.code})`]),
      );
    case 'consult-rubrics':
      return new Map(
        pack.items.map(({ id, messages }) => [id, shortened(messages.at(-1)?.content ?? '')]),
      );
  }
}
