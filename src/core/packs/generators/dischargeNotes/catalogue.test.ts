import { describe, expect, it } from 'vitest';
import { conceptEntries, conceptGroups } from './catalogue.ts';
import type { Split } from '../wording.ts';
import { fillers } from './fillers.ts';
import { restatedEndings } from './frames.ts';
import {
  allTemplates,
  fillerTemplates,
  templatesByCode,
  templatesById,
} from './sentenceTemplates.ts';

const SPLITS: readonly Split[] = ['train', 'test'];

/** Sentences as notes are written from them, without those that are said again in copies of items. */
function templatesOf(split: Split) {
  return [...[...templatesByCode[split].values()].flatMap(allTemplates), ...fillerTemplates[split]];
}
const templates = SPLITS.flatMap(templatesOf);

/** Words of a template that carry its meaning: slots of numbers and words are kept, pronouns and small words are not. */
function keyWords(text: string): Set<string> {
  const small = new Set(
    'a an and as at be been but by did for from had has have he in is it no not of on one so some such than that the then there this to was were when while with'.split(
      ' ',
    ),
  );
  const words = text
    .toLowerCase()
    .replace(/\{(?:he|his|him)\}/gi, ' ')
    .replace(/[.,;](?= |$)/g, ' ')
    .split(/ +/);
  return new Set(words.filter((word) => word !== '' && !small.has(word)));
}

/** The template with every slot at its longest, as a bound on what a note can hold. */
function longest(text: string): string {
  return text.replace(/\{([^{}]+)\}/g, (_, slot: string) => {
    const fixed: Record<string, string> = { side: 'right', Side: 'Right', day: 'Wednesday' };
    const choices = slot.includes('..') ? slot.split('..') : slot.split('|');
    return fixed[slot] ?? choices.sort((a, b) => b.length - a.length)[0] ?? '';
  });
}

