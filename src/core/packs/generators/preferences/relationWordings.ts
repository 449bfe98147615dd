import type { Say } from '../wording.ts';
import type { Wordings } from './family.ts';
import type { Relation } from './vocabulary.ts';

/** How a note says what someone has, how it is asked for, and how an answer says it. */
export const relationWordings = {
  fact: {
    train: [
      "{who}'s {what} is {value}.",
      '{who} has {value} as the {what}.',
      'The {what} for {who} is {value}.',
    ],
    test: ['For {who} the {what} is {value}.', 'As the {what} {who} has {value}.'],
  },
  changed: {
    train: [
      "{who}'s {what} was {old} and is now {new}.",
      '{who} had {old} as the {what} and now has {new}.',
    ],
    test: [
      "{who}'s {what} is now {new} and was {old}.",
      'The {what} for {who} was {old} and now is {new}.',
    ],
  },
  same: {
    train: ["{who}'s {what} is the same as {other}'s.", '{who} has the same {what} as {other}.'],
    test: ['The {what} for {who} is the same as for {other}.'],
  },
  ask: {
    train: [
      "What is {who}'s {what}?",
      'Which {what} does {who} have?',
      'What is the {what} for {who}?',
    ],
    test: [
      'What {what} does {who} have?',
      "Which is {who}'s {what}?",
      'Which {what} is for {who}?',
    ],
  },
  askNow: {
    train: ["What is {who}'s {what} now?", 'Which {what} does {who} have now?'],
    test: ["{who}'s {what} is what now?", "Which is {who}'s {what} now?"],
  },
  askBefore: {
    train: ["What was {who}'s {what} before?", 'Which {what} did {who} have before?'],
    test: ["{who}'s {what} was what before?", "Which was {who}'s {what} before?"],
  },
  short: {
    train: ['It is {value}.'],
    test: ['The {what} is {value}.'],
  },
  theList: {
    train: ['The {plural} are {list}.'],
    test: ['These are the {plural}: {list}.'],
  },
} satisfies Wordings;

/** A value alone, in a short sentence, and in a whole one. */
export function valueTexts(say: Say, who: string, relation: Relation, value: string): string[] {
  const slots = { who, what: relation.noun, value };
  return [value, say('short', slots), say('fact', slots)];
}
