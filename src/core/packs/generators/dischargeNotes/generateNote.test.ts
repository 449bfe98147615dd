import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../random.ts';
import { conceptEntries, conceptGroups } from './catalogue.ts';
import { generateNote } from './generateNote.ts';
import { STRATA } from './generatedNote.ts';
import { drawLength, LENGTH_BINS, lengthBin } from './noteLengths.ts';
import { findNoteFaults, recomputeGold } from './recomputeGold.ts';

const notes = Array.from({ length: 600 }, (_, index) =>
  generateNote(createRandom(`check-${String(index)}`)),
);
const pairs = notes.flatMap((note) => note.pairs);

const lengths = Array.from({ length: 300 }, (_, index) =>
  drawLength(createRandom(`length-${String(index)}`)),
);
const testNotes = lengths.map((sentences, index) =>
  generateNote(createRandom(`check-test-${String(index)}`), { wording: 'test', sentences }),
);

describe('generateNote', () => {
  it('gives the same note for the same seed, and another for another seed', () => {
    const again = generateNote(createRandom('check-0'));
    expect(again).toEqual(notes[0]);
    expect(notes[1]?.sentences).not.toEqual(notes[0]?.sentences);
  });

  it('labels every pair as its templates do', () => {
    expect(notes.flatMap(findNoteFaults)).toEqual([]);
    expect(testNotes.flatMap(findNoteFaults)).toEqual([]);
  });

  it('writes a note in one of the two wordings only', () => {
    expect(
      notes.flatMap((note) => note.templateIds).filter((id) => !id.includes('/train')),
    ).toEqual([]);
    expect(
      testNotes.flatMap((note) => note.templateIds).filter((id) => !id.includes('/test')),
    ).toEqual([]);
    expect(
      testNotes.flatMap((note) => note.templateIds).filter((id) => id.includes('restated')),
    ).toEqual([]);
  });

  it('has the length asked for, no sentence twice, and something asked of it, at 3 to 60 sentences', () => {
    testNotes.forEach(({ sentences, pairs: asked }, index) => {
      expect(sentences).toHaveLength(lengths[index] ?? 0);
      expect(new Set(sentences).size).toBe(sentences.length);
      expect(asked.length).toBeGreaterThanOrEqual(2);
    });
    for (const sentences of [2, 61, 3.5])
      expect(() => generateNote(createRandom('x'), { sentences })).toThrow(RangeError);
    for (const sentences of [3, 60])
      expect(generateNote(createRandom('x'), { sentences }).sentences).toHaveLength(sentences);
  });

  it('says as much of concepts in a long note as in a middling one', () => {
    const spoken = (bin: number) => {
      const of = testNotes.filter(({ sentences }) => lengthBin(sentences.length) === bin);
      const count = ({ templateIds }: (typeof of)[number]) =>
        templateIds.filter((id) => !id.startsWith('filler')).length;
      return of.reduce((sum, note) => sum + count(note), 0) / of.length;
    };
    expect(spoken(4)).toBeGreaterThan(5);
    expect(Math.abs(spoken(4) - spoken(2))).toBeLessThan(1);
  });

  it('draws lengths from every bin alike, and none above the longest', () => {
    const drawn = Array.from({ length: 1000 }, (_, index) =>
      drawLength(createRandom(String(index))),
    );
    LENGTH_BINS.forEach((_, bin) => {
      const share = drawn.filter((length) => lengthBin(length) === bin).length / drawn.length;
      expect(Math.abs(share - 0.2)).toBeLessThan(0.05);
    });
    const short = Array.from({ length: 300 }, (_, index) =>
      drawLength(createRandom(String(index)), 9),
    );
    expect([...new Set(short)].sort()).toEqual([3, 4, 5, 6, 7, 8, 9]);
    expect(() => lengthBin(61)).toThrow(RangeError);
  });

  it('notices a wrong label, a wrong evidence number and a changed sentence', () => {
    const note = generateNote(createRandom('check-2'));
    const [pair] = note.pairs;
    if (pair === undefined) throw new Error('the note has pairs');
    expect(
      findNoteFaults({ ...note, pairs: [{ ...pair, supported: !pair.supported }] }),
    ).toHaveLength(1);
    expect(findNoteFaults({ ...note, pairs: [{ ...pair, evidence: [12] }] })).toHaveLength(1);
    const sentences = note.sentences.map((sentence, index) =>
      index === 0 ? 'Changed.' : sentence,
    );
    expect(findNoteFaults({ ...note, sentences }).length).toBeGreaterThan(0);
  });

  it('keeps notes and sentences within their limits', () => {
    for (const { sentences } of notes) {
      expect(sentences.length).toBeGreaterThanOrEqual(5);
      expect(sentences.length).toBeLessThanOrEqual(12);
    }
    for (const { sentences } of [...notes, ...testNotes]) {
      expect(new Set(sentences).size).toBe(sentences.length);
      for (const sentence of sentences) {
        expect(sentence).toMatch(/^(?:[A-Z0-9]|eGFR)[^\n{}]*\.$/);
        expect(sentence.length).toBeLessThanOrEqual(100);
        const words = sentence.split(' ').length;
        expect(words, sentence).toBeGreaterThanOrEqual(4);
        expect(words, sentence).toBeLessThanOrEqual(14);
      }
    }
  });

  it('never has two concepts of one group in one note', () => {
    for (const note of notes.slice(0, 100)) {
      for (const { concepts } of conceptGroups) {
        const present = concepts.filter(({ code }) => recomputeGold(note, code).supported);
        expect(present.length).toBeLessThanOrEqual(1);
      }
    }
  });

  it('asks each concept once a note, half of the pairs supported, negatives half confusable', () => {
    for (const note of notes) {
      const codes = note.pairs.map(({ concept }) => concept.code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(note.pairs.filter(({ supported }) => supported)).toHaveLength(codes.length / 2);
    }
    const share = (stratum: string) =>
      pairs.filter((pair) => pair.stratum === stratum).length / pairs.length;
    for (const stratum of STRATA) {
      expect(share(stratum)).toBeGreaterThan(stratum.endsWith('_neg') ? 0.22 : 0.13);
    }
  });

  it('holds the number of pairs and of present concepts that were asked for', () => {
    const note = generateNote(createRandom('fixed'), { pairs: 8, presentConcepts: 4 });
    expect(note.pairs).toHaveLength(8);
    expect(generateNote(createRandom('fixed'), { pairs: 2 }).pairs).toHaveLength(2);
    expect(() => generateNote(createRandom('fixed'), { presentConcepts: 5 })).toThrow(RangeError);
  });

  it('does not give labels away by whether the concept is named', () => {
    const named = (supported: boolean) => {
      let count = 0;
      let all = 0;
      for (const note of notes) {
        for (const pair of note.pairs.filter((one) => one.supported === supported)) {
          const entry = conceptEntries.find(({ code }) => code === pair.concept.code);
          const phrases = [...(entry?.mentions ?? []), ...(entry?.rareMentions ?? [])];
          all += 1;
          if (note.sentences.some((text) => phrases.some((phrase) => names(text, phrase))))
            count += 1;
        }
      }
      return count / all;
    };
    expect(Math.abs(named(true) - named(false))).toBeLessThan(0.15);
  });
});

function names(sentence: string, phrase: string): boolean {
  const [text, wanted] = /[A-Z]/.test(phrase)
    ? [sentence, phrase]
    : [sentence.toLowerCase(), phrase.toLowerCase()];
  return ` ${text.replace(/[.,]/g, ' ')} `.includes(` ${wanted} `);
}
