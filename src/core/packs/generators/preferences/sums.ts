import type { Random } from '../../../random.ts';
import type { Say } from '../wording.ts';
import {
  bearing,
  beside,
  candidatesOf,
  draws,
  drawRight,
  type Family,
  type Wordings,
} from './family.ts';
import { THINGS } from './vocabulary.ts';

export const sumWordings = {
  owns: {
    train: ['{who} has {count} {things}.', 'There are {count} {things} with {who}.'],
    test: ['With {who} there are {count} {things}.'],
  },
  gave: {
    train: [
      '{who} had {before} {things} and gave {count} to {other}.',
      '{who} gave {count} of {before} {things} to {other}.',
    ],
    test: [
      'Of {before} {things} {who} gave {count} to {other}.',
      '{who} gave {other} {count} of {before} {things}.',
    ],
  },
  twice: {
    train: [
      '{who} has twice as many {things} as {other}.',
      'There are twice as many {things} with {who} as with {other}.',
    ],
    test: ['With {who} there are twice as many {things} as with {other}.'],
  },
  askCount: {
    train: ['How many {things} does {who} have?', 'How many {things} are with {who}?'],
    test: ['How many {things} are there with {who}?', '{who} has how many {things}?'],
  },
  askTotal: {
    train: ['How many {things} do they have together?', 'How many {things} are there together?'],
    test: ['Together how many {things} do they have?', 'Together how many {things} are there?'],
  },
  askLeft: {
    train: ['How many {things} does {who} have left?', 'How many {things} are left for {who}?'],
    test: ['How many {things} are left with {who}?', '{who} has how many {things} left?'],
  },
  askMost: {
    train: ['Who has the most {things}?', 'Who is the one with the most {things}?'],
    test: ['The most {things} are with which one?', 'Which one has the most {things}?'],
  },
  askFewest: {
    train: ['Who has the fewest {things}?', 'Who is the one with the fewest {things}?'],
    test: ['The fewest {things} are with which one?', 'Which one has the fewest {things}?'],
  },
  shortCount: {
    train: ['It is {count}.'],
    test: ['There are {count}.'],
  },
} satisfies Wordings;

/** Numbers close to one another, so that none stands out; each is `step` times a whole number. */
function closeNumbers(random: Random, count: number, least: number, step = 1): number[] {
  const low = least + random.int(9);
  const near = Array.from({ length: Math.max(4, count + 1) }, (_, index) => (low + index) * step);
  return draws(random, near, count);
}

const countTexts =
  (say: Say) =>
  (number: number): string[] => [String(number), say('shortCount', { count: String(number) })];

const total: Family = {
  id: 'sum-total',
  subset: 'sums',
  most: 4,
  draw({ random, say, people }, count) {
    const { right, wrong } = drawRight(random, closeNumbers(random, count, 4));
    const things = random.pick(THINGS);
    const first = 2 + random.int(right - 3);
    const parts = [first, right - first];
    return {
      lines: people(2).map((who, index) =>
        bearing(say('owns', { who, things, count: String(parts[index]) })),
      ),
      question: say('askTotal', { things }),
      candidates: candidatesOf(right, wrong, countTexts(say)),
    };
  },
};

const left: Family = {
  id: 'sum-left',
  subset: 'sums',
  most: 4,
  draw({ random, say, people }, count) {
    const { right, wrong } = drawRight(random, closeNumbers(random, count, 2));
    const things = random.pick(THINGS);
    const [who = '', other = ''] = people(2);
    const given = 1 + random.int(8);
    const slots = { who, other, things, before: String(right + given), count: String(given) };
    return {
      lines: [bearing(say('gave', slots))],
      question: say('askLeft', { who, things }),
      candidates: candidatesOf(right, wrong, countTexts(say)),
    };
  },
};

/** All candidates are even, so that an odd one cannot give itself away. */
const twice: Family = {
  id: 'sum-twice',
  subset: 'sums',
  most: 4,
  draw({ random, say, people }, count) {
    const { right, wrong } = drawRight(random, closeNumbers(random, count, 2, 2));
    const things = random.pick(THINGS);
    const [who = '', other = ''] = people(2);
    return {
      lines: random.shuffle([
        bearing(say('owns', { who: other, things, count: String(right / 2) })),
        bearing(say('twice', { who, other, things })),
      ]),
      question: say('askCount', { who, things }),
      candidates: candidatesOf(right, wrong, countTexts(say)),
    };
  },
};

/** No sum at all: the number of the one who is asked about. */
const owned: Family = {
  id: 'sum-owned',
  subset: 'sums',
  most: 4,
  draw({ random, say, people }, count) {
    const { right, wrong } = drawRight(random, closeNumbers(random, count, 2));
    const things = random.pick(THINGS);
    const others = wrong.slice(0, 2);
    const [who = '', ...names] = people(1 + others.length);
    return {
      lines: random.shuffle([
        bearing(say('owns', { who, things, count: String(right) })),
        ...others.map((number, index) =>
          beside(say('owns', { who: names[index] ?? '', things, count: String(number) })),
        ),
      ]),
      question: say('askCount', { who, things }),
      candidates: candidatesOf(right, wrong, countTexts(say)),
    };
  },
};

const most: Family = {
  id: 'sum-most',
  subset: 'sums',
  most: 4,
  draw({ random, say, people }, count) {
    const things = random.pick(THINGS);
    const numbers = draws(
      random,
      Array.from({ length: 18 }, (_, index) => index + 2),
      count,
    );
    const wanted = random.chance(0.5) ? 'askMost' : 'askFewest';
    const best = wanted === 'askMost' ? Math.max(...numbers) : Math.min(...numbers);
    const names = people(count);
    const right = names[numbers.indexOf(best)] ?? '';
    return {
      lines: names.map((who, index) =>
        bearing(say('owns', { who, things, count: String(numbers[index]) })),
      ),
      question: say(wanted, { things }),
      candidates: candidatesOf(
        right,
        names.filter((name) => name !== right),
        (name) => [name],
      ),
    };
  },
};

export const sumFamilies: readonly Family[] = [total, left, twice, owned, most];
