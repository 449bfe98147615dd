import { describe, expect, it } from 'vitest';
import { entityPrompt } from '../../../protocols/entitySpans/prompt.ts';
import { createRandom } from '../../../random.ts';
import { ENTITY_STRATA, ENTITY_TYPES, parseEntityItem } from '../../entitySpans.ts';
import { TEST_FRAMES, TRAIN_FRAMES, type FrameSet } from './frames.ts';
import { LOOK_ALIKES } from './lookAlikes.ts';
import { NAMES } from './names.ts';
import { buildTestItems } from './testItems.ts';
import { drawTraining } from './training.ts';

const items = buildTestItems();
const random = createRandom('training on entities');
const training = Array.from({ length: 3000 }, () => drawTraining(random));

function allFrames(set: FrameSet): string[] {
  return [...set.withEntities, ...set.withLookAlike, ...set.fillers];
}

function wordsOf(frames: readonly string[]): Set<string> {
  const text = frames.join(' ').toLowerCase();
  return new Set(text.replaceAll(/<\w+>|\{\d+\.\.\d+\}/g, ' ').match(/[a-z]+/g) ?? []);
}

const names = ENTITY_TYPES.flatMap((type) =>
  [...NAMES[type].oneWord, ...NAMES[type].severalWords, ...NAMES[type].heldOut].map((name) => ({
    type,
    name,
  })),
);
const lookAlikes = LOOK_ALIKES.flatMap(({ word, train, test }) =>
  [...train, ...test].map((noun) => `${word} ${noun}`),
);
/** Names and look-alikes, the longest first, so that what holds another is found before it. */
const gazetteer = [...names, ...lookAlikes.map((name) => ({ type: null, name }))].sort(
  (a, b) => b.name.length - a.name.length,
);

/** The entities of a text by a search for names, without the generator's bookkeeping. */
function findEntities(text: string): { start: number; end: number; type: string }[] {
  const taken: { start: number; end: number; type: string | null }[] = [];
  for (const { type, name } of gazetteer) {
    for (const match of text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))) {
      const start = match.index;
      const end = start + name.length;
      if (taken.some((other) => start < other.end && other.start < end)) continue;
      taken.push({ start, end, type });
    }
  }
  return taken
    .flatMap(({ start, end, type }) => (type === null ? [] : [{ start, end, type }]))
    .sort((a, b) => a.start - b.start);
}

describe('the entity items', () => {
  it('have the spans that a search for names finds', () => {
    for (const { text, spans } of items) expect(findEntities(text), text).toEqual(spans);
  });

  it('are 300 different notes of 2 to 5 sentences and 15 to 50 words', () => {
    expect(items).toHaveLength(300);
    expect(new Set(items.map(({ id }) => id)).size).toBe(300);
    expect(new Set(items.map(({ text }) => text)).size).toBe(300);
    for (const { text } of items) {
      const sentences = text.split('. ').length;
      const words = text.split(' ').length;
      expect(sentences >= 2 && sentences <= 5 && words >= 15 && words <= 50, text).toBe(true);
    }
  });

  it('fill their strata, and one in twelve has no entity', () => {
    const counts = ENTITY_STRATA.map(
      (stratum) => items.filter((item) => item.stratum === stratum).length,
    );
    expect(counts).toEqual([90, 70, 60, 80]);
    expect(items.filter(({ spans }) => spans.length === 0)).toHaveLength(24);
    expect(Math.max(...items.map(({ spans }) => spans.length))).toBe(4);
  });

  it('hold each type about as often as the others', () => {
    const spans = items.flatMap((item) => item.spans);
    for (const type of ENTITY_TYPES) {
      const share = spans.filter((span) => span.type === type).length / spans.length;
      expect(share, type).toBeGreaterThan(0.18);
      expect(share, type).toBeLessThan(0.32);
    }
  });

  it('are in the stratum that their names put them in', () => {
    for (const { stratum, text, spans } of items) {
      const found = spans.map(({ start, end }) => text.slice(start, end));
      const heldOut = ENTITY_TYPES.flatMap((type) => NAMES[type].heldOut);
      if (stratum === 'multiword') expect(found.every((name) => name.includes(' '))).toBe(true);
      expect(found.every((name) => heldOut.includes(name) === (stratum === 'unseen'))).toBe(true);
      const holdsLookAlike = lookAlikes.some((phrase) => text.includes(phrase));
      expect(holdsLookAlike, text).toBe(stratum === 'distractor');
    }
  });

  it('pass their schema and are the same on every call', () => {
    for (const item of items) {
      expect(parseEntityItem(JSON.stringify(item), 1)).toEqual({ ok: true, value: item });
    }
    expect(buildTestItems()).toEqual(items);
  });
});

