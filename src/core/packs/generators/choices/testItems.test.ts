import { describe, expect, it } from 'vitest';
import { choicePrompt } from '../../../protocols/multipleChoice/prompt.ts';
import { createRandom } from '../../../random.ts';
import { parseChoiceItem, type ChoiceItem } from '../../multipleChoice.ts';
import { caseKinds, drawCase } from './drawChoices.ts';
import { drawTraining } from './drawTraining.ts';
import { solveFromText } from './solveFromText.ts';
import { buildTestItems } from './testItems.ts';

const items = buildTestItems();

function tally(names: readonly (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

const wordsOf = (text: string): string[] => text.match(/\p{L}+|\d+(?:\.\d+)?/gu) ?? [];

function promptOf(item: ChoiceItem): string {
  const { prefix, suffix } = choicePrompt(item);
  return prefix + suffix;
}

/** Share of items that a rule over the options alone gets right. */
function shareRight(of: readonly ChoiceItem[], rule: (item: ChoiceItem) => number): number {
  return of.filter((item) => rule(item) === item.answer).length / of.length;
}

describe('the test items', () => {
  it('are 75 of each stratum, each letter right as often as another', () => {
    expect(tally(items.map(({ stratum }) => stratum))).toEqual({
      dates: 75,
      doses: 75,
      units: 75,
      orders: 75,
    });
    expect(tally(items.map(({ answer }) => answer))).toEqual({ 0: 75, 1: 75, 2: 75, 3: 75 });
    for (const stratum of ['dates', 'doses', 'units', 'orders']) {
      const answers = items.filter((item) => item.stratum === stratum).map(({ answer }) => answer);
      for (const count of Object.values(tally(answers))) expect(count).toBeGreaterThanOrEqual(18);
    }
  });

  it('hold every topic often', () => {
    const topics = tally(items.map(({ topic }) => topic));
    expect(Object.keys(topics).sort()).toEqual(caseKinds.map(({ id }) => id).sort());
    for (const [topic, count] of Object.entries(topics))
      expect(count, topic).toBeGreaterThanOrEqual(15);
  });

  it('can be read as the pack reads them', () => {
    for (const item of items) {
      const read = parseChoiceItem(JSON.stringify(item), 1);
      expect(read.ok ? read.value : read.error.sentence).toEqual(item);
    }
  });

  it('have the gold answer that their words have', () => {
    for (const item of items)
      expect(item.options[item.answer], promptOf(item)).toBe(solveFromText(item));
  });

  it('differ, and never contradict one another', () => {
    const asked = items.map(({ text, question }) => `${text ?? ''}\n${question}`);
    expect(new Set(asked).size).toBe(items.length);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('cannot be told by their options alone', () => {
    const numeric = items.filter(
      ({ options }) =>
        new Set(options.map((option) => option.replace(/^[\d.]+/u, ''))).size <= 2 &&
        options.every((option) => /^\d/u.test(option)),
    );
    expect(numeric.length).toBeGreaterThan(150);
    for (const rank of [0, 1, 2, 3]) {
      const share = shareRight(numeric, ({ options }) => {
        const numbers = options.map((option) => Number.parseFloat(option));
        return numbers.indexOf(numbers.toSorted((a, b) => a - b)[rank] ?? NaN);
      });
      expect(share, `rank ${String(rank)}`).toBeGreaterThan(0.12);
      expect(share, `rank ${String(rank)}`).toBeLessThan(0.38);
    }
    // Among names, the one that is told first or last in the case.
    const named = items.filter(({ options }) => options.every((option) => /^[A-Z]/u.test(option)));
    for (const end of [0, -1]) {
      const share = shareRight(named, ({ text = '', options }) => {
        const told = wordsOf(text).filter((word) => options.includes(word));
        return options.indexOf(told.at(end) ?? '');
      });
      expect(share).toBeLessThan(0.5);
    }
  });

  it('are the same on every call', () => {
    expect(buildTestItems()).toEqual(items);
  });
});

describe('the splits', () => {
  it('share no wording', () => {
    for (const { id, wordings } of caseKinds)
      for (const [purpose, { train, test }] of Object.entries(wordings)) {
        expect(train.length, `${id} ${purpose}`).toBeGreaterThanOrEqual(3);
        expect(test.length, `${id} ${purpose}`).toBeGreaterThanOrEqual(2);
        expect(
          test.filter((frame) => train.includes(frame)),
          `${id} ${purpose}`,
        ).toEqual([]);
      }
  });

  it('share their words, but no case or question', () => {
    const random = createRandom('choices-vocabulary');
    const words = new Set<string>();
    const lines = new Set<string>();
    for (let drawn = 0; drawn < 4000; drawn += 1) {
      const { prefix, questions } = drawTraining(random);
      for (const part of [prefix, ...questions.map(({ suffix }) => suffix)]) {
        for (const word of wordsOf(part)) words.add(word);
        for (const line of part.split('\n')) lines.add(line);
      }
    }
    const unknown = items.flatMap((item) => wordsOf(promptOf(item))).filter((w) => !words.has(w));
    expect(unknown).toEqual([]);
    const repeated = items.filter(
      ({ text = '', question }) => lines.has(`Case: ${text}`) || lines.has(`Question: ${question}`),
    );
    expect(repeated).toEqual([]);
  });
});

describe('every sort of case', () => {
  it.each(['train', 'test'] as const)('has right answers by its words alone in %s', (split) => {
    const random = createRandom(`choices-solved-${split}`);
    for (const kind of caseKinds)
      for (let drawn = 0; drawn < 60; drawn += 1) {
        const { facts, asks } = drawCase(kind, split, random);
        for (const { question, right, wrong } of asks) {
          const options = [right, ...wrong];
          expect(wrong.length).toBeGreaterThanOrEqual(3);
          expect(new Set(options).size, `${facts} ${question}`).toBe(options.length);
          const item = { id: 'x', cluster: 'x', stratum: kind.stratum, topic: kind.id, answer: 0 };
          const solved = solveFromText({ ...item, text: facts, question, options });
          expect(solved, `${facts} ${question}`).toBe(right);
        }
      }
  });
});

describe('drawTraining', () => {
  it('gives each letter as a reply about as often', () => {
    const random = createRandom('choices-letters');
    const replies = Array.from({ length: 1500 }, () => drawTraining(random)).flatMap((group) =>
      group.questions.map(({ reply }) => reply),
    );
    const counts = tally(replies);
    expect(Object.keys(counts).sort()).toEqual(['A', 'B', 'C', 'D']);
    for (const count of Object.values(counts))
      expect(Math.abs(count / replies.length - 0.25)).toBeLessThan(0.03);
  });

  it('asks in the protocol’s form, divided at a line feed', () => {
    const random = createRandom('choices-right');
    for (let drawn = 0; drawn < 400; drawn += 1) {
      const { prefix, questions } = drawTraining(random);
      expect(prefix).toMatch(/^Choose [^\n]+\nCase: [^\n]+\n$/u);
      expect(questions.length).toBeGreaterThan(0);
      for (const { suffix } of questions)
        expect(suffix).toMatch(
          /^Question: [^\n]+\nA [^\n]+\nB [^\n]+\nC [^\n]+\nD [^\n]+\nAnswer:$/u,
        );
    }
  });

  it('gives the same from the same seed', () => {
    expect(drawTraining(createRandom('a'))).toEqual(drawTraining(createRandom('a')));
    expect(drawTraining(createRandom('a'))).not.toEqual(drawTraining(createRandom('b')));
  });
});
