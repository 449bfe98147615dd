import {
  bearing,
  beside,
  candidatesOf,
  draws,
  drawRight,
  type Draw,
  type Family,
  type Wordings,
} from './family.ts';
import { valueTexts } from './relationWordings.ts';
import { ACTIVITIES, DAYS, RELATIONS } from './vocabulary.ts';

export const focusWordings = {
  plan: {
    train: ['{who} will {act} on {day}.', 'On {day} {who} will {act}.'],
    test: ['{who} on {day} will {act}.', 'The day {who} will {act} is {day}.'],
  },
  askDay: {
    train: [
      'When will {who} {act}?',
      'On which day will {who} {act}?',
      'What is the day {who} will {act}?',
    ],
    test: ['Which day will {who} {act}?', 'On what day will {who} {act}?'],
  },
  askAct: {
    train: ['What will {who} do on {day}?', 'On {day} what does {who} do?'],
    test: ['On {day} what will {who} do?', 'What does {who} do on {day}?'],
  },
} satisfies Wordings;

/** Several things about one person, all true: only one of them was asked for. */
const relation: Family = {
  id: 'focus-relation',
  subset: 'focus',
  most: 4,
  draw({ random, say, people }, count) {
    const [who = ''] = people(1);
    const facts = draws(random, RELATIONS, count).map((of) => ({
      of,
      value: random.pick(of.values),
    }));
    const { right, wrong } = drawRight(random, facts);
    const said = ({ of, value }: (typeof facts)[number]) =>
      say('fact', { who, what: of.noun, value });
    return {
      lines: random.shuffle([bearing(said(right)), ...wrong.map((fact) => beside(said(fact)))]),
      question: say('ask', { who, what: right.of.noun }),
      candidates: candidatesOf(right, wrong, ({ of, value }) => valueTexts(say, who, of, value)),
    };
  },
};

/** The same thing about several people, all true: only one of them was asked about. */
const person: Family = {
  id: 'focus-person',
  subset: 'focus',
  most: 4,
  draw({ random, say, people }, count) {
    const of = random.pick(RELATIONS);
    const values = draws(random, of.values, count);
    const facts = people(count).map((who, index) => ({ who, value: values[index] ?? '' }));
    const { right, wrong } = drawRight(random, facts);
    const said = ({ who, value }: (typeof facts)[number]) =>
      say('fact', { who, what: of.noun, value });
    return {
      lines: random.shuffle([bearing(said(right)), ...wrong.map((fact) => beside(said(fact)))]),
      question: say('ask', { who: right.who, what: of.noun }),
      candidates: candidatesOf(right, wrong, (fact) => [said(fact), said(fact)]),
    };
  },
};

function drawPlans({ random, say, people }: Draw, count: number) {
  const [who = ''] = people(1);
  const days = draws(random, DAYS, count);
  const plans = draws(random, ACTIVITIES, count).map((act, index) => ({
    act,
    day: days[index] ?? '',
  }));
  const { right, wrong } = drawRight(random, plans);
  const lines = random.shuffle([
    bearing(say('plan', { who, ...right })),
    ...wrong.map((plan) => beside(say('plan', { who, ...plan }))),
  ]);
  return { who, right, wrong, lines };
}

const day: Family = {
  id: 'focus-day',
  subset: 'focus',
  most: 4,
  draw(draw, count) {
    const { who, right, wrong, lines } = drawPlans(draw, count);
    return {
      lines,
      question: draw.say('askDay', { who, act: right.act }),
      candidates: candidatesOf(right, wrong, (plan) => [plan.day, `on ${plan.day}`]),
    };
  },
};

const act: Family = {
  id: 'focus-act',
  subset: 'focus',
  most: 4,
  draw(draw, count) {
    const { who, right, wrong, lines } = drawPlans(draw, count);
    return {
      lines,
      question: draw.say('askAct', { who, day: right.day }),
      candidates: candidatesOf(right, wrong, (plan) => [plan.act]),
    };
  },
};

export const focusFamilies: readonly Family[] = [relation, person, day, act];