describe('the entity item schema', () => {
  const item = {
    id: 'a',
    cluster: 'a',
    stratum: 'seen',
    text: 'He takes aspirin and iron.',
    spans: [
      { start: 9, end: 16, type: 'drug' },
      { start: 21, end: 25, type: 'lab' },
    ],
  };
  it.each([
    ['past the end', [{ start: 9, end: 27, type: 'drug' }]],
    ['out of order', [item.spans[1], item.spans[0]]],
    ['overlapping', [item.spans[0], { start: 15, end: 25, type: 'lab' }]],
    ['with white space', [{ start: 8, end: 16, type: 'drug' }]],
    ['empty', [{ start: 9, end: 9, type: 'drug' }]],
    ['of no known type', [{ start: 9, end: 16, type: 'fruit' }]],
  ])('refuses spans %s', (_, spans) => {
    expect(parseEntityItem(JSON.stringify(item), 1).ok).toBe(true);
    expect(parseEntityItem(JSON.stringify({ ...item, spans }), 1).ok).toBe(false);
  });
});

describe('the splits of entities', () => {
  it('share no sentence frame, but its words', () => {
    const train = new Set(allFrames(TRAIN_FRAMES));
    expect(allFrames(TEST_FRAMES).filter((frame) => train.has(frame))).toEqual([]);
    const known = wordsOf([...train]);
    expect([...wordsOf(allFrames(TEST_FRAMES))].filter((word) => !known.has(word))).toEqual([]);
  });

  it('share no look-alike, but the words of all but a few', () => {
    for (const { word, train, test } of LOOK_ALIKES) {
      expect(
        test.filter((noun) => train.includes(noun)),
        word,
      ).toEqual([]);
    }
    const nouns = new Set(LOOK_ALIKES.flatMap(({ train }) => train));
    const newNouns = LOOK_ALIKES.flatMap(({ test }) => test).filter((noun) => !nouns.has(noun));
    expect(newNouns).toEqual([]);
    expect(lookAlikes.filter((phrase) => names.some(({ name }) => name === phrase))).toEqual([]);
  });

  it('name a tenth of the entities in the test alone', () => {
    expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
    const trained = training.map(({ prefix }) => prefix).join(' ');
    for (const type of ENTITY_TYPES) {
      const { oneWord, severalWords, heldOut } = NAMES[type];
      expect(oneWord.length + severalWords.length + heldOut.length, type).toBe(60);
      expect(heldOut).toHaveLength(6);
      for (const name of heldOut) expect(trained).not.toContain(name);
      const words = trained.match(/[a-z]+/g) ?? [];
      const known = new Set(words);
      const half = heldOut.filter((name) => name.split(' ').every((word) => known.has(word)));
      expect(half).toEqual(heldOut.slice(3));
    }
  });
});

describe('training on entities', () => {
  it('answers with what a search for names finds', () => {
    for (const { prefix, questions } of training.slice(0, 500)) {
      const text = /^Note: (.*)$/m.exec(prefix)?.[1] ?? '';
      const expected = findEntities(text).map(
        ({ start, end, type }) => `${type}: ${text.slice(start, end)}`,
      );
      expect(questions.map(({ reply }) => reply)).toEqual([expected.join('\n') || 'none']);
      expect(prefix).toBe(entityPrompt(text).prefix);
    }
  });

  it('has no entity in a tenth of the notes', () => {
    const none = training.filter(({ questions }) => questions[0]?.reply === 'none').length;
    expect(none / training.length).toBeGreaterThan(0.07);
    expect(none / training.length).toBeLessThan(0.13);
  });
});
