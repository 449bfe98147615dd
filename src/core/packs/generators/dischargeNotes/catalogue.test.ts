import { describe, expect, it } from 'vitest';
import { conceptEntries, conceptGroups } from './catalogue.ts';
import { fillers } from './fillers.ts';
import { templatesByCode, templatesById } from './sentenceTemplates.ts';

const templates = [...templatesById.values()];

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
  .flatMap(({ code, name, mentions, rareMentions }) =>
    [name, ...mentions, ...rareMentions].map((phrase) => ({ code, phrase })),
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
    expect(new Set(fillers).size).toBe(fillers.length);
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
    for (const [code, of] of templatesByCode) {
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
    for (const text of fillers) expect([...namedIn(text)], text).toEqual([]);
  });
});
