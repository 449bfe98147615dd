import { describe, expect, it } from 'vitest';
import { correctionPrompt } from '../../../protocols/errorCorrection/prompt.ts';
import { createRandom } from '../../../random.ts';
import { ERROR_KINDS, parseNoteErrorItem, type NoteErrorItem } from '../../noteErrors.ts';
import { TEST_FRAMES, TRAIN_FRAMES, type FrameSet } from './frames.ts';
import { kindsGiven } from './generateNote.ts';
import { buildTestItems } from './testItems.ts';
import { drawTraining } from './training.ts';

const items = buildTestItems();

function allFrames(set: FrameSet): string[] {
  return [...set.first, ...ERROR_KINDS.flatMap((kind) => set.restating[kind]), ...set.others];
}

/** The words of frames, without slots and case; the choices of a slot are words. */
function wordsOf(frames: readonly string[]): Set<string> {
  const text = frames.join(' ').toLowerCase();
  return new Set(text.replaceAll(/<\w+>|\{\d+\.\.\d+\}/g, ' ').match(/[a-z]+/g) ?? []);
}

/** Facts that a sentence about the patient gives, read off its text alone; sentences about others give none. */
function readFacts(sentence: string): Record<string, string> {
  const facts: Record<string, string> = {};
  const isOther = /friend|neighbour|cousin|next visit|will call|minutes/.test(sentence);
  const pronoun = /\b(woman|man|he|she|his|her|him)\b/i.exec(sentence)?.[1]?.toLowerCase();
  if (pronoun !== undefined) {
    facts.sex = ['woman', 'she', 'her'].includes(pronoun) ? 'female' : 'male';
  }
  if (isOther) return facts;
  const patterns = {
    side: /\b(left|right) [a-z]+/,
    dose: /(\d+) mg/,
    drug: /(aspirin|codeine|ibuprofen|naproxen|paracetamol|tramadol|morphine|gabapentin|prednisolone|penicillin|amoxicillin|doxycycline|ramipril|atenolol|warfarin|digoxin)/,
    day: /\b([A-Z][a-z]+day)\b/,
    age: /(\d+)(?! mg|\d)/,
  };
  for (const [kind, pattern] of Object.entries(patterns)) {
    const found = pattern.exec(sentence)?.[1];
    if (found !== undefined) facts[kind] = found;
  }
  return facts;
}

/** Every sentence that contradicts the first, with the kinds it contradicts it in. */
function findContradictions({ sentences }: NoteErrorItem): { sentence: number; kinds: string[] }[] {
  const known = readFacts(sentences[0] ?? '');
  return sentences.flatMap((sentence, index) => {
    const kinds = Object.entries(readFacts(sentence))
      .filter(([kind, value]) => known[kind] !== undefined && known[kind] !== value)
      .map(([kind]) => kind);
    return kinds.length === 0 ? [] : [{ sentence: index + 1, kinds }];
  });
}

