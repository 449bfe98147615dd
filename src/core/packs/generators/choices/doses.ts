import { PEOPLE } from '../people.ts';
import { between, counted, nearby, type CaseKind } from './caseKind.ts';

/** Strengths of a tablet, mg. */
const STRENGTHS = [5, 10, 20, 25, 50, 100] as const;

const mg = (amount: number): string => `${String(amount)} mg`;
const tablets = (count: number): string => counted(count, 'tablet');

const perDay: CaseKind = {
  id: 'doses-per-day',
  stratum: 'doses',
  wordings: {
    fact: {
      train: [
        '{who} takes {count} {times} times a day.',
        '{times} times a day, {who} takes {count}.',
        'The plan for {who} is {count} {times} times a day.',
        '{who} is to take {count} {times} times a day.',
      ],
      test: [
        '{count} {times} times a day is the plan for {who}.',
        '{times} times a day {who} is to take {count}.',
      ],
    },
    ask: {
      train: [
        'How many tablets is that a day?',
        'How many tablets does {who} take in a day?',
        'What is the total in a day?',
        'How many tablets a day does {who} take?',
      ],
      test: ['How many tablets a day is that?', 'What total does {who} take in a day?'],
    },
  },
  draw(random, say) {
    const count = between(random, 1, 5);
    const times = between(random, 2, 5);
    const slots = { who: random.pick(PEOPLE), count: tablets(count), times: String(times) };
    const right = count * times;
    // A sum in place of the product, or a neighbour in either times table.
    const slips = [count + times, right + count, right - count, right + times, right - times];
    const wrong = random.chance(0.5)
      ? nearby(right, 1, 1, random)
      : [...new Set([...slips, ...nearby(right, 1, 1, random)])].filter(
          (slip) => slip > 0 && slip !== right,
        );
    return {
      facts: say('fact', slots),
      asks: [{ question: say('ask', slots), right: tablets(right), wrong: wrong.map(tablets) }],
    };
  },
};

const tabletsNeeded: CaseKind = {
  id: 'doses-tablets-needed',
  stratum: 'doses',
  wordings: {
    fact: {
      train: [
        '{who} needs {dose}. Each tablet has {strength}.',
        'The tablets have {strength} each. {who} needs {dose}.',
        'The dose for {who} is {dose}. One tablet has {strength}.',
        'A tablet has {strength} and the dose for {who} is {dose}.',
      ],
      test: [
        'One tablet has {strength}. {who} needs {dose}.',
        'The dose for {who} is {dose} and each tablet has {strength}.',
      ],
    },
    ask: {
      train: [
        'How many tablets does {who} need?',
        'How many tablets make the dose?',
        'How many tablets is that?',
        'The dose is how many tablets?',
      ],
      test: ['How many tablets make the dose for {who}?', 'How many tablets is the dose?'],
    },
  },
  draw(random, say) {
    const strength = random.pick(STRENGTHS);
    const count = between(random, 1, 6);
    const slots = {
      who: random.pick(PEOPLE),
      dose: mg(count * strength),
      strength: mg(strength),
    };
    const wrong = nearby(count, 1, 1, random).map(tablets);
    return {
      facts: say('fact', slots),
      asks: [{ question: say('ask', slots), right: tablets(count), wrong }],
    };
  },
};

const totalDose: CaseKind = {
  id: 'doses-total',
  stratum: 'doses',
  wordings: {
    fact: {
      train: [
        '{who} takes {count} of {strength} each.',
        '{who} takes {count}. Each tablet has {strength}.',
        'A tablet has {strength} and {who} takes {count}.',
        'The tablets have {strength} each. {who} takes {count}.',
      ],
      test: [
        'Each tablet has {strength} and {who} takes {count}.',
        'One tablet has {strength}. {who} takes {count}.',
      ],
    },
    ask: {
      train: [
        'How many mg is that?',
        'What dose is that?',
        'How many mg does {who} take?',
        'What is the total dose?',
      ],
      test: ['What total dose is that?', 'How many mg is the total?'],
    },
  },
  draw(random, say) {
    const strength = random.pick(STRENGTHS);
    const count = between(random, 1, 6);
    const slots = { who: random.pick(PEOPLE), count: tablets(count), strength: mg(strength) };
    const wrong = nearby(count * strength, strength, strength, random).map(mg);
    return {
      facts: say('fact', slots),
      asks: [{ question: say('ask', slots), right: mg(count * strength), wrong }],
    };
  },
};

const edgeDose: CaseKind = {
  id: 'doses-edge',
  stratum: 'doses',
  wordings: {
    fact: {
      train: [
        '{who} takes {dose}.',
        'The dose for {who} is {dose}.',
        '{who} is to take {dose}.',
        '{dose} is the dose for {who}.',
      ],
      test: ['{who} takes a dose of {dose}.', 'For {who} the dose is {dose}.'],
    },
    askEdge: {
      train: [
        'Who takes the {edge} dose?',
        'The {edge} dose is for which person?',
        'Who is to take the {edge} dose?',
        'For which person is the {edge} dose?',
      ],
      test: ['Which person takes the {edge} dose?', 'Who is the {edge} dose for?'],
    },
    askDose: {
      train: [
        'Who takes {dose}?',
        'Who is to take {dose}?',
        'For which person is a dose of {dose}?',
      ],
      test: ['Which person takes {dose}?', 'Who takes a dose of {dose}?'],
    },
  },
  draw(random, say) {
    const people = random.shuffle(PEOPLE).slice(0, 4);
    const doses = random.shuffle([5, 10, 15, 20, 25, 30, 40, 50, 60, 75, 80, 100]).slice(0, 4);
    const ask = (question: string, dose: number) => {
      const right = people[doses.indexOf(dose)] ?? '';
      return { question, right, wrong: people.filter((other) => other !== right) };
    };
    const looked = random.pick(doses);
    return {
      facts: people
        .map((who, index) => say('fact', { who, dose: mg(doses[index] ?? 0) }))
        .join(' '),
      asks: [
        ask(say('askDose', { dose: mg(looked) }), looked),
        ask(say('askEdge', { edge: 'largest' }), Math.max(...doses)),
        ask(say('askEdge', { edge: 'smallest' }), Math.min(...doses)),
      ],
    };
  },
};

const tabletsLeft: CaseKind = {
  id: 'doses-left',
  stratum: 'doses',
  wordings: {
    fact: {
      train: [
        'The box has {full} and {who} takes {count}.',
        '{who} takes {count} from a box of {full}.',
        'From a box of {full}, {who} takes {count}.',
        'There is a box of {full}. {who} takes {count}.',
      ],
      test: [
        'The box has {full}. {who} takes {count} from the box.',
        '{who} has a box of {full} and takes {count}.',
      ],
    },
    ask: {
      train: [
        'How many tablets are left?',
        'What is left in the box?',
        'How many are left in the box?',
        'The box has how many left?',
      ],
      test: ['How many tablets are left in the box?', 'How many tablets has the box left?'],
    },
  },
  draw(random, say) {
    const full = random.pick([10, 12, 20, 30]);
    const count = between(random, 1, 9);
    const slots = { who: random.pick(PEOPLE), full: tablets(full), count: tablets(count) };
    const wrong = nearby(full - count, 1, 1, random).map(tablets);
    return {
      facts: say('fact', slots),
      asks: [{ question: say('ask', slots), right: tablets(full - count), wrong }],
    };
  },
};

/** Tablets and milligrams, all of them whole numbers. */
export const doseKinds: readonly CaseKind[] = [
  perDay,
  tabletsNeeded,
  totalDose,
  edgeDose,
  tabletsLeft,
];
