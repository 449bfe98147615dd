import {
  bearing,
  beside,
  candidatesOf,
  draws,
  drawRight,
  inWords,
  type Family,
  type Wordings,
} from './family.ts';
import { COUNT_WORDS, MARKS, RELATIONS, THINGS, WORDS } from './vocabulary.ts';

/** What was asked for as to form. Every answer of a case is right in substance, or two are and two are not. */
export const formWordings = {
  formCount: {
    train: ['Name {count} of the {plural}.', 'Of the {plural} write {count}.'],
    test: ['Write {count} of the {plural}.', 'Of the {plural} name {count}.'],
  },
  formNumberFirst: {
    train: ['Begin with the number.', 'The number must be first.'],
    test: ['Put the number first.'],
  },
  formNumberLast: {
    train: ['End with the number.', 'The number must be last.'],
    test: ['Put the number last.'],
  },
  formWordFirst: {
    train: ['Write to {who}. Put {word} first.', 'Write to {who} with {word} as the first word.'],
    test: ['Write to {who}. Begin with {word}.', 'Write to {who}. The first word must be {word}.'],
  },
  formWordLast: {
    train: ['Write to {who}. Put {word} last.', 'Write to {who} with {word} as the last word.'],
    test: ['Write to {who}. End with {word}.', 'Write to {who}. The last word must be {word}.'],
  },
  formSameOrder: {
    train: ['Write the {plural} in the same order.', 'In the same order name the {plural}.'],
    test: ['Name the {plural} in the same order.', 'In the same order write the {plural}.'],
  },
  formReverseOrder: {
    train: ['Write the {plural} in reverse order.', 'In reverse order name the {plural}.'],
    test: ['Name the {plural} in reverse order.', 'In reverse order write the {plural}.'],
  },
  formMark: {
    train: ['End with a {mark}.', 'A {mark} must be last.'],
    test: ['Put a {mark} last.', 'The last must be a {mark}.'],
  },
} satisfies Wordings;

/** How many of four things are named. */
const howMany: Family = {
  id: 'form-count',
  subset: 'exact-form',
  most: 4,
  draw({ random, say }, count) {
    const { plural, values } = random.pick(RELATIONS);
    const listed = draws(random, values, COUNT_WORDS.length);
    const { right, wrong } = drawRight(random, draws(random, COUNT_WORDS, count));
    const answer = (word: string) =>
      draws(random, listed, COUNT_WORDS.indexOf(word) + 1).join(', ');
    return {
      lines: [beside(say('theList', { plural, list: inWords(listed) }))],
      question: say('formCount', { plural, count: right }),
      candidates: candidatesOf(right, wrong, (word) => [answer(word), answer(word)]),
    };
  },
};

/** A number before or after its noun; with four candidates two are of the other person's number. */
const numberPlace: Family = {
  id: 'form-number',
  subset: 'exact-form',
  most: 4,
  draw({ random, say, people }, count) {
    const things = random.pick(THINGS);
    const [who = '', other = ''] = people(2);
    const [own = 0, others = 0] = draws(random, [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 2);
    const numbers = count > 2 ? [own, others] : [own];
    const forms = numbers.flatMap((number) => [
      { number, isFirst: true },
      { number, isFirst: false },
    ]);
    const { right, wrong } = drawRight(random, forms);
    const elsewhere = right.number === own ? others : own;
    return {
      lines: random.shuffle([
        bearing(say('owns', { who, things, count: String(right.number) })),
        beside(say('owns', { who: other, things, count: String(elsewhere) })),
      ]),
      question: `${say('askCount', { who, things })} ${say(right.isFirst ? 'formNumberFirst' : 'formNumberLast', {})}`,
      candidates: candidatesOf(right, wrong, ({ number, isFirst }) => [
        isFirst ? `${String(number)} ${things}` : `${things} ${String(number)}`,
      ]),
    };
  },
};

/** The same words in another order: which one comes first, or last? */
const wordPlace: Family = {
  id: 'form-word',
  subset: 'exact-form',
  most: 4,
  draw({ random, say, people }, count) {
    const [who = ''] = people(1);
    const words = draws(random, WORDS, count);
    const pairs: [string, string][] = [];
    for (let index = 0; index < words.length; index += 2) {
      const [first = '', second = ''] = words.slice(index, index + 2);
      pairs.push([first, second], [second, first]);
    }
    const { right, wrong } = drawRight(random, pairs);
    const isFirst = random.chance(0.5);
    return {
      lines: [beside(say('theList', { plural: 'words', list: inWords(random.shuffle(words)) }))],
      question: say(isFirst ? 'formWordFirst' : 'formWordLast', {
        who,
        word: isFirst ? right[0] : right[1],
      }),
      candidates: candidatesOf(right, wrong, ([first, last]) => [`${first} ${who} ${last}`]),
    };
  },
};

/** Three things in the note's order or the other way round. */
const order: Family = {
  id: 'form-order',
  subset: 'exact-form',
  most: 4,
  draw({ random, say }, count) {
    const { plural, values } = random.pick(RELATIONS);
    const [a = '', b = '', c = ''] = draws(random, values, 3);
    const orders = [
      [a, b, c],
      [c, b, a],
      [b, a, c],
      [c, a, b],
    ].slice(0, count);
    const { right, wrong } = drawRight(random, orders);
    const isSame = random.chance(0.5);
    const listed = isSame ? right : [...right].reverse();
    return {
      lines: [bearing(say('theList', { plural, list: inWords(listed) }))],
      question: say(isSame ? 'formSameOrder' : 'formReverseOrder', { plural }),
      candidates: candidatesOf(right, wrong, (one) => [one.join(', ')]),
    };
  },
};

/** The closing mark. */
const mark: Family = {
  id: 'form-mark',
  subset: 'exact-form',
  most: 4,
  draw({ random, say, people }, count) {
    const [who = ''] = people(1);
    const relation = random.pick(RELATIONS);
    const value = random.pick(relation.values);
    const { right, wrong } = drawRight(random, draws(random, MARKS, count));
    const slots = { who, what: relation.noun };
    return {
      lines: [beside(say('fact', { ...slots, value }))],
      question: `${say('ask', slots)} ${say('formMark', { mark: right.name })}`,
      candidates: candidatesOf(right, wrong, ({ sign }) => [`${value}${sign}`]),
    };
  },
};

export const formFamilies: readonly Family[] = [howMany, numberPlace, wordPlace, order, mark];