/** Phrases that name each concept, the longest first, so that `mini-stroke` is not read as `stroke`. */
const phrases = conceptEntries
  .flatMap(({ code, name, mentions, testMentions, rareMentions, testRareMentions }) =>
    [name, ...mentions, ...testMentions, ...rareMentions, ...testRareMentions].map((phrase) => ({
      code,
      phrase,
    })),
  )
  .sort((a, b) => b.phrase.length - a.phrase.length)
  .map(({ code, phrase }) => {
    const escaped = phrase.replace(/[.*+?^$()|[\]\\{}/]/g, '\\$&');
    const isAbbreviation = /^[A-Z0-9]+s?$/.test(phrase);
    return {
      code,
      pattern: new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`, isAbbreviation ? 'g' : 'gi'),
    };
  });

/** Codes of the concepts that a text names. */
function namedIn(text: string): Set<string> {
  const codes = new Set<string>();
  let rest = text.replace(/\{[^{}]*\}/g, '0');
  for (const { code, pattern } of phrases) {
    const without = rest.replace(pattern, '_');
    if (without !== rest) codes.add(code);
    rest = without;
  }
  return codes;
}

describe('the catalogue', () => {
  it('has 16 groups of three concepts, each code and name once', () => {
    expect(conceptGroups).toHaveLength(16);
    expect(conceptGroups.map(({ concepts }) => concepts.length)).toEqual(Array(16).fill(3));
    expect(new Set(conceptEntries.map(({ code }) => code)).size).toBe(48);
    expect(new Set(conceptEntries.map(({ name }) => name)).size).toBe(48);
  });

  it('has ICD-10 codes by their form', () => {
    for (const { code } of conceptEntries) expect(code).toMatch(/^[A-Z]\d\d(\.[0-9A-Z]{1,4})?$/);
  });

  it('shows every concept in enough ways', () => {
    for (const entry of conceptEntries) {
      expect(entry.mentions.length, entry.name).toBeGreaterThanOrEqual(4);
      expect(entry.clues.length, entry.name).toBeGreaterThanOrEqual(6);
      expect(
        entry.rareMentions.length + entry.rareClues.length + entry.jointClues.length,
        entry.name,
      ).toBeGreaterThanOrEqual(5);
      expect(entry.otherPersonClues.length, entry.name).toBeGreaterThanOrEqual(1);
    }
  });

  it('says each thing once', () => {
    const texts = templates.map(({ text }) => text);
    const twice = texts.filter((text, index) => texts.indexOf(text) !== index);
    expect(twice).toEqual([]);
  });

  it('has enough fillers for training and for test, none in both', () => {
    for (const split of SPLITS) expect(fillers[split].length).toBeGreaterThanOrEqual(35);
    expect(fillers.train.filter((text) => fillers.test.includes(text))).toEqual([]);
  });

  it('says nothing in test notes in words of training notes', () => {
    const train = templatesOf('train');
    const trainPatterns = new Set(train.map(({ text }) => text.replace(/\{[^{}]*\}/g, '{}')));
    const shared = templatesOf('test').filter(({ text }) =>
      trainPatterns.has(text.replace(/\{[^{}]*\}/g, '{}')),
    );
    expect(shared).toEqual([]);
    for (const { text } of train) {
      for (const ending of restatedEndings) expect(text.endsWith(ending)).toBe(false);
    }
    expect([...templatesById.values()].filter(({ id }) => /\/train\/.*restated/.test(id))).toEqual(
      [],
    );
  });

  it('keeps a fact’s key words in its test wording', () => {
    const lost: string[] = [];
    for (const entry of conceptEntries) {
      const facts = [
        ...entry.clues,
        ...entry.rareClues,
        ...entry.jointClues.flat(),
        ...entry.otherPersonClues,
      ];
      for (const [train, test] of facts) {
        const there = keyWords(test);
        const words = [...keyWords(train)];
        const kept = words.filter((word) => there.has(word)).length / words.length;
        if (kept < 0.5) lost.push(`${String(kept)} ${train} | ${test}`);
        const slots = (text: string) => text.match(/\{[^{}]*[.|][^{}]*\}/g)?.sort() ?? [];
        expect(slots(test), test).toEqual(slots(train));
      }
    }
    expect(lost).toEqual([]);
  });

  it('frames names alike in both wordings: as many frames of each kind, names but for the test ones', () => {
    for (const entry of conceptEntries) {
      const [train, test] = SPLITS.map((split) => templatesByCode[split].get(entry.code));
      if (train === undefined || test === undefined) throw new Error(entry.code);
      const frames = (phrase: string | undefined, of: typeof train) =>
        of.mentions.filter((one) => one.phrase === phrase).length;
      expect(frames(entry.mentions[0], test)).toBe(frames(entry.mentions[0], train));
      for (const phrase of [...entry.testMentions, ...entry.testRareMentions])
        expect(allTemplates(train).some((one) => one.phrase === phrase)).toBe(false);
      expect(test.namedTraps.map(({ kind }) => kind)).toEqual(
        train.namedTraps.map(({ kind }) => kind),
      );
    }
  });

  it('writes short plain sentences', () => {
    for (const { id, text } of templates) {
      const full = longest(text);
      expect(full.length, `${id}: ${full}`).toBeLessThanOrEqual(100);
      const words = full.split(' ').length;
      expect(words, `${id}: ${full}`).toBeGreaterThanOrEqual(4);
      expect(words, `${id}: ${full}`).toBeLessThanOrEqual(14);
      expect(text, id).toMatch(/^[^\n]+\.$/);
    }
  });

  it('names a concept in the sentences that are declared to name it, and nowhere else', () => {
    for (const [code, of] of SPLITS.flatMap((split) => [...templatesByCode[split]])) {
      const naming = [
        ...of.mentions,
        ...of.rareMentions,
        ...of.namedTraps.flatMap((t) => t.templates),
      ];
      for (const { id, text } of naming)
        expect([...namedIn(text)], `${id}: ${text}`).toEqual([code]);
      const implying = [
        ...of.clues,
        ...of.rareClues,
        ...of.jointClues.flat(),
        ...of.otherPersonClues,
      ];
      for (const { id, text } of implying) expect([...namedIn(text)], `${id}: ${text}`).toEqual([]);
    }
    for (const text of [...fillers.train, ...fillers.test])
      expect([...namedIn(text)], text).toEqual([]);
  });
});