describe('the note error items', () => {
  it('hold one contradiction, of their kind and where they say, or none', () => {
    for (const item of items) {
      const expected =
        item.error === null ? [] : [{ sentence: item.error.sentence, kinds: [item.stratum] }];
      expect(findContradictions(item), item.sentences.join(' | ')).toEqual(expected);
    }
  });

  it('are put right by their correction', () => {
    for (const item of items) {
      if (item.error === null) continue;
      const sentences = item.sentences.with(item.error.sentence - 1, item.error.correction);
      expect(findContradictions({ ...item, sentences }), item.id).toEqual([]);
      const twin = items.find(({ id }) => id === `${item.cluster}-none`);
      expect(twin?.sentences).toEqual(sentences);
    }
  });

  it('are half right and half wrong, the kinds in equal shares', () => {
    const counts: Record<string, number> = {};
    for (const { stratum } of items) counts[stratum] = (counts[stratum] ?? 0) + 1;
    expect(counts).toEqual({ none: 100, sex: 17, side: 17, dose: 17, drug: 17, day: 16, age: 16 });
  });

  it('go wrong in no one place', () => {
    const places = items.flatMap(({ error }) => (error === null ? [] : [error.sentence]));
    for (const place of [2, 3, 4, 5, 6, 7]) {
      const share = places.filter((other) => other === place).length / places.length;
      expect(share, `sentence ${String(place)}`).toBeGreaterThan(0.01);
      expect(share, `sentence ${String(place)}`).toBeLessThan(0.4);
    }
  });

  it('are 4 to 7 sentences each, all different, and short', () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(200);
    expect(new Set(items.map(({ sentences }) => sentences.join('\n'))).size).toBe(200);
    for (const { sentences } of items) {
      expect(sentences.length).toBeGreaterThanOrEqual(4);
      expect(sentences.length).toBeLessThanOrEqual(7);
      expect(correctionPrompt(sentences).prefix.split(/\s+/).length).toBeLessThan(120);
      expect(new Set(sentences).size).toBe(sentences.length);
    }
  });

  it('pass their schema and are the same on every call', () => {
    for (const item of items) {
      expect(parseNoteErrorItem(JSON.stringify(item), 1)).toEqual({ ok: true, value: item });
    }
    expect(buildTestItems()).toEqual(items);
  });
});

describe('the splits of note errors', () => {
  it('share no sentence frame', () => {
    const train = new Set(allFrames(TRAIN_FRAMES));
    expect(allFrames(TEST_FRAMES).filter((frame) => train.has(frame))).toEqual([]);
  });

  it('share their words', () => {
    const train = wordsOf(allFrames(TRAIN_FRAMES));
    expect([...wordsOf(allFrames(TEST_FRAMES))].filter((word) => !train.has(word))).toEqual([]);
  });

  it('restate each kind of fact in frames of that kind alone', () => {
    for (const set of [TRAIN_FRAMES, TEST_FRAMES]) {
      for (const kind of ERROR_KINDS) {
        for (const frame of set.restating[kind]) {
          expect(kindsGiven(frame).filter((given) => given !== 'sex')).toEqual(
            kind === 'sex' ? [] : [kind],
          );
        }
      }
    }
  });
});

describe('training on note errors', () => {
  it('asks for none half the time, and rests on the words that are copied and those that are wrong', () => {
    const random = createRandom('training on note errors');
    let none = 0;
    for (let draw = 0; draw < 400; draw += 1) {
      const { prefix, questions } = drawTraining(random);
      const [question] = questions;
      const number = /^(\d) /.exec(question?.reply ?? '')?.[1];
      if (number === undefined) {
        none += 1;
        expect(question?.reply).toBe('none');
        expect(question?.replyWordsOn).toEqual([]);
      } else {
        const bare = (word: string) => word.replaceAll(/[^\p{L}\p{N}]/gu, '');
        const wordAt = (at: number) => bare(/^\S+/u.exec(prefix.slice(at))?.[0] ?? '');
        const words = (question?.reply.split(' ') ?? []).map(bare);
        const [decides = [], ...sources] = question?.replyWordsOn ?? [];
        expect(sources).toHaveLength(words.length - 1);
        sources.forEach((places, index) => {
          for (const at of places) expect(wordAt(at)).toBe(words[index + 1]);
        });
        // Most words are copied from the sentence; a pronoun that is put right stands nowhere.
        expect(sources.filter((places) => places.length === 0).length).toBeLessThanOrEqual(2);
        const wrongLine = prefix.indexOf(`\n${number} `);
        expect(decides.some((at) => at > wrongLine && !words.includes(wordAt(at)))).toBe(true);
        const line = prefix.split('\n').find((text) => text.startsWith(`${number} `));
        expect(line).toBeDefined();
        expect(line).not.toBe(question?.reply);
      }
      expect(prefix.endsWith('\n')).toBe(true);
    }
    expect(none / 400).toBeGreaterThan(0.4);
    expect(none / 400).toBeLessThan(0.6);
  });
});
