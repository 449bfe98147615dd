import { describe, expect, it } from 'vitest';
import { ENTITY_TYPES, type EntitySpan } from '../../packs/entitySpans.ts';
import golden from './fixtures/golden.json' with { type: 'json' };
import { matchSpans, matchWords } from './matchSpans.ts';

function spansOf(list: readonly { start: number; end: number; type: string }[]): EntitySpan[] {
  return list.map(({ start, end, type }) => {
    const known = ENTITY_TYPES.find((other) => other === type);
    if (known === undefined) throw new Error(`unknown type ${type}`);
    return { start, end, type: known };
  });
}

const notes = golden.notes.map((note) => ({
  ...note,
  gold: spansOf(note.gold),
  said: spansOf(note.said),
}));

/** F1 over all notes from counts, as the metric has it. */
function microF1(rule: 'strict' | 'type', only?: string): number {
  let correct = 0;
  let total = 0;
  for (const note of notes) {
    const gold = note.gold.filter(({ type }) => only === undefined || type === only);
    const said = note.said.filter(({ type }) => only === undefined || type === only);
    correct += matchSpans(gold, said, rule).correct;
    total += gold.length + said.length;
  }
  return (2 * correct) / total;
}

describe('matchSpans', () => {
  it('agrees with nervaluate note by note', () => {
    for (const { gold, said, strict, type } of notes) {
      expect(matchSpans(gold, said, 'strict')).toEqual(strict);
      expect(matchSpans(gold, said, 'type')).toEqual(type);
    }
  });

  it('agrees with nervaluate over all notes', () => {
    expect(microF1('strict')).toBeCloseTo(golden.strictF1, 12);
    expect(microF1('type')).toBeCloseTo(golden.typeF1, 12);
    expect(microF1('strict', 'disorder')).toBeCloseTo(golden.byType.disorder, 12);
    expect(microF1('strict', 'drug')).toBeCloseTo(golden.byType.drug, 12);
    expect(microF1('strict', 'procedure')).toBeCloseTo(golden.byType.procedure, 12);
    expect(microF1('strict', 'lab')).toBeCloseTo(golden.byType.lab, 12);
  });

  it('does not take spans side by side for overlapping ones', () => {
    const gold = spansOf([{ start: 0, end: 4, type: 'drug' }]);
    const said = spansOf([{ start: 4, end: 8, type: 'drug' }]);
    const apart = { correct: 0, incorrect: 0, missed: 1, spurious: 1 };
    expect(matchSpans(gold, said, 'type')).toEqual(apart);
  });
});

describe('matchWords', () => {
  const text = 'Takes iron tablets, had a kidney scan.';
  const gold = spansOf([
    { start: 6, end: 18, type: 'drug' },
    { start: 26, end: 37, type: 'procedure' },
  ]);

  it('counts words by hand', () => {
    // Said: "iron" as a drug (right), "kidney scan." as a lab (two words with the wrong type), "had" as a drug (spurious).
    const said = spansOf([
      { start: 6, end: 10, type: 'drug' },
      { start: 20, end: 23, type: 'drug' },
      { start: 26, end: 38, type: 'lab' },
    ]);
    expect(matchWords(text, gold, said)).toEqual({ correct: 1, actual: 4, possible: 4 });
  });

  it('gives every word for the gold spans themselves, and none for silence', () => {
    expect(matchWords(text, gold, gold)).toEqual({ correct: 4, actual: 4, possible: 4 });
    expect(matchWords(text, gold, [])).toEqual({ correct: 0, actual: 0, possible: 4 });
  });
});
