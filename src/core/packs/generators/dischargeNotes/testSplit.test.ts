import { describe, expect, it } from 'vitest';
import { studentPrompt } from '../../../protocols/verifyEvidence/prompt.ts';
import { createRandom } from '../../../random.ts';
import { parseConceptItem } from '../../conceptVerification.ts';
import { conceptEntries } from './catalogue.ts';
import { STRATA } from './generatedNote.ts';
import { generateNote } from './generateNote.ts';
import { LENGTH_BINS, lengthBin } from './noteLengths.ts';
import { findNoteFaults } from './recomputeGold.ts';
import { templatesById } from './sentenceTemplates.ts';
import { buildTestNotes, buildTestSplit, type TestItem } from './testSplit.ts';

const all = buildTestNotes();
const originals = all.filter(({ item }) => item.contrast === undefined);
const byId = new Map(all.map((one) => [one.item.id, one]));

function copies(kind: 'altering' | 'preserving'): { copy: TestItem; original: TestItem }[] {
  return all.flatMap((copy) => {
    const original = byId.get(copy.item.contrast?.of ?? '');
    return copy.item.contrast?.kind === kind && original !== undefined ? [{ copy, original }] : [];
  });
}

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Pearson's correlation of two lists of numbers. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (of: readonly number[]) => of.reduce((sum, x) => sum + x, 0) / of.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number) =>
    x.reduce((sum, value, index) => sum + (value - mx) * ((y[index] ?? 0) - my), 0);
  const covariance = product(a, meanA, b, meanB);
  return covariance / Math.sqrt(product(a, meanA, a, meanA) * product(b, meanB, b, meanB));
}

