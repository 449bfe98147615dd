import { describe, expect, it } from 'vitest';
import { workedAnswerPrompt, workedReply } from '../../../protocols/workedAnswer/prompt.ts';
import { createRandom } from '../../../random.ts';
import { parseArithmeticItem } from '../../multistepArithmetic.ts';
import { drawProblem, isHeldOut, LARGEST_VALUE } from './drawProblem.ts';
import { drawTraining } from './drawTraining.ts';
import { buildTestItems } from './testItems.ts';
import { WORDINGS, type Split } from './wordings.ts';

const items = buildTestItems();
const trained = Array.from({ length: 3000 }, (_, index) =>
  drawProblem(createRandom(`train-${String(index)}`), 2 + (index % 11)),
);

/** Works a problem out from its words alone, knowing nothing of how it was drawn. */
function solve(lines: readonly string[]): { values: number[]; answer: number } {
  const values: number[] = [];
  let value = Number(/\d+/u.exec(lines[0] ?? '')?.[0]);
  for (const line of lines.slice(1)) {
    const by = Number(/\d+/u.exec(line)?.[0]);
    if (/half|halve/u.test(line)) value /= 2;
    else if (line.includes('double')) value *= 2;
    else if (/times|multipl/u.test(line)) value *= by;
    else if (/subtract|minus|less|off|away/u.test(line)) value -= by;
    else if (/add|plus|more/u.test(line)) value += by;
    else throw new Error(`the test cannot read “${line}”`);
    values.push(value);
  }
  return { values, answer: value };
}

const framesOf = (split: Split) => Object.values({ ...WORDINGS[split] }).flat();
const frameOf = (line: string) => line.replace(/\d+/gu, '#');
const wordsOf = (frames: readonly string[]) => new Set(frames.flatMap((frame) => frame.split(' ')));

