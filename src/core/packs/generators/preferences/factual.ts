import { bearing, beside, candidatesOf, draws, drawRight, type Family } from './family.ts';
import { valueTexts } from './relationWordings.ts';
import { RELATIONS } from './vocabulary.ts';

/** One person's value, and something else about another person: the wrong values are nowhere in the note. */
const plain: Family = {
  id: 'fact-plain',
  subset: 'factual',
  most: 4,
  draw({ random, say, people }, count) {
    const [who = '', other = ''] = people(2);
    const [relation, otherRelation] = draws(random, RELATIONS, 2);
    if (relation === undefined || otherRelation === undefined) throw new RangeError('no relation');
    const { right, wrong } = drawRight(random, draws(random, relation.values, count));
    const slots = { who, what: relation.noun };
    const otherValue = random.pick(otherRelation.values);
    return {
      lines: random.shuffle([
        bearing(say('fact', { ...slots, value: right })),
        beside(say('fact', { who: other, what: otherRelation.noun, value: otherValue })),
      ]),
      question: say('ask', slots),
      candidates: candidatesOf(right, wrong, (value) => valueTexts(say, who, relation, value)),
    };
  },
};

/** Two or three people with a value each; the wrong values are the others'. */
const people: Family = {
  id: 'fact-people',
  subset: 'factual',
  most: 4,
  draw({ random, say, people }, count) {
    const relation = random.pick(RELATIONS);
    const { right, wrong } = drawRight(random, draws(random, relation.values, count));
    const others = wrong.slice(0, 2);
    const [who = '', ...names] = people(1 + others.length);
    const slots = { who, what: relation.noun };
    return {
      lines: random.shuffle([
        bearing(say('fact', { ...slots, value: right })),
        ...others.map((value, index) =>
          beside(say('fact', { who: names[index] ?? '', what: relation.noun, value })),
        ),
      ]),
      question: say('ask', slots),
      candidates: candidatesOf(right, wrong, (value) => valueTexts(say, who, relation, value)),
    };
  },
};

/** A value that was another one before; the wrong answer is the other time's. */
const changed: Family = {
  id: 'fact-changed',
  subset: 'factual',
  most: 4,
  draw({ random, say, people }, count) {
    const [who = '', other = ''] = people(2);
    const relation = random.pick(RELATIONS);
    const { right, wrong } = drawRight(random, draws(random, relation.values, Math.max(count, 3)));
    const [second = '', third = ''] = wrong;
    const isNow = random.chance(0.5);
    const slots = { who, what: relation.noun };
    const times = isNow ? { old: second, new: right } : { old: right, new: second };
    return {
      lines: random.shuffle([
        bearing(say('changed', { ...slots, ...times })),
        beside(say('fact', { who: other, what: relation.noun, value: third })),
      ]),
      question: say(isNow ? 'askNow' : 'askBefore', slots),
      candidates: candidatesOf(right, wrong.slice(0, count - 1), (value) => [value]),
    };
  },
};

/** A person who has the same as another one: two lines to bring together. */
const same: Family = {
  id: 'fact-same',
  subset: 'factual',
  most: 4,
  draw({ random, say, people }, count) {
    const [who = '', twin = '', other = ''] = people(3);
    const relation = random.pick(RELATIONS);
    const { right, wrong } = drawRight(random, draws(random, relation.values, count));
    const slots = { who, what: relation.noun };
    return {
      lines: random.shuffle([
        bearing(say('fact', { who: twin, what: relation.noun, value: right })),
        beside(say('fact', { who: other, what: relation.noun, value: wrong[0] ?? '' })),
        bearing(say('same', { ...slots, other: twin })),
      ]),
      question: say('ask', slots),
      candidates: candidatesOf(right, wrong, (value) => valueTexts(say, who, relation, value)),
    };
  },
};

export const factualFamilies: readonly Family[] = [plain, people, changed, same];
