import { actRules, conflict, doesAct, sameAct, type Act, type ActType } from './acts.ts';
import { badActs, idealActs, type ConsultCase } from './consultCase.ts';

/** A sentence of an answer: what it does, or null for one that is not about the case at all. */
export type Said = Act | null;

/** What an answer's construction says of it on one axis. */
export interface ConstructedRating {
  /** A whole number on the axis's scale. */
  readonly rating: number;
  /** Indices of the sentences that the rating rests on: those held against it, or that earn or cost points. */
  readonly restsOn: readonly number[];
}

type ResponseAxisId =
  'accuracy' | 'coherence' | 'relevance' | 'objectivity' | 'clarity' | 'conciseness';

/** Ratings by the id of the axis, 1 to 5; that of the answer as a whole is from 1 to 9. */
export type AnswerRatings = Readonly<Record<ResponseAxisId | 'overall', ConstructedRating>>;

/** What is said with certainty, or made light of, with no ground for it. */
const OVERSTATING: readonly ActType[] = ['certain', 'playDown', 'noAmbulance'];

/** Statements that are true of a case only where its ideal answer makes them. The others only warn, care, ask or explain. */
const TRUE_IF_IDEAL: readonly ActType[] = [
  'avoid',
  'take',
  'limit',
  'cause',
  'unknown',
  'doctor',
  'followUp',
  'ambulance',
];

function total(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/** 5 less what is held against it, and no less than 1. */
function held(against: number): number {
  return Math.max(1, 5 - against);
}

/** The rating from what is held against each sentence. */
function rated(against: readonly number[]): ConstructedRating {
  const restsOn = against.flatMap((weight, index) => (weight > 0 ? [index] : []));
  return { rating: held(total(against)), restsOn };
}

/** Everything that the patient's message, or the right answer to it, speaks of. */
function subjectsOf({ complaint, condition, fact, wish }: ConsultCase): Set<string> {
  return new Set([
    complaint.symptom,
    complaint.drug,
    complaint.redFlag,
    complaint.cause,
    complaint.care,
    ...complaint.topics,
    condition?.unsafeDrug ?? '',
    fact,
    wish.content,
    '',
  ]);
}

const OPENING: readonly ActType[] = ['heading', 'call'];

/** Whether what opens an answer stands behind something else, or a signature before something. */
function isMisplaced({ type }: Act, index: number, said: readonly Said[]): boolean {
  if (type === 'sign') return index < said.length - 1;
  const opens = (act: Said) => act !== null && OPENING.includes(act.type);
  return OPENING.includes(type) && !said.slice(0, index).every(opens);
}

/** Contradictions weigh two; a sentence said twice, out of its place or about something else one. */
function incoherence(said: readonly Said[]): number[] {
  return said.map((act, index) => {
    if (act === null) return 1;
    const clashes = said
      .slice(0, index)
      .flatMap((one) => (one !== null && conflict(one, act) ? [sameAct(one, act) ? 1 : 2] : []));
    return total(clashes) + (isMisplaced(act, index, said) ? 1 : 0);
  });
}

/** Whether no sentence before it does the same. */
function isNew(act: Act, index: number, said: readonly Said[]): boolean {
  return !said.slice(0, index).some((one) => one !== null && sameAct(one, act));
}

/** The share of ideal points that is earned, times what bad acts leave of it: 1 less their points over the ideal ones. */
function overallOf(
  said: readonly Said[],
  ideal: readonly Act[],
  isBad: (act: Act) => boolean,
): ConstructedRating {
  const points = ({ type }: Act) => Math.abs(actRules[type].points);
  const counted = said.map((act, index) => {
    if (act === null || !isNew(act, index, said)) return { earned: 0, lost: 0 };
    if (isBad(act)) return { earned: 0, lost: points(act) };
    return { earned: doesAct(ideal, act) ? points(act) : 0, lost: 0 };
  });
  const all = total(ideal.map(points));
  const share = total(counted.map(({ earned }) => earned)) / all;
  const left = Math.max(0, 1 - total(counted.map(({ lost }) => lost)) / all);
  return {
    rating: 1 + Math.round(8 * share * left),
    restsOn: counted.flatMap(({ earned, lost }, index) => (earned + lost > 0 ? [index] : [])),
  };
}

const LOWEST: ConstructedRating = { rating: 1, restsOn: [] };

/**
 * Ratings of an answer on the axes of the ratings by expectation, by rules of ours over the acts that it was written from. An
 * answer that says nothing has the lowest on all of them.
 */
export function rateConstructed(said: readonly Said[], drawn: ConsultCase): AnswerRatings {
  if (said.length === 0) {
    return {
      accuracy: LOWEST,
      coherence: LOWEST,
      relevance: LOWEST,
      objectivity: LOWEST,
      clarity: LOWEST,
      conciseness: LOWEST,
      overall: LOWEST,
    };
  }
  const ideal = idealActs(drawn);
  const bad = badActs(drawn);
  const subjects = subjectsOf(drawn);
  const overstates = ({ type }: Act) => OVERSTATING.includes(type);
  const isJargon = ({ type }: Act) => type === 'jargon';
  const isUnsafe = (act: Act) => act.type === 'take' && doesAct(bad, act);
  const isUntrue = (act: Act) => TRUE_IF_IDEAL.includes(act.type) && !doesAct(ideal, act);
  const isBeside = (act: Act) =>
    !doesAct(ideal, act) && (act.type.startsWith('other') || !subjects.has(act.content));
  /** What each sentence weighs against the answer; `ofNone` is for one that is not about the case. */
  const weigh = (ofAct: (act: Act, index: number) => number, ofNone: number) =>
    said.map((act, index) => (act === null ? ofNone : ofAct(act, index)));
  const needed = weigh((act, index) => (doesAct(ideal, act) && isNew(act, index, said) ? 1 : 0), 0);
  const relevance = rated(weigh((act) => (isBeside(act) ? 1 : 0), 2));
  return {
    accuracy: rated(
      weigh((act) => (overstates(act) || isUnsafe(act) ? 2 : isUntrue(act) ? 1 : 0), 0),
    ),
    coherence: rated(incoherence(said)),
    // An answer of which nothing was needed answers something else, however near it is.
    relevance:
      total(needed) === 0 ? { ...relevance, rating: Math.min(2, relevance.rating) } : relevance,
    objectivity: rated(weigh((act) => (overstates(act) ? 2 : 0), 0)),
    clarity: rated(weigh((act) => (isJargon(act) ? 2 : 0), 0)),
    conciseness: rated(needed.map((isNeeded) => 1 - isNeeded)),
    overall: overallOf(said, ideal, (act) => doesAct(bad, act) || overstates(act) || isJargon(act)),
  };
}

/** What is wrong with how a message is written. */
export interface MessageFlaws {
  /** Its parts do not stand in order. */
  readonly isShuffled: boolean;
  /** Parts that are left out, or said twice. */
  readonly misplaced: number;
  readonly misspelt: number;
  /** Sentences that push towards one answer or speak ill of people. */
  readonly biased: number;
}

type PromptAxisId = 'structure' | 'language' | 'fairness';

/** Ratings of a message on the axes of the prompt, 1 to 5, by what is wrong with it. */
export function rateMessage(flaws: MessageFlaws): Readonly<Record<PromptAxisId, number>> {
  const { isShuffled, misplaced, misspelt, biased } = flaws;
  return {
    structure: held((isShuffled ? 2 : 0) + misplaced),
    language: held(misspelt),
    fairness: held(2 * biased),
  };
}
