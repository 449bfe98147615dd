import { describe, expect, it } from 'vitest';
import { parsePreferenceItem, type PreferenceItem } from '../../preferences.ts';
import { preferenceWordings } from './drawCase.ts';
import { SUBSETS } from './family.ts';
import { PURPOSES, readFrame } from './readFrames.ts';
import { recomputeGold } from './recomputeGold.ts';
import { buildTestItems } from './testItems.ts';
import { HELD_OUT_PEOPLE, KNOWN_PEOPLE } from './vocabulary.ts';

const items = buildTestItems();
const pairs = items.filter(({ task }) => task === 'pair');
const bestOf = items.filter(({ task }) => task === 'best-of');
const ties = items.filter(({ task }) => task === 'ties');

const goldOf = (item: PreferenceItem) =>
  recomputeGold(
    item.lines,
    item.question,
    item.answers.map(({ text }) => text),
  );
const rightPlace = (item: PreferenceItem) => item.answers.findIndex(({ right }) => right);
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+|[.,:?]/gu) ?? [];

describe('the test items', () => {
  it('are 400 pairs, 100 best-of-four and 30 pairs of ties, evenly over the subsets', () => {
    expect([pairs.length, bestOf.length, ties.length]).toEqual([400, 100, 60]);
    for (const subset of SUBSETS.filter((name) => name !== 'ties')) {
      const count = (of: readonly PreferenceItem[]) =>
        of.filter(({ stratum }) => stratum === subset).length;
      expect([count(pairs), count(bestOf)], subset).toEqual([80, 20]);
    }
  });

  it('are the same on every call, and read back by the pack’s own reader', () => {
    expect(buildTestItems()).toEqual(items);
    for (const [index, item] of items.entries()) {
      expect(parsePreferenceItem(JSON.stringify(item), index + 1)).toEqual({
        ok: true,
        value: item,
      });
    }
  });

  it('have the gold that the text of the note gives', () => {
    for (const item of items) {
      expect(goldOf(item), `${item.id} ${item.question}`).toEqual(
        item.answers.map(({ right }) => right),
      );
    }
  });

  it('notice a wrong label and a changed note', () => {
    const [item] = pairs;
    if (item === undefined) throw new Error('there are pairs');
    const flipped = item.answers.map(({ text, right }) => ({ text, right: !right }));
    expect(goldOf({ ...item, answers: flipped })).not.toEqual(flipped.map(({ right }) => right));
    expect(() => goldOf({ ...item, lines: ['Nothing is known.'] })).toThrow(RangeError);
    expect(() => goldOf({ ...item, question: 'Who knows?' })).toThrow(RangeError);
  });

  it('are each there once, and none contradicts another', () => {
    const golds = new Map<string, boolean>();
    for (const { lines, question, answers } of items) {
      for (const { text, right } of answers) {
        const prompt = JSON.stringify([lines, question, text]);
        expect(golds.get(prompt) ?? right, prompt).toBe(right);
        golds.set(prompt, right);
      }
    }
    const texts = items.map(({ lines, question, answers }) =>
      JSON.stringify([lines, question, answers.map(({ text }) => text).sort()]),
    );
    expect(new Set(texts).size).toBe(items.length);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('match each tied question to the same question with one of its right answers', () => {
    for (let pair = 1; pair <= 30; pair += 1) {
      const of = ties.filter(({ tie }) => tie?.pair === pair);
      const ref = of.find(({ tie }) => tie?.part === 'ref');
      const tied = of.find(({ tie }) => tie?.part === 'tied');
      if (ref === undefined || tied === undefined) throw new Error(`pair ${String(pair)} is torn`);
      expect(of).toHaveLength(2);
      expect([ref.question, ref.cluster]).toEqual([tied.question, tied.cluster]);
      const texts = (item: PreferenceItem, right: boolean) =>
        item.answers.filter((answer) => answer.right === right).map(({ text }) => text);
      expect(texts(ref, false).sort()).toEqual(texts(tied, false).sort());
      expect(texts(tied, true)).toContain(texts(ref, true)[0]);
    }
    expect(new Set(ties.map(({ cluster }) => cluster)).size).toBe(30);
  });

  it('are short', () => {
    const lengths = items.map(
      ({ lines, question }) => [...lines, question].join(' ').split(' ').length,
    );
    expect(Math.max(...lengths)).toBeLessThan(60);
  });

  it('flag the fifth of them that has a name from outside the training split', () => {
    expect(KNOWN_PEOPLE.filter((name) => HELD_OUT_PEOPLE.some((held) => held === name))).toEqual(
      [],
    );
    for (const { unseenName, lines, question } of items) {
      const words = [...lines, question].join(' ').split(/[^\p{L}]+/u);
      expect(unseenName).toBe(HELD_OUT_PEOPLE.some((name) => words.includes(name)));
    }
    const share = items.filter(({ unseenName }) => unseenName).length / items.length;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.25);
  });
});

describe('shortcuts that the test items close', () => {
  it('place and length of the right answer say nothing', () => {
    const first = pairs.filter((item) => rightPlace(item) === 0).length / pairs.length;
    expect(first).toBeGreaterThan(0.43);
    expect(first).toBeLessThan(0.57);
    for (const place of [0, 1, 2, 3]) {
      const share = bestOf.filter((item) => rightPlace(item) === place).length / bestOf.length;
      expect(share, String(place)).toBeGreaterThan(0.13);
      expect(share, String(place)).toBeLessThan(0.37);
    }
    const lengths = pairs.map(({ answers }) => {
      const length = (right: boolean) =>
        answers.find((answer) => answer.right === right)?.text.length ?? 0;
      return length(true) - length(false);
    });
    const longer = lengths.filter((difference) => difference > 0).length;
    const shorter = lengths.filter((difference) => difference < 0).length;
    expect(longer / (longer + shorter)).toBeGreaterThan(0.42);
    expect(longer / (longer + shorter)).toBeLessThan(0.58);
    const mean = lengths.reduce((sum, difference) => sum + difference, 0) / lengths.length;
    expect(Math.abs(mean)).toBeLessThan(0.5);
  });

  /** Picks the answer whose words are oftenest in right answers of the other half of the items. */
  function wordRuleCredit(of: readonly PreferenceItem[]): number {
    const credits = of.map((item, index) => {
      const counts = new Map<string, { right: number; all: number }>();
      const learnt = of.filter((_, other) => other % 2 !== index % 2);
      for (const { text, right } of learnt.flatMap(({ answers }) => answers)) {
        for (const word of new Set(wordsOf(text))) {
          const count = counts.get(word) ?? { right: 0, all: 0 };
          counts.set(word, { right: count.right + Number(right), all: count.all + 1 });
        }
      }
      const scores = item.answers.map(({ text }) => {
        const shares = wordsOf(text).map((word) => {
          const { right, all } = counts.get(word) ?? { right: 0, all: 0 };
          return (right + 1) / (all + item.answers.length);
        });
        return shares.reduce((sum, share) => sum + share, 0) / shares.length;
      });
      const best = Math.max(...scores);
      const winners = scores.flatMap((score, place) => (score === best ? [place] : []));
      return winners.includes(rightPlace(item)) ? 1 / winners.length : 0;
    });
    return credits.reduce((sum, credit) => sum + credit, 0) / credits.length;
  }

  it('words of the answer alone are worth little more than a guess', () => {
    expect(wordRuleCredit(pairs)).toBeLessThan(0.6);
    expect(wordRuleCredit(pairs)).toBeGreaterThan(0.4);
    expect(wordRuleCredit(bestOf)).toBeLessThan(0.4);
  });

  it('the word rule would see a word that gives the right answer away', () => {
    const marked = pairs.map((item) => ({
      ...item,
      answers: item.answers.map(({ text, right }) => ({
        text: right ? `${text} indeed` : text,
        right,
      })),
    }));
    expect(wordRuleCredit(marked)).toBeGreaterThan(0.9);
  });

  it('of two numbers the larger is right as often as the smaller', () => {
    const numbers = pairs.flatMap(({ answers }) => {
      const value = (right: boolean) =>
        Number(/\d+/u.exec(answers.find((answer) => answer.right === right)?.text ?? '')?.[0]);
      const difference = value(true) - value(false);
      return Number.isFinite(difference) && difference !== 0 ? [difference] : [];
    });
    expect(numbers.length).toBeGreaterThan(60);
    const larger = numbers.filter((difference) => difference > 0).length / numbers.length;
    expect(larger).toBeGreaterThan(0.36);
    expect(larger).toBeLessThan(0.64);
  });
});

describe('the wordings', () => {
  const all = Object.entries(preferenceWordings);

  it('of the two splits have no frame in common, whatever it is for', () => {
    const frames = (split: 'train' | 'test') =>
      all.flatMap(([, wording]) => wording[split]).map((frame) => frame.toLowerCase());
    const train = new Set(frames('train').map((frame) => frame.replace(/\{\w+\}/gu, '_')));
    const shared = frames('test').filter((frame) => train.has(frame.replace(/\{\w+\}/gu, '_')));
    expect(shared).toEqual([]);
  });

  it('of the test split use no word that the training split lacks', () => {
    const words = (split: 'train' | 'test') =>
      all
        .flatMap(([, wording]) => wording[split])
        .flatMap((frame) => wordsOf(frame.replace(/\{\w+\}/gu, ' ')));
    const known = new Set(words('train'));
    expect([...new Set(words('test').filter((word) => !known.has(word)))]).toEqual([]);
  });

  it('write every item in frames of the test split alone', () => {
    const readable = (text: string, split: 'train' | 'test') =>
      PURPOSES.filter((purpose) => readFrame(purpose, text, [split]) !== null);
    for (const { lines, question } of items) {
      for (const text of [...lines, ...question.split(/(?<=\?) /u)]) {
        expect(readable(text, 'train'), text).toEqual([]);
        expect(readable(text, 'test').length, text).toBeGreaterThan(0);
      }
    }
  });
});