describe('the test items', () => {
  it('are 800 originals and 200 copies of each kind, each read back as written', () => {
    expect(originals).toHaveLength(800);
    expect(copies('altering')).toHaveLength(200);
    expect(copies('preserving')).toHaveLength(200);
    expect(all).toHaveLength(1200);
    expect(new Set(all.map(({ item }) => item.id)).size).toBe(1200);
    for (const { item } of all)
      expect(parseConceptItem(JSON.stringify(item), 1)).toEqual({ ok: true, value: item });
  });

  it('come out the same each time', () => {
    expect(buildTestSplit()).toEqual(all.map(({ item }) => item));
  });

  it('have the answers that their templates give, copies too', () => {
    expect(all.flatMap(({ note, pair }) => findNoteFaults({ ...note, pairs: [pair] }))).toEqual([]);
    for (const { item, note, pair } of all) {
      expect(item.sentences).toEqual(note.sentences);
      expect([item.label, item.evidence, item.stratum]).toEqual([
        pair.supported,
        pair.evidence,
        pair.stratum,
      ]);
    }
  });

  it('hold no item twice, and no sentence twice in a note', () => {
    const asked = all.map(({ item }) => `${item.concept.code}\n${item.sentences.join('\n')}`);
    expect(new Set(asked).size).toBe(all.length);
    for (const { item } of all)
      expect(new Set(item.sentences).size, item.id).toBe(item.sentences.length);
  });

  it('are written in test wordings, and share no sentence with training notes', () => {
    for (const { note } of all) {
      for (const id of note.templateIds) expect(id).toMatch(/^[^/]+\/test\//);
    }
    const trained = new Set(
      Array.from({ length: 3000 }, (_, index) =>
        generateNote(createRandom(`check-${String(index)}`)),
      ).flatMap((note) => note.sentences),
    );
    const shared = all.flatMap(({ item }) => item.sentences.filter((one) => trained.has(one)));
    expect(shared).toEqual([]);
  });

  it('have 32 originals of each stratum in each bin of lengths, 3 or 4 of each concept in each stratum', () => {
    const cells = countsOf(
      originals.map(({ item }) => `${item.stratum} ${String(lengthBin(item.sentences.length))}`),
    );
    expect([...cells.values()]).toEqual(Array(STRATA.length * LENGTH_BINS.length).fill(32));
    const ofConcept = countsOf(originals.map(({ item }) => `${item.stratum} ${item.concept.code}`));
    expect(ofConcept.size).toBe(STRATA.length * conceptEntries.length);
    expect(new Set(ofConcept.values())).toEqual(new Set([3, 4]));
    const ofNote = countsOf(originals.map(({ item }) => item.noteId));
    expect(Math.max(...ofNote.values())).toBe(2);
  });

  it('have lengths that tell nothing of stratum, label or evidence', () => {
    const lengths = originals.map(({ item }) => item.sentences.length);
    const against = (of: (one: TestItem) => number) => correlation(lengths, originals.map(of));
    const correlations = {
      label: against(({ item }) => Number(item.label)),
      ...Object.fromEntries(
        STRATA.map((stratum) => [stratum, against(({ item }) => Number(item.stratum === stratum))]),
      ),
    };
    for (const [name, value] of Object.entries(correlations))
      expect(Math.abs(value), name).toBeLessThan(0.03);
    // Among supported items: short notes have less room for a second clue.
    const supported = originals.filter(({ item }) => item.label);
    const evidence = correlation(
      supported.map(({ item }) => item.sentences.length),
      supported.map(({ item }) => item.evidence.length),
    );
    expect(evidence).toBeLessThan(0.2);
    expect(evidence).toBeGreaterThan(-0.1);
  });

  it('ask in prompts of at most 1,800 tokens, at three characters a token', () => {
    const characters = all.map(({ item }) => {
      const { prefix, suffix } = studentPrompt(item.sentences, item.concept);
      return prefix.length + suffix.length;
    });
    expect(Math.max(...characters)).toBeLessThan(5400);
  });
});

describe('copies', () => {
  it('ask the same concept of the same note under the pair number of the original', () => {
    const every = [...copies('altering'), ...copies('preserving')];
    for (const { copy, original } of every) {
      expect(original.item.contrast).toBeUndefined();
      expect(copy.item.noteId).toBe(original.item.noteId);
      expect(copy.item.concept).toEqual(original.item.concept);
      expect(copy.item.pair).toBe(original.item.pair);
      expect(copy.item.sentences).toHaveLength(original.item.sentences.length);
    }
    const numbers = originals.flatMap(({ item }) =>
      item.pair === undefined ? [] : [`${item.noteId} ${String(item.pair)}`],
    );
    expect(numbers).toHaveLength(200);
    expect(new Set(numbers).size).toBe(200);
    expect(Math.max(...originals.map(({ item }) => item.pair ?? 0))).toBe(2);
    const cells = countsOf(
      copies('altering').map(
        ({ original: { item } }) => `${item.stratum} ${String(lengthBin(item.sentences.length))}`,
      ),
    );
    expect([...cells.values()]).toEqual(Array(25).fill(8));
  });

  it('turn the answer round by their deciding sentences alone, where altering', () => {
    for (const { copy, original } of copies('altering')) {
      expect(copy.item.label).toBe(!original.item.label);
      const changed = copy.item.sentences.flatMap((sentence, index) =>
        sentence === original.item.sentences[index] ? [] : [index + 1],
      );
      const deciding = original.item.label ? original.item.evidence : copy.item.evidence;
      expect(changed.length).toBeGreaterThan(0);
      for (const number of changed) expect(deciding).toContain(number);
      if (!original.pair.jointEvidence) expect(changed).toEqual(deciding);
    }
  });

  it('turn it round in every way: denied, someone else’s, removed, affirmed by name and by clue', () => {
    const strata = countsOf(copies('altering').map(({ copy }) => copy.item.stratum));
    for (const stratum of STRATA) expect(strata.get(stratum) ?? 0, stratum).toBeGreaterThan(5);
    const put = copies('altering').flatMap(({ copy, original }) =>
      copy.note.templateIds.filter((id, index) => id !== original.note.templateIds[index]),
    );
    for (const use of ['trap-', 'otherPerson', 'filler', '/mention', '/rareMention', '/clue'])
      expect(put.filter((id) => id.includes(use)).length, use).toBeGreaterThan(3);
  });

  it('say the same in other words and another order, where preserving', () => {
    const facts = ({ note }: TestItem) =>
      note.templateIds.map((id) => {
        const template = templatesById.get(id);
        return `${template?.fact ?? id} ${template?.phrase ?? ''}`;
      });
    let moved = 0;
    for (const { copy, original } of copies('preserving')) {
      expect(copy.item.label).toBe(original.item.label);
      expect(copy.item.stratum).toBe(original.item.stratum);
      expect(facts(copy).sort()).toEqual(facts(original).sort());
      expect(copy.item.sentences).not.toEqual(original.item.sentences);
      const factAt = (one: TestItem) =>
        one.item.evidence.map((number) => facts(one)[number - 1]).sort();
      expect(factAt(copy)).toEqual(factAt(original));
      if (copy.item.evidence.join(' ') !== original.item.evidence.join(' ')) moved += 1;
      const { code } = copy.item.concept;
      const about = copy.item.sentences.filter((_, index) =>
        copy.note.templateIds[index]?.startsWith(`${code}/`),
      );
      for (const sentence of about) expect(original.item.sentences).not.toContain(sentence);
    }
    expect(moved).toBeGreaterThan(80);
  });
});
