import { PEOPLE } from '../people.ts';
import type { Random } from '../../../random.ts';
import { between, counted, listed, nearby, type CaseKind } from './caseKind.ts';

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
const MONTHS = ['March', 'May', 'July', 'October'] as const;
const EVENTS = ['review', 'visit', 'scan', 'test', 'call'] as const;
/** Short spans are as common as they are in life. */
const SPANS = [1, 1, 2, 2, 3, 3, 4, 5, 6, 7] as const;
/** Every month has these days. */
const LAST_DAY = 28;

/** The three wrong days are any of the other six, so that the start day is sometimes one of them. */
function weekdayAsk(random: Random, shift: (index: number, days: number) => number) {
  const index = random.int(7);
  const days = random.pick(SPANS);
  const right = WEEKDAYS[(shift(index, days) + 14) % 7] ?? '';
  const event = random.pick(EVENTS);
  return {
    slots: { event, day: WEEKDAYS[index] ?? '', span: counted(days, 'day') },
    right,
    wrong: WEEKDAYS.filter((day) => day !== right),
  };
}

const weekdayAfter: CaseKind = {
  id: 'dates-weekday-after',
  stratum: 'dates',
  wordings: {
    fact: {
      train: [
        'The {event} is {span} after {day}.',
        'Today is {day} and the {event} is in {span}.',
        'The {event} comes {span} after {day}.',
        'It is {day} today. The {event} is in {span}.',
      ],
      test: [
        '{span} after {day} comes the {event}.',
        'Today is {day}. The {event} comes in {span}.',
      ],
    },
    ask: {
      train: [
        'On which day is the {event}?',
        'Which day is the {event}?',
        'What day is the {event} on?',
        'Name the day of the {event}.',
      ],
      test: ['The {event} is on which day?', 'What is the day of the {event}?'],
    },
  },
  draw(random, say) {
    const { slots, right, wrong } = weekdayAsk(random, (index, days) => index + days);
    return { facts: say('fact', slots), asks: [{ question: say('ask', slots), right, wrong }] };
  },
};

const weekdayBefore: CaseKind = {
  id: 'dates-weekday-before',
  stratum: 'dates',
  wordings: {
    fact: {
      train: [
        'The {event} was {span} before {day}.',
        'Today is {day} and the {event} was {span} ago.',
        'It is {day} today. {span} ago was the {event}.',
        'The {event} came {span} before {day}.',
      ],
      test: ['{span} before {day} was the {event}.', 'Today is {day}. The {event} was {span} ago.'],
    },
    ask: {
      train: [
        'On which day was the {event}?',
        'Which day was the {event}?',
        'What day was the {event} on?',
        'Name the day of the {event}.',
      ],
      test: ['The {event} was on which day?', 'What was the day of the {event}?'],
    },
  },
  draw(random, say) {
    const { slots, right, wrong } = weekdayAsk(random, (index, days) => index - days);
    return { facts: say('fact', slots), asks: [{ question: say('ask', slots), right, wrong }] };
  },
};

const nextDate: CaseKind = {
  id: 'dates-next-date',
  stratum: 'dates',
  wordings: {
    fact: {
      train: [
        'The first {event} is on {date}. The next is {span} later.',
        'From the first {event}, on {date}, it is {span} to the next.',
        'On {date} is the first {event}, and {span} later the next.',
        'The first {event} is on {date} and the next {span} after.',
      ],
      test: [
        'The first {event} is on {date}, and {span} later is the next.',
        'On {date} is the first {event}. The next is {span} after.',
      ],
    },
    ask: {
      train: [
        'On which date is the next {event}?',
        'What is the date of the next {event}?',
        'Which date is the next {event}?',
        'Name the date of the next {event}.',
      ],
      test: ['The next {event} is on which date?', 'What date is the next {event}?'],
    },
  },
  draw(random, say) {
    const month = random.pick(MONTHS);
    const days = between(random, 1, 9);
    const first = between(random, 1, LAST_DAY - 3 - days);
    const date = (day: number): string => `${String(day)} ${month}`;
    const slots = {
      event: random.pick(EVENTS),
      date: date(first),
      span: counted(days, 'day'),
    };
    const wrong = nearby(first + days, 1, 1, random).map(date);
    return {
      facts: say('fact', slots),
      asks: [{ question: say('ask', slots), right: date(first + days), wrong }],
    };
  },
};

const edgeDate: CaseKind = {
  id: 'dates-edge',
  stratum: 'dates',
  wordings: {
    fact: {
      train: [
        'The visits were on {list}.',
        'There were visits on these dates: {list}.',
        'The dates of the visits were {list}.',
        'On {list} there were visits.',
      ],
      test: [
        'On these dates there were visits: {list}.',
        'The visits were on these dates: {list}.',
      ],
    },
    ask: {
      train: [
        'Which visit was {edge}?',
        'What date was the {edge} visit?',
        'On which of these dates was the {edge} visit?',
        'Name the {edge} visit.',
      ],
      test: ['Which was the {edge} visit?', 'The {edge} visit was on which of these dates?'],
    },
  },
  draw(random, say) {
    const month = random.pick(MONTHS);
    const days = new Set<number>();
    while (days.size < 4) days.add(between(random, 1, LAST_DAY));
    const date = (day: number): string => `${String(day)} ${month}`;
    const ask = (edge: string, day: number) => ({
      question: say('ask', { edge }),
      right: date(day),
      wrong: [...days].filter((other) => other !== day).map(date),
    });
    return {
      facts: say('fact', { list: listed([...days].map(date)) }),
      asks: [ask('first', Math.min(...days)), ask('last', Math.max(...days))],
    };
  },
};

const daysBetween: CaseKind = {
  id: 'dates-between',
  stratum: 'dates',
  wordings: {
    fact: {
      train: [
        '{who} came in on {from} and went home on {to}.',
        '{who} went home on {to} after coming in on {from}.',
        'On {to} {who}, who came in on {from}, went home.',
        'After coming in on {from}, {who} went home on {to}.',
      ],
      test: [
        'On {from} {who} came in and on {to} went home.',
        '{who}, coming in on {from}, went home on {to}.',
      ],
    },
    ask: {
      train: [
        'How many days later did {who} go home?',
        'After how many days did {who} go home?',
        '{who} went home after how many days?',
        'How many days after coming in was that?',
      ],
      test: [
        'How many days after coming in did {who} go home?',
        '{who} went home how many days later?',
      ],
    },
  },
  draw(random, say) {
    const month = random.pick(MONTHS);
    const days = between(random, 1, 9);
    const from = between(random, 1, LAST_DAY - days);
    const slots = {
      who: random.pick(PEOPLE),
      from: `${String(from)} ${month}`,
      to: `${String(from + days)} ${month}`,
    };
    const span = (count: number): string => counted(count, 'day');
    return {
      facts: say('fact', slots),
      asks: [
        {
          question: say('ask', slots),
          right: span(days),
          wrong: nearby(days, 1, 1, random).map(span),
        },
      ],
    };
  },
};

/** Weekdays and dates within one month. */
export const dateKinds: readonly CaseKind[] = [
  weekdayAfter,
  weekdayBefore,
  nextDate,
  edgeDate,
  daysBetween,
];
