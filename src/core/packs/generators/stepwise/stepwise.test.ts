import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../random.ts';
import { parseStepwiseItem } from '../../stepwiseErrors.ts';
import { checkSolution } from './checkSolution.ts';
import { drawSolution, isHeldOut } from './drawSolution.ts';
import { drawTraining } from './drawTraining.ts';
import { MISTAKES } from './mistakes.ts';
import { buildTestItems } from './testItems.ts';
import { QUESTIONS, STEP_FRAMES, THEMES, type Split } from './wordings.ts';

const items = buildTestItems();
const trained = Array.from({ length: 2100 }, (_, index) =>
  drawSolution(
    (['none', ...MISTAKES] as const)[index % 7] ?? 'none',
    3 + (Math.floor(index / 7) % 5),
    'train',
    createRandom(`train-${String(index)}`),
  ),
);
const groups = Array.from({ length: 1500 }, (_, n) =>
  drawTraining(createRandom(`group-${String(n)}`)),
);

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** Every frame of a split; the frames of turns and openings are told apart by what they are for. */
function framesOf(split: Split): string[] {
  const all = THEMES.flatMap(({ openings, turns }) =>
    [...openings, ...Object.values(turns)].flatMap(({ frames }) => frames[split]),
  );
  return [...new Set([...all, ...QUESTIONS[split], ...STEP_FRAMES[split]])];
}

/** What a frame looks like to a reader: slots that hold the same sort of thing are the same. */
const shapeOf = (frame: string) => frame.replace(/\{[abc]\}/gu, '#').replace(/\{[gsr]\}/gu, '~');
const wordsIn = (texts: readonly string[]) =>
  new Set(texts.flatMap((text) => text.match(/[A-Za-z]+/gu) ?? []));

describe('the stepwise test items', () => {
  it('have the first wrong step and the kind of mistake that their words show', () => {
    for (const { problem, steps, firstWrong, stratum } of items)
      expect(checkSolution(problem, steps), `${problem} ${steps.join('; ')}`).toEqual({
        firstWrong,
        faults: stratum === 'none' ? [] : [stratum],
        follows: true,
      });
  });

  it('are read back by their own schema, and are the same each time', () => {
    items.forEach((item, index) => {
      expect(parseStepwiseItem(JSON.stringify(item), index + 1)).toEqual({ ok: true, value: item });
    });
    expect(buildTestItems()).toEqual(items);
  });

  it('are 300, a third of them right, the rest as many of each kind, no two problems alike', () => {
    expect(tally(items.map(({ stratum }) => stratum))).toEqual({
      none: 102,
      ...Object.fromEntries(MISTAKES.map((kind) => [kind, 33])),
    });
    expect(new Set(items.map(({ id }) => id)).size).toBe(300);
    expect(new Set(items.map(({ problem }) => problem)).size).toBe(300);
  });

  it('have 3 to 7 steps, as many of each, with and without a mistake', () => {
    for (const sort of [
      items.filter((i) => i.firstWrong === null),
      items.filter((i) => i.firstWrong !== null),
    ])
      for (const count of Object.values(tally(sort.map(({ steps }) => String(steps.length)))))
        expect(Math.abs(count / sort.length - 1 / 5)).toBeLessThan(0.04);
  });

  it('go wrong anywhere: in the first, middle and last steps', () => {
    const wrong = items.filter(({ firstWrong }) => firstWrong !== null);
    for (const length of [3, 4, 5, 6, 7]) {
      const places = tally(
        wrong.filter(({ steps }) => steps.length === length).map((item) => String(item.firstWrong)),
      );
      expect(Object.keys(places)).toHaveLength(length);
      const total = Object.values(places).reduce((sum, count) => sum + count, 0);
      for (const count of Object.values(places)) expect(count / total).toBeLessThan(1.7 / length);
    }
  });

  it('keep prompts short and numbers small', () => {
    const words = items.map(
      ({ problem, steps }) => `${problem} ${steps.join(' ')}`.split(' ').length,
    );
    expect(Math.max(...words)).toBeLessThanOrEqual(150);
    expect(words.reduce((sum, count) => sum + count, 0) / words.length).toBeLessThan(95);
    for (const { problem, steps } of items)
      for (const number of `${problem} ${steps.join(' ')}`.match(/\d+/gu) ?? [])
        expect(Number(number)).toBeLessThanOrEqual(139);
  });
});

describe('the stepwise splits', () => {
  it('share no frame, and the test has no word of its own', () => {
    const train = framesOf('train').map(shapeOf);
    expect(
      framesOf('test')
        .map(shapeOf)
        .filter((shape) => train.includes(shape)),
    ).toEqual([]);
    const known = wordsIn(trained.flatMap(({ plan, steps }) => [plan.problem, ...steps]));
    const tested = wordsIn(items.flatMap(({ problem, steps }) => [problem, ...steps]));
    expect([...tested].filter((word) => !known.has(word))).toEqual([]);
  });

  it('share no problem’s first three numbers', () => {
    const opening = (problem: string) => (problem.match(/\d+/gu) ?? []).slice(0, 3).join(' ');
    const tested = new Set(items.map(({ problem }) => opening(problem)));
    expect(trained.filter(({ plan }) => tested.has(opening(plan.problem)))).toEqual([]);
    expect(trained.some(({ plan }) => isHeldOut(plan))).toBe(false);
  });
});

describe('the stepwise training', () => {
  it('has the right first wrong step', () => {
    for (const { plan, steps, kind, firstWrong } of trained)
      expect(checkSolution(plan.problem, steps), plan.problem).toEqual({
        firstWrong,
        faults: kind === 'none' ? [] : [kind],
        follows: true,
      });
  });

  it('asks and replies as the protocol does, resting on the wrong line', () => {
    for (const { prefix, questions } of groups) {
      const [question] = questions;
      if (question === undefined) throw new Error('every solution has its question');
      const lines = [...prefix.matchAll(/^(\d+) (.*)$/gmu)];
      expect(lines.map(([, number]) => Number(number))).toEqual(lines.map((_, n) => n + 1));
      const problem = /^Problem: (.*)$/mu.exec(prefix)?.[1] ?? '';
      const { firstWrong } = checkSolution(
        problem,
        lines.map(([, , text]) => text ?? ''),
      );
      expect(prefix.endsWith('\n')).toBe(true);
      expect(question).toEqual({
        suffix: 'Answer:',
        reply: firstWrong === null ? 'none' : String(firstWrong),
        restsOn: [firstWrong === null ? [] : [firstWrong]],
      });
    }
  });

  it('says none a third of the time, and is the same for the same seed', () => {
    const none = groups.filter(({ questions }) => questions[0]?.reply === 'none');
    expect(Math.abs(none.length / groups.length - 1 / 3)).toBeLessThan(0.05);
    expect(drawTraining(createRandom('a'))).toEqual(drawTraining(createRandom('a')));
  });
});
