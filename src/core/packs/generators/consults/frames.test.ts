import { describe, expect, it } from 'vitest';
import { answerFrames } from './answerFrames.ts';
import { criterionFrames } from './criterionFrames.ts';
import type { FrameSet } from './frameSet.ts';
import {
  complaintFrames,
  conditionFrames,
  depthFrames,
  themeFrames,
  wishFrames,
} from './messageFrames.ts';

const families: Readonly<Record<string, readonly FrameSet[]>> = {
  answers: Object.values(answerFrames),
  criteria: Object.values(criterionFrames),
  messages: [
    complaintFrames,
    conditionFrames,
    ...Object.values(themeFrames),
    ...Object.values(depthFrames),
    ...Object.values(wishFrames),
  ],
};

const least: Readonly<Record<string, readonly [train: number, test: number]>> = {
  answers: [5, 3],
  criteria: [8, 4],
  messages: [5, 3],
};

/** With their case: a word at the beginning of a sentence is another token than elsewhere. */
function wordsOf(frame: string): string[] {
  return frame.match(/(?<!\{)\b[A-Za-z-]+\b/gu) ?? [];
}

describe.each(Object.entries(families))('frames of %s', (name, sets) => {
  const train = sets.flatMap((set) => set.train);
  const test = sets.flatMap((set) => set.test);

  it('are enough in both splits', () => {
    const [leastTrain = 0, leastTest = 0] = least[name] ?? [];
    for (const set of sets) {
      expect(set.train.length, set.train[0]).toBeGreaterThanOrEqual(leastTrain);
      expect(set.test.length, set.test[0]).toBeGreaterThanOrEqual(leastTest);
    }
  });

  it('are each written once, so that no test wording is a training wording', () => {
    const all = [...train, ...test].map((frame) => frame.toLowerCase());
    expect(all.filter((frame, index) => all.indexOf(frame) !== index)).toEqual([]);
  });

  it('use no word in test that training does not use', () => {
    const known = new Set(train.flatMap(wordsOf));
    expect(test.flatMap(wordsOf).filter((word) => !known.has(word))).toEqual([]);
  });

  it('are short', () => {
    for (const frame of [...train, ...test]) {
      expect(frame.split(' ').length, frame).toBeLessThanOrEqual(12);
    }
  });

  it('never begin with a content, which would be other tokens there', () => {
    expect([...train, ...test].filter((frame) => /^\{[xm]\}/u.test(frame))).toEqual([]);
  });
});
