import type { Random } from '../../../random.ts';
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
import { FOODS, PLACES } from './vocabulary.ts';

export const safetyWordings = {
  allergic: {
    train: [
      '{who} is allergic to {list}.',
      '{who} gets ill from {list}.',
      'It is not safe for {who} to eat {list}.',
    ],
    test: ['For {who} it is not safe to eat {list}.', 'From {list} {who} gets ill.'],
  },
  canEat: {
    train: ['{who} can eat {list}.', 'It is safe for {who} to eat {list}.'],
    test: ['For {who} it is safe to eat {list}.'],
  },
  askEat: {
    train: ['What can {who} eat?', 'Which food is safe for {who}?'],
    test: ['What is safe for {who} to eat?', 'Which food can {who} eat?'],
  },
  askNotEat: {
    train: ['What must {who} not eat?', 'Which food is not safe for {who}?'],
    test: ['What is not safe for {who} to eat?', 'Which food must {who} not eat?'],
  },
  askGive: {
    train: ['Can I give {who} {food}?', 'Is it safe to give {who} {food}?'],
    test: ['Can I give {food} to {who}?', 'Is it safe to give {food} to {who}?'],
  },
  give: { train: ['Give {who} {food}.'], test: ['Give {food} to {who}.'] },
  doNotGive: { train: ['Do not give {who} {food}.'], test: ['Do not give {food} to {who}.'] },
  keepAway: {
    train: ['Keep {food} away from {who}.'],
    test: ['From {who} keep {food} away.'],
  },
  atMost: {
    train: [
      '{who} must take at most {count} tablets.',
      'At most {count} tablets are safe for {who}.',
    ],
    test: [
      '{who} must take {count} tablets at most.',
      'For {who} at most {count} tablets are safe.',
    ],
  },
  atLeast: {
    train: [
      '{who} must take at least {count} tablets.',
      'At least {count} tablets are safe for {who}.',
    ],
    test: [
      '{who} must take {count} tablets at least.',
      'For {who} at least {count} tablets are safe.',
    ],
  },
  askTablets: {
    train: ['How many tablets can {who} take?', 'How many tablets are safe for {who}?'],
    test: ['How many tablets must {who} take?', 'For {who} how many tablets are safe?'],
  },
  take: { train: ['Take {count} tablets.'], test: ['{who} can take {count}.'] },
  safePlaces: {
    train: ['Safe today: {list}.', 'These are safe: {list}.'],
    test: ['Today these are safe: {list}.'],
  },
  unsafePlaces: {
    train: ['Not safe today: {list}.', 'These are not safe: {list}.'],
    test: ['Today these are not safe: {list}.'],
  },
  askGo: {
    train: ['Where can {who} go?', 'Which place is safe for {who}?'],
    test: ['Which place can {who} go to?', 'Where is it safe for {who} to go?'],
  },
  askNotGo: {
    train: ['Where must {who} not go?', 'Which place is not safe for {who}?'],
    test: ['Which place must {who} not go to?', 'Where is it not safe for {who} to go?'],
  },
} satisfies Wordings;

/** The right one stands in a list as long as that of the wrong ones, so that its length does not give it away. */
function drawLists(random: Random, from: readonly string[], count: number) {
  const [right = '', ...others] = draws(random, from, 2 * (count - 1));
  const list = random.shuffle([right, ...others.slice(count - 1)]);
  return { right, wrong: others.slice(0, count - 1), list };
}

/** Two people and what each cannot eat: what is wrong for one is right for the other. */
const allergy: Family = {
  id: 'safe-allergy',
  subset: 'safety',
  most: 4,
  draw({ random, say, people }, count) {
    const [who = '', other = ''] = people(2);
    const { right, wrong, list } = drawLists(random, FOODS, count);
    const isAskedToEat = random.chance(0.5);
    const [own, others] = isAskedToEat ? [wrong, list] : [list, wrong];
    return {
      lines: random.shuffle([
        bearing(say('allergic', { who, list: inWords(own) })),
        beside(say('allergic', { who: other, list: inWords(others) })),
      ]),
      question: say(isAskedToEat ? 'askEat' : 'askNotEat', { who }),
      candidates: candidatesOf(right, wrong, (food) => [
        food,
        say(isAskedToEat ? 'give' : 'keepAway', { who, food }),
      ]),
    };
  },
};

/** One food, safe for one person and not for the other: give it or not? */
const giveOrNot: Family = {
  id: 'safe-give',
  subset: 'safety',
  most: 2,
  draw({ random, say, people }) {
    const [who = '', other = ''] = people(2);
    const food = random.pick(FOODS);
    const { right, wrong } = drawRight(random, ['give', 'doNotGive']);
    const [own, others] = right === 'give' ? ['canEat', 'allergic'] : ['allergic', 'canEat'];
    return {
      lines: random.shuffle([
        bearing(say(own, { who, list: food })),
        beside(say(others, { who: other, list: food })),
      ]),
      question: say('askGive', { who, food }),
      candidates: candidatesOf(right, wrong, (verdict) => [say(verdict, { who, food })]),
    };
  },
};

/** Two numbers of tablets, one within what the person may or must take; the other person's bound does not count. */
const tablets: Family = {
  id: 'safe-tablets',
  subset: 'safety',
  most: 2,
  draw({ random, say, people }) {
    const [who = '', other = ''] = people(2);
    const { right, wrong } = drawRight(random, draws(random, [1, 2, 3, 4, 5, 6, 7, 8, 9], 2));
    const between = Math.min(right, ...wrong);
    const gap = random.int(Math.abs(right - (wrong[0] ?? right)));
    const isMost = right === between;
    const otherBound = 1 + random.int(9);
    return {
      lines: random.shuffle([
        bearing(
          isMost
            ? say('atMost', { who, count: String(between + gap) })
            : say('atLeast', { who, count: String(between + 1 + gap) }),
        ),
        beside(say(random.pick(['atMost', 'atLeast']), { who: other, count: String(otherBound) })),
      ]),
      question: say('askTablets', { who }),
      candidates: candidatesOf(right, wrong, (number) => [
        String(number),
        say('take', { who, count: String(number) }),
      ]),
    };
  },
};

/** Places that are safe and places that are not. */
const places: Family = {
  id: 'safe-places',
  subset: 'safety',
  most: 4,
  draw({ random, say, people }, count) {
    const [who = ''] = people(1);
    const { right, wrong, list } = drawLists(random, PLACES, count);
    const isAskedToGo = random.chance(0.5);
    const [safe, unsafe] = isAskedToGo ? [list, wrong] : [wrong, list];
    return {
      lines: random.shuffle([
        bearing(say('safePlaces', { list: inWords(safe) })),
        bearing(say('unsafePlaces', { list: inWords(unsafe) })),
      ]),
      question: say(isAskedToGo ? 'askGo' : 'askNotGo', { who }),
      candidates: candidatesOf(right, wrong, (place) => [place, `the ${place}`]),
    };
  },
};

export const safetyFamilies: readonly Family[] = [allergy, giveOrNot, tablets, places];
