import { describe, expect, it } from 'vitest';
import { generate } from '../calls/build.ts';
import type { AnswerSpace } from '../calls/call.ts';
import { generateAtRandom, RANDOM_MODEL } from './randomReply.ts';

function replyTo(question: string, answerSpace: AnswerSpace): string {
  const messages = [{ role: 'user' as const, content: question }];
  return generateAtRandom(generate(RANDOM_MODEL, messages, { maxNewTokens: 9, answerSpace })).text;
}

/** How often each reply came, over as many questions. */
function tally(answerSpace: AnswerSpace, questions: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let n = 0; n < questions; n += 1) {
    const text = replyTo(`question ${String(n)}`, answerSpace);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

describe('generateAtRandom', () => {
  it('gives one of the options, each about as often', () => {
    const counts = tally({ kind: 'oneOf', options: ['none', '1', '2'] }, 600);
    expect([...counts.keys()].sort()).toEqual(['1', '2', 'none']);
    for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(50);
  });

  it('gives a whole number of the range behind its text, both ends in', () => {
    const counts = tally({ kind: 'wholeNumber', before: 'Answer ', least: 3, most: 5 }, 300);
    expect([...counts.keys()].sort()).toEqual(['Answer 3', 'Answer 4', 'Answer 5']);
  });

  it('gives a number of the range with its decimals, both ends in', () => {
    const tenths = tally({ kind: 'number', min: -0.1, max: 0.2, decimals: 1 }, 400);
    expect([...tenths.keys()].sort()).toEqual(['-0.1', '0.0', '0.1', '0.2']);
    for (const count of tenths.values()) expect(Math.abs(count - 100)).toBeLessThan(40);
    const whole = tally({ kind: 'number', min: 3, max: 4, decimals: 0 }, 50);
    expect([...whole.keys()].sort()).toEqual(['3', '4']);
  });

  it('gives up to so many words of the text in their order, each behind a type, or none', () => {
    const types = ['drug', 'lab'];
    const text = 'iron gate shut';
    const counts = tally({ kind: 'typedWords', types, text, most: 2, none: 'none' }, 600);
    // None, 3 words under 2 types, and 3 pairs in order under 4 pairs of types.
    expect(counts.size).toBe(1 + 3 * 2 + 3 * 4);
    expect(Math.abs((counts.get('none') ?? 0) - 200)).toBeLessThan(50);
    expect(counts.get('drug: gate\nlab: shut')).toBeGreaterThan(0);
    expect(counts.has('lab: shut\ndrug: gate')).toBe(false);
  });

  it('gives indices after a yes, and after a no where the call says so', () => {
    const space = { kind: 'verdictWithIndices', yes: 'yes', no: 'no', maxIndex: 2 } as const;
    expect([...tally(space, 200).keys()].sort()).toEqual(['no', 'yes 1', 'yes 1 2', 'yes 2']);
    const both = tally({ ...space, noHasIndices: true }, 400);
    expect([...both.keys()].sort()).toEqual([
      ...['no 1', 'no 1 2', 'no 2'],
      ...['yes 1', 'yes 1 2', 'yes 2'],
    ]);
    let yes = 0;
    for (const [text, count] of both) if (text.startsWith('yes')) yes += count;
    expect(Math.abs(yes - 200)).toBeLessThan(50);
  });

  it('says the same again when it is asked the same', () => {
    const space = { kind: 'wholeNumber', before: '', least: 0, most: 1_000_000 } as const;
    expect(replyTo('how many?', space)).toBe(replyTo('how many?', space));
    expect(replyTo('how many?', space)).not.toBe(replyTo('how few?', space));
  });
});
