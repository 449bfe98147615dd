import { describe, expect, it } from 'vitest';
import { numericPrompt } from '../../../protocols/numericAnswer/prompt.ts';
import { parseNumber } from '../../../protocols/numericAnswer/parseAnswer.ts';
import { createRandom } from '../../../random.ts';
import { parseNumericItem } from '../../numericAnswers.ts';
import { roundTo, workOut } from './calculator.ts';
import { problems } from './drawProblem.ts';
import { drawTraining } from './drawTraining.ts';
import { scoreWordings } from './scores.ts';
import { solveFromText } from './solveFromText.ts';
import { calculatorWordings } from './tell.ts';
import { buildTestItems } from './testItems.ts';

const items = buildTestItems();

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

describe('the test items', () => {
  it('are 80, 60 and 60 of the strata, and several of each calculator', () => {
    expect(tally(items.map(({ stratum }) => stratum))).toEqual({
      'one-step': 80,
      'two-step': 60,
      decimal: 60,
    });
    const calculators = tally(items.map(({ calculator }) => calculator));
    expect(Object.keys(calculators).sort()).toEqual(problems.map(({ id }) => id).sort());
    expect(problems.length).toBe(25);
    for (const [id, count] of Object.entries(calculators)) expect(count, id).toBeGreaterThan(6);
  });

  it('can be read as the pack reads them', () => {
    for (const item of items) {
      const read = parseNumericItem(JSON.stringify(item), 1);
      expect(read.ok ? read.value : read.error.sentence).toEqual(item);
    }
  });

  it('have the answer that their numbers and the textbook’s formula have', () => {
    for (const { calculator, text, answer, range } of items) {
      const solved = solveFromText(calculator, text);
      const half = range.decimals === 0 ? 0 : 0.5 / 10 ** range.decimals;
      expect(Math.abs(solved - answer), `${text} ${String(answer)}`).toBeLessThanOrEqual(
        half + 1e-9,
      );
    }
  });

  it('differ, and never contradict one another', () => {
    expect(new Set(items.map(({ text, question }) => `${text}\n${question}`)).size).toBe(200);
    expect(new Set(items.map(({ id }) => id)).size).toBe(200);
  });

  it('have no answer that is right often, nor one number of the case', () => {
    const answers = tally(items.map(({ answer }) => String(answer)));
    expect(Math.max(...Object.values(answers))).toBeLessThanOrEqual(10);
    // A rule that copies the first or the last number told, with the item’s tolerance left out.
    for (const end of [0, -1]) {
      const copied = items.filter(
        ({ text, answer }) => Number((text.match(/\d+(?:\.\d+)?/gu) ?? []).at(end)) === answer,
      );
      expect(copied.length / items.length).toBeLessThan(0.1);
    }
  });

  it('have some negative answers, and none that is 0', () => {
    expect(items.filter(({ answer }) => answer < 0).length).toBeGreaterThan(2);
    expect(items.filter(({ answer }) => answer === 0)).toEqual([]);
  });

  it('are the same on every call', () => {
    expect(buildTestItems()).toEqual(items);
  });
});

describe('the splits', () => {
  it('share no wording', () => {
    for (const wordings of [calculatorWordings, scoreWordings])
      for (const [purpose, { train, test }] of Object.entries(wordings)) {
        expect(train.length, purpose).toBeGreaterThanOrEqual(3);
        expect(test.length, purpose).toBeGreaterThanOrEqual(2);
        expect(
          test.filter((frame) => train.includes(frame)),
          purpose,
        ).toEqual([]);
      }
  });

  it('share their words, but no case or question', () => {
    const random = createRandom('calculators-vocabulary');
    const words = new Set<string>();
    const lines = new Set<string>();
    for (let drawn = 0; drawn < 4000; drawn += 1) {
      const { prefix, questions } = drawTraining(random);
      for (const part of [prefix, ...questions.map(({ suffix }) => suffix)]) {
        for (const word of part.match(/\p{L}+/gu) ?? []) words.add(word);
        for (const line of part.split('\n')) lines.add(line);
      }
    }
    const told = items.map(({ text, question }) => numericPrompt(text, question));
    const unknown = told
      .flatMap(({ prefix, suffix }) => (prefix + suffix).match(/\p{L}+/gu) ?? [])
      .filter((word) => !words.has(word));
    expect(unknown).toEqual([]);
    const repeated = items.filter(
      ({ text, question }) => lines.has(`Case: ${text}`) || lines.has(`Question: ${question}`),
    );
    expect(repeated).toEqual([]);
  });
});

describe('every calculator', () => {
  it.each(['train', 'test'] as const)('is right by its numbers alone in %s', (split) => {
    const random = createRandom(`calculators-solved-${split}`);
    for (const problem of problems)
      for (let drawn = 0; drawn < 60; drawn += 1) {
        const { id, range } = problem;
        const { text, asks } = problem.tell(split, random);
        const answer = asks.at(-1)?.answer ?? NaN;
        const half = range.decimals === 0 ? 0 : 0.5 / 10 ** range.decimals;
        expect(Math.abs(solveFromText(id, text) - answer), text).toBeLessThanOrEqual(half + 1e-9);
        expect(answer, `${id} ${text}`).toBeGreaterThanOrEqual(range.min);
        expect(answer, `${id} ${text}`).toBeLessThanOrEqual(range.max);
      }
  });
});

describe('drawTraining', () => {
  it('replies with a bare number, whole where the steps are', () => {
    const random = createRandom('calculators-replies');
    for (let drawn = 0; drawn < 600; drawn += 1) {
      const { prefix, questions } = drawTraining(random);
      expect(prefix).toMatch(/^Work [^\n]+\nCase: [^\n]+\n$/u);
      expect(questions.length).toBeGreaterThan(0);
      for (const { suffix, reply } of questions) {
        expect(suffix).toMatch(/^Question: [^\n]+\nAnswer:$/u);
        expect(reply).toMatch(/^-?\d+(?:\.\d{1,2})?$/u);
        expect(parseNumber(reply)).toEqual({ kind: 'read', value: Number(reply) });
      }
    }
  });

  it('gives the same from the same seed', () => {
    expect(drawTraining(createRandom('a'))).toEqual(drawTraining(createRandom('a')));
    expect(drawTraining(createRandom('a'))).not.toEqual(drawTraining(createRandom('b')));
  });
});

describe('working out', () => {
  it('rounds half up in spite of binary fractions', () => {
    expect([roundTo(1.005, 2), roundTo(2.5, 0), roundTo(-50, 0), roundTo(22.449, 1)]).toEqual([
      1.01, 3, -50, 22.4,
    ]);
  });

  it('refuses a step on a number that is not known', () => {
    const steps = [{ name: 'x', operation: 'plus', of: ['y', 1] }] as const;
    expect(() => workOut(steps, [])).toThrow(RangeError);
    expect(workOut(steps, [{ name: 'y', value: 2, unit: '' }])).toEqual([3]);
  });
});
