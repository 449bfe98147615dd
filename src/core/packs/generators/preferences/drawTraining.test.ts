import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../random.ts';
import { drawTraining } from './drawTraining.ts';
import { recomputeGold } from './recomputeGold.ts';
import { buildTestItems } from './testItems.ts';
import { HELD_OUT_PEOPLE } from './vocabulary.ts';

const random = createRandom('check');
const groups = Array.from({ length: 2000 }, () => drawTraining(random));

/** Note, question and answers back from the prompt. */
function readGroup({ prefix, questions }: (typeof groups)[number]) {
  const [, ...rest] = prefix.split('\n');
  const lines = rest.flatMap((line) => /^\d+ (.+)$/u.exec(line)?.[1] ?? []);
  const question = rest.flatMap((line) => /^Question: (.+)$/u.exec(line)?.[1] ?? []).join();
  const answers = questions.map(({ suffix }) => /^Reply: (.+)\nAnswer:$/u.exec(suffix)?.[1] ?? '');
  return { lines, question, answers };
}

describe('the training split', () => {
  it('gives the same stream for the same seed', () => {
    const again = createRandom('check');
    expect(groups.slice(0, 50)).toEqual(groups.slice(0, 50).map(() => drawTraining(again)));
  });

  it('answers as the text of the note does', () => {
    for (const group of groups) {
      const { lines, question, answers } = readGroup(group);
      expect(recomputeGold(lines, question, answers), group.prefix).toEqual(
        group.questions.map(({ reply }) => reply === 'yes'),
      );
    }
  });

  it('has as many right as wrong answers to each question, none twice', () => {
    for (const { questions } of groups) {
      const right = questions.filter(({ reply }) => reply === 'yes').length;
      expect(questions.length).toBe(2 * right);
      expect(questions.length).toBeGreaterThanOrEqual(2);
      expect(new Set(questions.map(({ suffix }) => suffix)).size).toBe(questions.length);
    }
  });

  it('points at lines that are there', () => {
    for (const group of groups) {
      const { lines } = readGroup(group);
      for (const { restsOn } of group.questions) {
        const [numbers = []] = restsOn ?? [];
        for (const number of numbers) expect(lines[number - 1]).toBeDefined();
      }
    }
    const guided = groups.filter(({ questions }) => questions[0]?.restsOn !== undefined);
    expect(guided.length / groups.length).toBeGreaterThan(0.6);
  });

  it('ends its prefixes in a line feed, and stays short', () => {
    for (const { prefix } of groups) expect(prefix.endsWith('\n')).toBe(true);
    const words = groups.map(({ prefix }) => prefix.split(/\s+/u).length);
    expect(words.reduce((sum, count) => sum + count, 0) / words.length).toBeLessThan(45);
  });

  it('never has a held-out name, nor a note and question of the test split', () => {
    const tests = new Set(
      buildTestItems().map(({ lines, question }) => JSON.stringify([lines, question])),
    );
    for (const group of groups) {
      const { lines, question } = readGroup(group);
      expect(tests.has(JSON.stringify([lines, question]))).toBe(false);
      for (const name of HELD_OUT_PEOPLE) expect(group.prefix).not.toContain(name);
    }
  });
});
