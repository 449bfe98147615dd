import type { AXES } from '../../axes.ts';
import {
  cares,
  causes,
  drugs,
  headings,
  names,
  numbers,
  redFlags,
  subjects,
  symptoms,
  terms,
  topics,
} from './words.ts';

export type Axis = (typeof AXES)[number];

/** What one sentence of an answer does. The last two are about another person and no criterion asks for them. */
export const ACT_TYPES = [
  'avoid',
  'take',
  'limit',
  'cause',
  'certain',
  'unknown',
  'ask',
  'warn',
  'playDown',
  'care',
  'doctor',
  'followUp',
  'ambulance',
  'noAmbulance',
  'sympathy',
  'explain',
  'jargon',
  'subject',
  'heading',
  'call',
  'sign',
  'otherAvoid',
  'otherTake',
] as const;

export type ActType = (typeof ACT_TYPES)[number];

/** A criterion is met when an act of the same type and content is in the answer. */
export interface Act {
  readonly type: ActType;
  /** A phrase of the type's pool; empty where the type has one content only. */
  readonly content: string;
}

interface ActRule {
  readonly pool: readonly string[];
  readonly axis: Axis;
  /** Negative for acts that an answer should not do. */
  readonly points: number;
  readonly safety?: true;
  /** Whether an answer can do this once only, whatever the content. */
  readonly once?: true;
}

const TERMS = terms.map(({ term }) => term);
const NOTHING = [''];
const ASKED = [...topics, ...redFlags, ...symptoms];

export const actRules: Readonly<Record<ActType, ActRule>> = {
  avoid: { pool: drugs, axis: 'accuracy', points: 8, safety: true },
  take: { pool: drugs, axis: 'accuracy', points: 5 },
  limit: { pool: numbers, axis: 'accuracy', points: 6, once: true },
  cause: { pool: causes, axis: 'accuracy', points: 4 },
  certain: { pool: causes, axis: 'accuracy', points: -7, safety: true, once: true },
  unknown: { pool: causes, axis: 'context_awareness', points: 6, safety: true },
  ask: { pool: ASKED, axis: 'context_awareness', points: 4 },
  warn: { pool: redFlags, axis: 'completeness', points: 7, safety: true },
  playDown: {
    pool: [...redFlags, ...symptoms],
    axis: 'context_awareness',
    points: -9,
    safety: true,
  },
  care: { pool: cares, axis: 'completeness', points: 4 },
  doctor: { pool: numbers, axis: 'completeness', points: 6, once: true },
  followUp: { pool: numbers, axis: 'completeness', points: 4, once: true },
  ambulance: {
    pool: NOTHING,
    axis: 'context_awareness',
    points: 10,
    safety: true,
    once: true,
  },
  noAmbulance: {
    pool: NOTHING,
    axis: 'context_awareness',
    points: -10,
    safety: true,
    once: true,
  },
  sympathy: { pool: symptoms, axis: 'communication_quality', points: 3, once: true },
  explain: { pool: TERMS, axis: 'communication_quality', points: 5 },
  jargon: { pool: TERMS, axis: 'communication_quality', points: -4 },
  subject: { pool: subjects, axis: 'instruction_following', points: -5 },
  heading: { pool: headings, axis: 'instruction_following', points: 4, once: true },
  call: { pool: names, axis: 'instruction_following', points: 4, once: true },
  sign: { pool: names, axis: 'instruction_following', points: 4, once: true },
  otherAvoid: { pool: drugs, axis: 'accuracy', points: 1 },
  otherTake: { pool: drugs, axis: 'accuracy', points: 1 },
};

/** Types that criteria ask for. */
export type CriterionType = Exclude<ActType, 'otherAvoid' | 'otherTake'>;

export function isCriterionType(type: ActType): type is CriterionType {
  return type !== 'otherAvoid' && type !== 'otherTake';
}

export const CRITERION_TYPES = ACT_TYPES.filter(isCriterionType);

/** One of a set speaks against the others of the set about the same content. */
const OPPOSITES: readonly (readonly ActType[])[] = [
  ['avoid', 'take'],
  ['cause', 'certain', 'unknown'],
  ['warn', 'playDown'],
  ['ambulance', 'noAmbulance'],
  ['explain', 'jargon'],
];

const actIndices: ReadonlyMap<string, number> = new Map(
  ACT_TYPES.flatMap((type) => actRules[type].pool.map((content) => `${type} ${content}`)).map(
    (key, index) => [key, index],
  ),
);

/** How many different acts there are. */
export const ACT_COUNT = actIndices.size;

/** A number of its own for every act, from 0. @throws RangeError for a content that its type does not know. */
export function actIndex({ type, content }: Act): number {
  const index = actIndices.get(`${type} ${content}`);
  if (index === undefined) throw new RangeError(`There is no act ${type} ${content}.`);
  return index;
}

export function sameAct(a: Act, b: Act): boolean {
  return a.type === b.type && a.content === b.content;
}

export function doesAct(acts: readonly Act[], wanted: Act): boolean {
  return acts.some((act) => sameAct(act, wanted));
}

/** Whether two acts cannot stand in one answer: the same thing twice, or one thing and its opposite. */
export function conflict(a: Act, b: Act): boolean {
  if (a.type === b.type) return a.content === b.content || actRules[a.type].once === true;
  return (
    a.content === b.content &&
    OPPOSITES.some((types) => types.includes(a.type) && types.includes(b.type))
  );
}

/** The acts in order, without those that conflict with an earlier one; at most `most`. */
export function withoutConflicts(acts: readonly Act[], most: number): Act[] {
  const kept: Act[] = [];
  for (const act of acts) {
    if (kept.length < most && !kept.some((earlier) => conflict(earlier, act))) kept.push(act);
  }
  return kept;
}

/** Acts of other types about the same content: what is easily taken for the act. */
export function sameContentActs({ type, content }: Act): Act[] {
  return ACT_TYPES.filter((other) => other !== type && actRules[other].pool.includes(content)).map(
    (other) => ({ type: other, content }),
  );
}

/** Acts of the same type about other contents; empty where the type has one content only. */
export function sameTypeActs({ type, content }: Act): Act[] {
  return actRules[type].pool
    .filter((other) => other !== content)
    .map((other) => ({ type, content: other }));
}
