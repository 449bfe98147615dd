import { conceptEntries } from '../../packs/generators/dischargeNotes/catalogue.ts';
import { templatesById } from '../../packs/generators/dischargeNotes/sentenceTemplates.ts';
import type { Random } from '../../random.ts';
import type { Excerpt } from './excerpt.ts';
import type { Question } from './questionGroup.ts';

const namesByCode: ReadonlyMap<string, string> = new Map(
  conceptEntries.map(({ code, name }) => [code, `${name} (${code})`]),
);

/** What one sentence says by itself: a concept, a part of one, that one is absent or someone else's, or nothing. */
function sentenceContent(templateId: string): string {
  const template = templatesById.get(templateId);
  const name = template?.code == null ? undefined : namesByCode.get(template.code);
  if (template === undefined || name === undefined) return 'nothing';
  switch (template.role) {
    case 'mention':
    case 'rareMention':
    case 'clue':
    case 'rareClue':
      return name;
    case 'jointFirst':
    case 'jointSecond':
      return `part of ${name}`;
    case 'trap':
      return `not ${name}`;
    case 'filler':
      return 'nothing';
  }
}

/**
 * Asks of up to `count` sentences what each one shows. A yes or no teaches one bit; naming the concept teaches what a
 * sentence means some five times faster.
 */
export function sentenceAsides(excerpt: Excerpt, random: Random, count: number): Question[] {
  const contents = excerpt.templateIds.map((id, index) => ({
    suffix: `Sentence ${String(index + 1)} shows:`,
    reply: sentenceContent(id),
  }));
  return random.shuffle(contents).slice(0, count);
}
