import { conceptEntries } from './catalogue.ts';
import type { ConceptEntry } from './conceptEntry.ts';
import { capitalise } from './fillTemplate.ts';
import { fillers } from './fillers.ts';
import { affirmingFrames, trapFrames } from './frames.ts';

/** What a sentence does for the concept it is about. `jointFirst` and `jointSecond` support it only together. */
export type SentenceRole =
  | 'mention'
  | 'rareMention'
  | 'clue'
  | 'rareClue'
  | 'jointFirst'
  | 'jointSecond'
  | 'trap'
  | 'filler';

/** A sentence with slots still open, and what it is declared to say. */
export interface SentenceTemplate {
  /** Unique, e.g. `E11.9/clue/3`. The two halves of a joint clue share all but the last part. */
  id: string;
  role: SentenceRole;
  /** Code of the concept it is about; null for fillers. */
  code: string | null;
  text: string;
}

/** The templates of one concept by use. */
export interface ConceptTemplates {
  entry: ConceptEntry;
  mentions: readonly SentenceTemplate[];
  rareMentions: readonly SentenceTemplate[];
  clues: readonly SentenceTemplate[];
  rareClues: readonly SentenceTemplate[];
  jointClues: readonly (readonly [SentenceTemplate, SentenceTemplate])[];
  /** Named traps by kind. */
  namedTraps: readonly { kind: string; templates: readonly SentenceTemplate[] }[];
  /** Clues that are about someone else. */
  otherPersonClues: readonly SentenceTemplate[];
}

function framed(
  idStart: string,
  role: SentenceRole,
  code: string,
  phrases: readonly string[],
  frames: readonly string[],
): SentenceTemplate[] {
  return phrases.flatMap((phrase, phraseIndex) =>
    frames.map((frame, frameIndex) => ({
      id: `${code}/${idStart}/${String(phraseIndex)}/${String(frameIndex)}`,
      role,
      code,
      text: frame.replaceAll('{m}', phrase).replaceAll('{M}', capitalise(phrase)),
    })),
  );
}

function plain(
  idStart: string,
  role: SentenceRole,
  code: string,
  texts: readonly string[],
): SentenceTemplate[] {
  return texts.map((text, index) => ({
    id: `${code}/${idStart}/${String(index)}`,
    role,
    code,
    text,
  }));
}

function templatesOf(entry: ConceptEntry): ConceptTemplates {
  const { code } = entry;
  const frames = [...affirmingFrames.anyCourse, ...affirmingFrames[entry.course]];
  return {
    entry,
    mentions: framed('mention', 'mention', code, entry.mentions, frames),
    rareMentions: framed('rareMention', 'rareMention', code, entry.rareMentions, frames),
    clues: plain('clue', 'clue', code, entry.clues),
    rareClues: plain('rareClue', 'rareClue', code, entry.rareClues),
    jointClues: entry.jointClues.map(([first, second], index) => [
      { id: `${code}/joint/${String(index)}/first`, role: 'jointFirst', code, text: first },
      { id: `${code}/joint/${String(index)}/second`, role: 'jointSecond', code, text: second },
    ]),
    namedTraps: trapFrames.map(({ id, frames: trapTexts }) => ({
      kind: id,
      templates: framed(
        `trap-${id}`,
        'trap',
        code,
        [...entry.mentions, ...entry.rareMentions],
        trapTexts,
      ),
    })),
    otherPersonClues: plain('otherPerson', 'trap', code, entry.otherPersonClues),
  };
}

/** The templates of each concept, by code, in the order of the catalogue. */
export const templatesByCode: ReadonlyMap<string, ConceptTemplates> = new Map(
  conceptEntries.map((entry) => [entry.code, templatesOf(entry)]),
);

export const fillerTemplates: readonly SentenceTemplate[] = fillers.map((text, index) => ({
  id: `filler/${String(index)}`,
  role: 'filler',
  code: null,
  text,
}));

/** Every template there is, by id. */
export const templatesById: ReadonlyMap<string, SentenceTemplate> = new Map(
  [
    ...[...templatesByCode.values()].flatMap((templates) => [
      ...templates.mentions,
      ...templates.rareMentions,
      ...templates.clues,
      ...templates.rareClues,
      ...templates.jointClues.flat(),
      ...templates.namedTraps.flatMap((trap) => trap.templates),
      ...templates.otherPersonClues,
    ]),
    ...fillerTemplates,
  ].map((template) => [template.id, template]),
);
