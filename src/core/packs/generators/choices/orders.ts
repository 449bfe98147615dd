import type { Random } from '../../../random.ts';
import { PEOPLE } from '../people.ts';
import type { Say } from '../wording.ts';
import { between, type Ask, type CaseKind } from './caseKind.ts';

const VERBS = ['seen', 'weighed', 'called', 'tested', 'admitted'] as const;

const askPlace = {
  train: [
    'Who was {verb} {place}?',
    'Who was the {place} to be {verb}?',
    'Name the {place} person {verb}.',
    'Which person was {verb} {place}?',
  ],
  test: ['Which person was the {place} to be {verb}?', 'Who was the {place} person {verb}?'],
};

/** Four people, each told with a place: the answer stands in one sentence. */
const ordersPlace: CaseKind = {
  id: 'orders-place',
  stratum: 'orders',
  wordings: {
    fact: {
      train: [
        '{who} was {verb} {place}.',
        '{who} was the {place} to be {verb}.',
        'The {place} person {verb} was {who}.',
        'As the {place} person, {who} was {verb}.',
      ],
      test: ['{who} was the {place} person {verb}.', 'The {place} to be {verb} was {who}.'],
    },
    askPlace,
  },
  draw(random, say) {
    const people = random.shuffle(PEOPLE).slice(0, 4);
    const verb = random.pick(VERBS);
    const places = random.shuffle(['first', 'second', 'third', 'last']);
    return {
      facts: people
        .map((who, index) => say('fact', { who, verb, place: places[index] ?? '' }))
        .join(' '),
      asks: people.map((right, index) => ({
        question: say('askPlace', { verb, place: places[index] ?? '' }),
        right,
        wrong: people.filter((other) => other !== right),
      })),
    };
  },
};

function chainAsks(people: readonly string[], verb: string, others: string[], say: Say): Ask[] {
  const options = [...people, ...others];
  const ask = (question: string, right: string): Ask => ({
    question,
    right,
    wrong: options.filter((other) => other !== right),
  });
  const [first = '', second = ''] = people;
  const last = people.at(-1) ?? '';
  const lastButOne = people.at(-2) ?? '';
  return [
    ask(say('askPlace', { verb, place: 'first' }), first),
    ask(say('askPlace', { verb, place: 'last' }), last),
    ask(say('askNext', { verb, who: first }), second),
    ask(say('askNext', { verb, who: lastButOne }), last),
  ];
}

/** Three or four people, told in neighbouring pairs. */
const ordersChain: CaseKind = {
  id: 'orders-chain',
  stratum: 'orders',
  wordings: {
    fact: {
      train: [
        '{a} was {verb} before {b}.',
        '{b} was {verb} after {a}.',
        '{a} was {verb}, then {b}.',
        'Before {b}, {a} was {verb}.',
        '{a} and then {b} were {verb}.',
      ],
      test: ['After {a}, {b} was {verb}.', '{a} was {verb} and then {b}.'],
    },
    askPlace,
    askNext: {
      train: [
        'Who was {verb} right after {who}?',
        'Right after {who}, who was {verb}?',
        'Name the person {verb} right after {who}.',
      ],
      test: [
        'Which person was {verb} right after {who}?',
        'Who was the person {verb} right after {who}?',
      ],
    },
  },
  draw(random, say) {
    const drawn = random.shuffle(PEOPLE).slice(0, 4);
    const people = drawn.slice(0, random.pick([3, 4]));
    const verb = random.pick(VERBS);
    const pairs = people.slice(1).map((b, index) => ({ a: people[index] ?? '', b }));
    const told = random.chance(0.5) ? pairs : random.shuffle(pairs);
    const asks = chainAsks(people, verb, drawn.slice(people.length), say);
    return { facts: told.map(({ a, b }) => say('fact', { a, b, verb })).join(' '), asks };
  },
};

function hoursOf(random: Random): number[] {
  const hours = new Set<number>();
  while (hours.size < 4) hours.add(between(random, 1, 12));
  return [...hours];
}

/** Four people with an hour each: look one up, or find the least or the greatest. */
const ordersTimes: CaseKind = {
  id: 'orders-times',
  stratum: 'orders',
  wordings: {
    fact: {
      train: [
        '{who} was {verb} at hour {hour}.',
        'At hour {hour}, {who} was {verb}.',
        '{who} came at hour {hour} and was {verb}.',
        'Hour {hour} was when {who} was {verb}.',
      ],
      test: ['{who} came and was {verb} at hour {hour}.', '{who}, at hour {hour}, was {verb}.'],
    },
    askPlace,
    askHour: {
      train: [
        'Who was {verb} at hour {hour}?',
        'At hour {hour}, who was {verb}?',
        'Name the person {verb} at hour {hour}.',
      ],
      test: ['Which person was {verb} at hour {hour}?', 'Who came at hour {hour}?'],
    },
  },
  draw(random, say) {
    const people = random.shuffle(PEOPLE).slice(0, 4);
    const verb = random.pick(VERBS);
    const hours = hoursOf(random);
    const ask = (question: string, hour: number): Ask => {
      const right = people[hours.indexOf(hour)] ?? '';
      return { question, right, wrong: people.filter((other) => other !== right) };
    };
    const looked = random.pick(hours);
    return {
      facts: people
        .map((who, index) => say('fact', { who, verb, hour: String(hours[index]) }))
        .join(' '),
      asks: [
        ask(say('askHour', { verb, hour: String(looked) }), looked),
        ask(say('askPlace', { verb, place: 'first' }), Math.min(...hours)),
        ask(say('askPlace', { verb, place: 'last' }), Math.max(...hours)),
      ],
    };
  },
};

/** Who came when, of a few people. */
export const orderKinds: readonly CaseKind[] = [ordersPlace, ordersChain, ordersTimes];
