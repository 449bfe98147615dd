import type { Random } from '../../../random.ts';
import {
  bearing,
  beside,
  draws,
  inWords,
  type Candidate,
  type TieFamily,
  type Wordings,
} from './family.ts';
import { DAYS, RELATIONS, SHOPS } from './vocabulary.ts';

export const tieWordings = {
  shopHas: {
    train: ['The {shop} has {list}.', 'There is {list} at the {shop}.'],
    test: ['At the {shop} there is {list}.'],
  },
  askShop: {
    train: ['Name a {what} at the {shop}.', 'Which {what} does the {shop} have?'],
    test: ['Which {what} is at the {shop}?', 'At the {shop} name a {what}.'],
  },
  owners: {
    train: ['The {what} for {list} is {value}.', 'The {what} is {value} for {list}.'],
    test: ['For {list} the {what} is {value}.'],
  },
  askOwner: {
    train: ['Who has {value} as the {what}?', 'Who is one with {value} as the {what}?'],
    test: ['With {value} as the {what} who is one?', 'As the {what} who has {value}?'],
  },
  cardsAbove: {
    train: ['Cards above {count} win.', 'A card can win if it is above {count}.'],
    test: ['If it is above {count} a card can win.'],
  },
  cardsBelow: {
    train: ['Cards below {count} win.', 'A card can win if it is below {count}.'],
    test: ['If it is below {count} a card can win.'],
  },
  onlyCard: {
    train: ['Only card {count} can win.', 'The only card to win is {count}.'],
    test: ['The card to win is only {count}.'],
  },
  askCard: {
    train: ['Which card can win?', 'Name a card to win.'],
    test: ['Which is a card to win?', 'Name a card if it can win.'],
  },
  openOn: {
    train: ['The {shop} is open on {list}.'],
    test: ['On {list} the {shop} is open.'],
  },
  closedOn: {
    train: ['The {shop} is closed on {list}.'],
    test: ['On {list} the {shop} is closed.'],
  },
  askOpen: {
    train: ['Name a day the {shop} is open.', 'When is the {shop} open?'],
    test: ['On which day is the {shop} open?', 'What is a day the {shop} is open?'],
  },
  askClosed: {
    train: ['Name a day the {shop} is closed.', 'When is the {shop} closed?'],
    test: ['On which day is the {shop} closed?', 'What is a day the {shop} is closed?'],
  },
} satisfies Wordings;

/** Two to four right things and as many or fewer wrong ones, of one list. */
function drawSides<T>(random: Random, from: readonly T[]): { right: T[]; wrong: T[] } {
  const rightCount = 2 + random.int(3);
  const wrongCount = 2 + random.int(Math.min(3, from.length - rightCount - 1));
  const drawn = draws(random, from, rightCount + wrongCount);
  return { right: drawn.slice(0, rightCount), wrong: drawn.slice(rightCount) };
}

function sides<T>(right: readonly T[], wrong: readonly T[]): Candidate[] {
  const all = [
    ...right.map((one) => ({ one, right: true })),
    ...wrong.map((one) => ({ one, right: false })),
  ];
  return all.map(({ one, right: isRight }) => ({ right: isRight, texts: [String(one)] }));
}

/** What one place has, and what another has. */
const shops: TieFamily = {
  id: 'tie-shops',
  draw({ random, say }) {
    const { noun, values } = random.pick(RELATIONS);
    const [shop = '', other = ''] = draws(random, SHOPS, 2);
    const { right, wrong } = drawSides(random, values);
    const question = say('askShop', { what: noun, shop });
    const caseOf = (these: readonly string[]) => ({
      lines: random.shuffle([
        bearing(say('shopHas', { shop, list: inWords(these) })),
        beside(say('shopHas', { shop: other, list: inWords(wrong) })),
      ]),
      question,
      candidates: sides(these, wrong),
    });
    return { tied: caseOf(right), ref: caseOf(right.slice(0, 1)) };
  },
};

/** People who share a value, and people who share another. */
const owners: TieFamily = {
  id: 'tie-owners',
  draw({ random, say, people }) {
    const { noun, values } = random.pick(RELATIONS);
    const [value = '', other = ''] = draws(random, values, 2);
    const { right, wrong } = drawSides(random, people(7));
    const question = say('askOwner', { what: noun, value });
    const caseOf = (these: readonly string[]) => ({
      lines: random.shuffle([
        bearing(say('owners', { what: noun, value, list: inWords(these) })),
        beside(say('owners', { what: noun, value: other, list: inWords(wrong) })),
      ]),
      question,
      candidates: sides(these, wrong),
    });
    return { tied: caseOf(right), ref: caseOf(right.slice(0, 1)) };
  },
};

/** Numbers on either side of a bound; in the reference one number is named. */
const cards: TieFamily = {
  id: 'tie-cards',
  draw({ random, say }) {
    const bound = 6 + random.int(9);
    const higher = Array.from({ length: 5 }, (_, index) => bound + 1 + index);
    const lower = higher.map((number) => 2 * bound - number);
    const isAbove = random.chance(0.5);
    const right = draws(random, isAbove ? higher : lower, 2 + random.int(3));
    const wrong = draws(random, isAbove ? lower : higher, 2 + random.int(3));
    const question = say('askCard', {});
    const one = right.slice(0, 1);
    return {
      tied: {
        lines: [bearing(say(isAbove ? 'cardsAbove' : 'cardsBelow', { count: String(bound) }))],
        question,
        candidates: sides(right, wrong),
      },
      ref: {
        lines: [bearing(say('onlyCard', { count: one.join('') }))],
        question,
        candidates: sides(one, wrong),
      },
    };
  },
};

/** Days on which a place is open and days on which it is closed. */
const days: TieFamily = {
  id: 'tie-days',
  draw({ random, say }) {
    const shop = random.pick(SHOPS);
    const { right, wrong } = drawSides(random, DAYS);
    const isOpen = random.chance(0.5);
    const question = say(isOpen ? 'askOpen' : 'askClosed', { shop });
    const [own, others] = isOpen ? ['openOn', 'closedOn'] : ['closedOn', 'openOn'];
    const caseOf = (these: readonly string[]) => ({
      lines: random.shuffle([
        bearing(say(own, { shop, list: inWords(these) })),
        bearing(say(others, { shop, list: inWords(wrong) })),
      ]),
      question,
      candidates: sides(these, wrong),
    });
    return { tied: caseOf(right), ref: caseOf(right.slice(0, 1)) };
  },
};

export const tieFamilies: readonly TieFamily[] = [shops, owners, cards, days];