describe('the arithmetic test items', () => {
  it('have the answer and the steps that follow from their words', () => {
    for (const { lines, steps, answer } of items) {
      const solved = solve(lines);
      expect(answer).toBe(solved.answer);
      expect(steps.map((step) => Number(step.split(' = ')[1]))).toEqual(solved.values);
    }
  });

  it('are read back by their own schema, and are the same each time', () => {
    items.forEach((item, index) => {
      const read = parseArithmeticItem(JSON.stringify(item), index + 1);
      expect(read).toEqual({ ok: true, value: item });
    });
    expect(buildTestItems()).toEqual(items);
  });

  it('are 500, as many of each length as can be, no two alike', () => {
    const counts: Record<string, number> = {};
    for (const { stratum, steps } of items) {
      expect(Number(stratum.slice('steps-'.length))).toBe(steps.length);
      counts[stratum] = (counts[stratum] ?? 0) + 1;
    }
    expect(counts).toEqual({
      ...Object.fromEntries(['02', '03', '04', '05', '06'].map((n) => [`steps-${n}`, 46])),
      ...Object.fromEntries(['07', '08', '09', '10', '11', '12'].map((n) => [`steps-${n}`, 45])),
    });
    expect(new Set(items.map(({ id }) => id)).size).toBe(500);
    expect(new Set(items.map(({ lines }) => lines.join('\n'))).size).toBe(500);
    expect(new Set(items.map(({ steps }) => steps.join('\n'))).size).toBe(500);
  });

  it('cannot be guessed: no answer is frequent, and the last number of the problem is not it', () => {
    const counts = new Map<number, number>();
    for (const { answer } of items) counts.set(answer, (counts.get(answer) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(15);
    const named = items.filter(({ lines, answer }) =>
      lines.join(' ').split(' ').includes(String(answer)),
    );
    expect(named.length / items.length).toBeLessThan(0.15);
  });

  it('keep every number within 1 and 199', () => {
    const numbers = [...items, ...trained].flatMap(
      ({ steps }) => steps.join(' ').match(/\d+/gu) ?? [],
    );
    expect(Math.min(...numbers.map(Number))).toBe(1);
    expect(Math.max(...numbers.map(Number))).toBe(LARGEST_VALUE);
  });

  it('use every operation often, late steps as well as early ones', () => {
    for (const at of [0, 1, 5, 10]) {
      const signs = items.flatMap(({ steps }) => steps[at]?.split(' ')[1] ?? []);
      for (const sign of ['+', '-', 'x', '/'])
        expect(signs.filter((each) => each === sign).length / signs.length).toBeGreaterThan(0.05);
    }
  });
});

describe('the arithmetic splits', () => {
  it('share no wording of a line, and the test has no word of its own', () => {
    const test = framesOf('test');
    expect(test.filter((frame) => framesOf('train').includes(frame))).toEqual([]);
    expect(new Set(test).size).toBe(test.length);
    const known = wordsOf(framesOf('train'));
    expect([...wordsOf(test)].filter((word) => !known.has(word))).toEqual([]);
  });

  it('are worded as their frames say', () => {
    const used = (lines: readonly (readonly string[])[]) => new Set(lines.flat().map(frameOf));
    expect([...used(items.map(({ lines }) => lines))].sort()).toEqual(framesOf('test').sort());
    expect([...used(trained.map(({ lines }) => lines))].sort()).toEqual(framesOf('train').sort());
  });

  it('share no problem, and no problem’s first two steps', () => {
    const opening = (steps: readonly string[]) => steps.slice(0, 2).join('\n');
    const tested = new Set(items.map(({ steps }) => opening(steps)));
    expect(trained.filter(({ steps }) => tested.has(opening(steps)))).toEqual([]);
    expect(trained.some(({ start, operations }) => isHeldOut(start, operations))).toBe(false);
  });
});

describe('the arithmetic training', () => {
  it('asks and replies as the protocol does, with right sums', () => {
    for (let n = 0; n < 300; n += 1) {
      const { prefix, questions } = drawTraining(createRandom(`group-${String(n)}`));
      expect(prefix.endsWith('\n')).toBe(true);
      expect(questions.length).toBeGreaterThan(0);
      for (const { suffix, reply } of questions) {
        expect(suffix.endsWith('\nAnswer:') || suffix === 'Answer:').toBe(true);
        const text = `${prefix}${suffix}${reply}`;
        expect(text).toMatch(/^[a-z0-9+\-x/=A: \n]+$/u);
        const sums = [...reply.matchAll(/(\d+) ([-+x/]) (\d+) = (\d+)/gu)];
        for (const [, left, sign, right, result] of sums) {
          const [a, b, c] = [Number(left), Number(right), Number(result)];
          const expected = { '+': a + b, '-': a - b, x: a * b, '/': a / b }[sign ?? ''];
          expect(c).toBe(expected);
        }
        expect(reply.endsWith(`\nAnswer ${sums.at(-1)?.[4] ?? ''}`)).toBe(true);
      }
    }
  });

  it('is the same for the same seed, and has every length', () => {
    expect(drawTraining(createRandom('a'))).toEqual(drawTraining(createRandom('a')));
    const lengths = Array.from(
      { length: 300 },
      (_, n) => drawTraining(createRandom(String(n))).questions[0]?.reply.split('\n').length ?? 0,
    );
    expect([...new Set(lengths)].sort((a, b) => a - b)).toEqual([
      3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
    ]);
  });

  it('refuses problems that are too short to be split', () => {
    expect(() => drawProblem(createRandom('a'), 1)).toThrow(RangeError);
  });

  it('writes the reply that the pack’s gold fields make', () => {
    const [item] = items;
    if (item === undefined) throw new Error('there are items');
    const reply = workedReply(item.steps, item.answer);
    for (const step of item.steps) expect(reply).toContain(`${step}\n`);
    expect(workedAnswerPrompt(item.lines).prefix).not.toContain('=');
  });
});
