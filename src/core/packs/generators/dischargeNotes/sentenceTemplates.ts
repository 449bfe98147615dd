import type { Split, Wording } from '../wording.ts';
import { conceptEntries } from './catalogue.ts';
import type { ConceptEntry, WordedTwice } from './conceptEntry.ts';
import { capitalise } from './fillTemplate.ts';
import { fillers } from './fillers.ts';
import { affirmingFrames, restatedEndings, trapFrames } from './frames.ts';

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
  /** Unique, e.g. `E11.9/train/clue/3`. It begins with the concept's code, or with `filler`. */
  id: string;
  role: SentenceRole;
  /** Code of the concept it is about; null for fillers. */
  code: string | null;
  /** What it says, whatever the wording; the two halves of a joint clue share it. */
  fact: string;
  /** The noun phrase that names the concept; null where none does. */
  phrase: string | null;
  text: string;
}

/** The templates of one concept by use, in one of the two wordings. */
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

const SPLITS: readonly Split[] = ['train', 'test'];

function framed(
  use: string,
  role: SentenceRole,
  { code }: ConceptEntry,
  split: Split,
  phrases: readonly string[],
  frames: readonly string[],
): SentenceTemplate[] {
  return phrases.flatMap((phrase, phraseIndex) =>
    frames.map((frame, frameIndex) => ({
      id: `${code}/${split}/${use}/${String(phraseIndex)}/${String(frameIndex)}`,
      role,
      code,
      fact: `${code}/${use}`,
      phrase,
      text: frame.replaceAll('{m}', phrase).replaceAll('{M}', capitalise(phrase)),
    })),
  );
}

function wordingOf([train, test]: WordedTwice, split: Split): string {
  return split === 'train' ? train : test;
}

function plain(
  use: string,
  role: SentenceRole,
  { code }: ConceptEntry,
  split: Split,
  facts: readonly WordedTwice[],
): SentenceTemplate[] {
  return facts.map((fact, index) => ({
    id: `${code}/${split}/${use}/${String(index)}`,
    role,
    code,
    fact: `${code}/${use}/${String(index)}`,
    phrase: null,
    text: wordingOf(fact, split),
  }));
}

function jointHalves(
  entry: ConceptEntry,
  split: Split,
): (readonly [SentenceTemplate, SentenceTemplate])[] {
  const { code } = entry;
  return entry.jointClues.map(([first, second], index) => {
    const fact = `${code}/joint/${String(index)}`;
    const id = `${code}/${split}/joint/${String(index)}`;
    const common = { code, fact, phrase: null };
    return [
      { ...common, id: `${id}/first`, role: 'jointFirst', text: wordingOf(first, split) },
      { ...common, id: `${id}/second`, role: 'jointSecond', text: wordingOf(second, split) },
    ];
  });
}

function templatesOf(entry: ConceptEntry, split: Split): ConceptTemplates {
  const isTest = split === 'test';
  const mentions = [...entry.mentions, ...(isTest ? entry.testMentions : [])];
  const rareMentions = [...entry.rareMentions, ...(isTest ? entry.testRareMentions : [])];
  const course: Wording = affirmingFrames[entry.course];
  const frames = [...affirmingFrames.anyCourse[split], ...course[split]];
  return {
    entry,
    mentions: framed('mention', 'mention', entry, split, mentions, frames),
    rareMentions: framed('rareMention', 'rareMention', entry, split, rareMentions, frames),
    clues: plain('clue', 'clue', entry, split, entry.clues),
    rareClues: plain('rareClue', 'rareClue', entry, split, entry.rareClues),
    jointClues: jointHalves(entry, split),
    namedTraps: trapFrames.map(({ id, frames: trapTexts }) => ({
      kind: id,
      templates: framed(
        `trap-${id}`,
        'trap',
        entry,
        split,
        [...mentions, ...rareMentions],
        trapTexts[split],
      ),
    })),
    otherPersonClues: plain('otherPerson', 'trap', entry, split, entry.otherPersonClues),
  };
}

function byCode(split: Split): ReadonlyMap<string, ConceptTemplates> {
  return new Map(conceptEntries.map((entry) => [entry.code, templatesOf(entry, split)]));
}

/** The templates of each concept by wording and code, in the order of the catalogue. */
export const templatesByCode: Readonly<Record<Split, ReadonlyMap<string, ConceptTemplates>>> = {
  train: byCode('train'),
  test: byCode('test'),
};

function fillersOf(split: Split): SentenceTemplate[] {
  return fillers[split].map((text, index) => ({
    id: `filler/${split}/${String(index)}`,
    role: 'filler',
    code: null,
    fact: `filler/${split}/${String(index)}`,
    phrase: null,
    text,
  }));
}

export const fillerTemplates: Readonly<Record<Split, readonly SentenceTemplate[]>> = {
  train: fillersOf('train'),
  test: fillersOf('test'),
};

/** Every template of a concept, in the order of their uses. */
export function allTemplates(templates: ConceptTemplates): SentenceTemplate[] {
  return [
    ...templates.mentions,
    ...templates.rareMentions,
    ...templates.clues,
    ...templates.rareClues,
    ...templates.jointClues.flat(),
    ...templates.namedTraps.flatMap((trap) => trap.templates),
    ...templates.otherPersonClues,
  ];
}

/** A test sentence said again: the same with an ending that adds nothing. For copies of items only. */
export function restatementsOf(template: SentenceTemplate): SentenceTemplate[] {
  return restatedEndings.map((ending, index) => ({
    ...template,
    id: `${template.id}/restated/${String(index)}`,
    text: `${template.text.slice(0, -1)}${ending}`,
  }));
}

/** Sentences that imply a concept, or would, were they about the patient: those that no frame can reword. */
export function hasOneWording({ phrase, role }: SentenceTemplate): boolean {
  return phrase === null && role !== 'filler';
}

/** Every template there is, by id. */
export const templatesById: ReadonlyMap<string, SentenceTemplate> = new Map(
  SPLITS.flatMap((split) => {
    const ofConcepts = [...templatesByCode[split].values()].flatMap(allTemplates);
    const restated =
      split === 'test' ? ofConcepts.filter(hasOneWording).flatMap(restatementsOf) : [];
    return [...ofConcepts, ...restated, ...fillerTemplates[split]];
  }).map((template) => [template.id, template]),
);
