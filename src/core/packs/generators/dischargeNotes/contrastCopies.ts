import type { Random } from '../../../random.ts';
import { conceptGroups } from './catalogue.ts';
import { drawFiller } from './fillNote.ts';
import { fillTemplate } from './fillTemplate.ts';
import type { ConceptPair, GeneratedNote, Stratum } from './generatedNote.ts';
import { siblingsOf } from './generateNote.ts';
import type { ConceptTemplates, SentenceTemplate } from './sentenceTemplates.ts';
import {
  allTemplates,
  restatementsOf,
  templatesByCode,
  templatesById,
} from './sentenceTemplates.ts';

/**
 * Copies of an item that differ from it in what decides the answer, or in everything but that, after NLI4CT-P (SemEval 2024
 * task 2). Test notes only: what is put in is worded as test notes are.
 */
export interface ContrastCopy {
  note: GeneratedNote;
  pair: ConceptPair;
}

interface Draft {
  sentences: string[];
  templateIds: string[];
}

function templateOf(id: string | undefined): SentenceTemplate {
  const template = templatesById.get(id ?? '');
  if (template === undefined) throw new RangeError(`There is no sentence template ${String(id)}.`);
  return template;
}

function testTemplates(code: string): ConceptTemplates {
  const templates = templatesByCode.test.get(code);
  if (templates === undefined) throw new RangeError(`No concept has the code ${code}.`);
  return templates;
}

function put(draft: Draft, index: number, template: SentenceTemplate, text: string): void {
  draft.sentences[index] = text;
  draft.templateIds[index] = template.id;
}

function putFilled(
  draft: Draft,
  index: number,
  template: SentenceTemplate,
  { sex }: GeneratedNote,
  random: Random,
): void {
  put(draft, index, template, fillTemplate(template.text, random, sex));
}

function putFiller(draft: Draft, index: number, { sex }: GeneratedNote, random: Random): void {
  const { template, text } = drawFiller(new Set(draft.sentences), 'test', random, sex);
  put(draft, index, template, text);
}

/** Where the note's sentences about the concept stand, 0-based. */
function placesAbout(code: string, templateIds: readonly string[]): number[] {
  return templateIds.flatMap((id, index) => (templateOf(id).code === code ? [index] : []));
}

function touchesGroup(code: string, templateIds: readonly string[]): boolean {
  const group = conceptGroups.find(({ concepts }) => concepts.some((entry) => entry.code === code));
  const codes = group?.concepts.map((entry) => entry.code) ?? [];
  return templateIds.some((id) => codes.some((one) => id.startsWith(`${one}/`)));
}

/** A sentence that names the concept by this phrase, or by any, without showing it. */
function drawNamedTrap(
  templates: ConceptTemplates,
  phrase: string | null,
  random: Random,
): SentenceTemplate {
  const { templates: ofKind } = random.pick(templates.namedTraps);
  return random.pick(ofKind.filter((trap) => phrase === null || trap.phrase === phrase));
}

/** What stands in for the first sentence that showed the concept; null for a filler. */
function drawDenial(
  templates: ConceptTemplates,
  shown: SentenceTemplate,
  random: Random,
): SentenceTemplate | null {
  if (shown.phrase !== null) return drawNamedTrap(templates, shown.phrase, random);
  const kind = random.pick(['otherPerson', 'named', 'removed'] as const);
  if (kind === 'removed') return null;
  if (kind === 'otherPerson') return random.pick(templates.otherPersonClues);
  return drawNamedTrap(templates, null, random);
}

/** Each sentence that showed the concept denies it, is about someone else, or is gone; of a joint clue one half is gone. */
function deny(note: GeneratedNote, pair: ConceptPair, random: Random): ContrastCopy {
  const { code } = pair.concept;
  const templates = testTemplates(code);
  const draft = { sentences: [...note.sentences], templateIds: [...note.templateIds] };
  const places = pair.evidence.map((number) => number - 1);
  if (pair.jointEvidence) {
    putFiller(draft, random.pick(places), note, random);
  } else {
    const named = places.filter((at) => templateOf(draft.templateIds[at]).phrase !== null);
    const first = named[0] ?? random.pick(places);
    for (const place of places) {
      const denial =
        place === first
          ? drawDenial(templates, templateOf(draft.templateIds[place]), random)
          : null;
      // Where the note says the same already, the sentence goes.
      if (denial === null || draft.templateIds.includes(denial.id))
        putFiller(draft, place, note, random);
      else putFilled(draft, place, denial, note, random);
    }
  }
  const stratum = touchesGroup(code, draft.templateIds) ? 'confusable_neg' : 'random_neg';
  const changed: ConceptPair = {
    concept: pair.concept,
    supported: false,
    stratum,
    evidence: [],
    jointEvidence: false,
  };
  return { note: { ...note, ...draft, pairs: [] }, pair: changed };
}

/** What affirms the concept in a place where a trap stood, or a filler. */
function drawAffirmation(
  templates: ConceptTemplates,
  trap: SentenceTemplate | null,
  random: Random,
): SentenceTemplate {
  if (trap === null) return random.pick(random.pick([templates.mentions, templates.clues]));
  if (trap.phrase === null) return random.pick(templates.clues);
  const names = [...templates.mentions, ...templates.rareMentions];
  return random.pick(names.filter(({ phrase }) => phrase === trap.phrase));
}

const STRATUM_BY_ROLE: Partial<Record<SentenceTemplate['role'], Stratum>> = {
  mention: 'explicit',
  rareMention: 'hard_positive',
  clue: 'implicit',
};

/**
 * The sentence that named the concept without showing it now shows it; where none did, a filler gives way to one that does.
 * Null where the note shows another concept of the group, which would make it contradict itself, or has no place.
 */
function affirm(note: GeneratedNote, pair: ConceptPair, random: Random): ContrastCopy | null {
  const { code } = pair.concept;
  const siblings = siblingsOf(code);
  const about = note.templateIds.map(templateOf);
  const isTaken = about.some(
    (template) => siblings.includes(template.code ?? '') && template.role !== 'trap',
  );
  const [trapPlace] = placesAbout(code, note.templateIds);
  // A confusable negative whose trap is about a sibling stays out: to put a sentence in would change more than the trap.
  if (isTaken || (pair.stratum === 'confusable_neg' && trapPlace === undefined)) return null;
  const fillerPlaces = about.flatMap(({ role }, index) => (role === 'filler' ? [index] : []));
  if (trapPlace === undefined && fillerPlaces.length === 0) return null;
  const place = trapPlace ?? random.pick(fillerPlaces);
  const trap = trapPlace === undefined ? null : templateOf(note.templateIds[place]);
  const affirmation = drawAffirmation(testTemplates(code), trap, random);
  const stratum = STRATUM_BY_ROLE[affirmation.role];
  if (stratum === undefined) throw new RangeError(`${affirmation.id} affirms nothing.`);
  const draft = { sentences: [...note.sentences], templateIds: [...note.templateIds] };
  putFilled(draft, place, affirmation, note, random);
  const changed = { ...pair, supported: true, stratum, evidence: [place + 1] };
  return { note: { ...note, ...draft, pairs: [] }, pair: changed };
}

/** A copy whose answer is the other one, or null where the note cannot be altered so. Every other sentence stays. */
export function alteringCopy(
  note: GeneratedNote,
  pair: ConceptPair,
  random: Random,
): ContrastCopy | null {
  return pair.supported ? deny(note, pair, random) : affirm(note, pair, random);
}

/** The sentence at `index` in other words: its name in another frame of the same kind, or itself with an ending. */
function reword(note: GeneratedNote, index: number, random: Random): [SentenceTemplate, string] {
  const template = templateOf(note.templateIds[index]);
  const sentence = note.sentences[index] ?? '';
  if (template.phrase === null) {
    const restated = random.pick(restatementsOf(template));
    const ending = restated.text.slice(template.text.length - 1);
    return [restated, `${sentence.slice(0, -1)}${fillTemplate(ending, random, note.sex)}`];
  }
  const others = allTemplates(testTemplates(template.code ?? '')).filter(
    ({ fact, phrase, id }) =>
      fact === template.fact && phrase === template.phrase && id !== template.id,
  );
  const other = random.pick(others);
  return [other, fillTemplate(other.text, random, note.sex)];
}

/** A random order of the sentences in which the first half of a joint clue stays before the second. */
function shuffledOrder(templateIds: readonly string[], random: Random): number[] {
  const order = random.shuffle(templateIds.map((_, index) => index));
  const templates = templateIds.map(templateOf);
  templates.forEach(({ role, fact }, first) => {
    if (role !== 'jointFirst') return;
    const second = templates.findIndex((one) => one.role === 'jointSecond' && one.fact === fact);
    const [a, b] = [order.indexOf(first), order.indexOf(second)];
    if (second !== -1 && a > b) {
      order[a] = second;
      order[b] = first;
    }
  });
  return order;
}

/** A copy with the same answer: sentences about the concept in other words, all sentences in another order. */
export function preservingCopy(
  note: GeneratedNote,
  pair: ConceptPair,
  random: Random,
): ContrastCopy {
  const draft = { sentences: [...note.sentences], templateIds: [...note.templateIds] };
  for (const index of placesAbout(pair.concept.code, note.templateIds))
    put(draft, index, ...reword(note, index, random));
  const order = shuffledOrder(draft.templateIds, random);
  const evidence = pair.evidence
    .map((number) => order.indexOf(number - 1) + 1)
    .sort((a, b) => a - b);
  return {
    note: {
      ...note,
      sentences: order.map((from) => draft.sentences[from] ?? ''),
      templateIds: order.map((from) => draft.templateIds[from] ?? ''),
      pairs: [],
    },
    pair: { ...pair, evidence },
  };
}
