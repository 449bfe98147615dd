import type { Random } from '../../../random.ts';
import { AXES } from '../../axes.ts';
import {
  ACT_TYPES,
  actRules,
  doesAct,
  sameContentActs,
  sameTypeActs,
  withoutConflicts,
  type Act,
  type ActType,
} from './acts.ts';
import { badActs, idealActs, MOST_ACTS, type ConsultCase } from './consultCase.ts';
import { terms } from './words.ts';
import { inSpeakingOrder } from './writeAnswer.ts';

/** One criterion of a case: met when the answer does the act. */
export interface ActCriterion {
  readonly act: Act;
  /** Negative for an act that the answer must not do. */
  readonly points: number;
}

function wanted(act: Act): ActCriterion {
  return { act, points: Math.abs(actRules[act.type].points) };
}

function unwanted(act: Act): ActCriterion {
  return { act, points: -Math.abs(actRules[act.type].points) };
}

/** To recommend a drug weighs more than the right advice where the drug is dangerous. */
const UNSAFE_DRUG = -9;

function unsafe(act: Act): ActCriterion {
  return act.type === 'take' ? { act, points: UNSAFE_DRUG } : unwanted(act);
}

/** Acts that are right with one content only: another number, name or heading is wrong. */
const EXACT: readonly ActType[] = ['limit', 'doctor', 'followUp', 'heading', 'call', 'sign'];

function wrongContents(acts: readonly Act[], random: Random): ActCriterion[] {
  return acts
    .filter(({ type }) => EXACT.includes(type))
    .map((act) => unwanted(random.pick(sameTypeActs(act))));
}

const LEAST_CRITERIA = 5;
const MOST_CRITERIA = 8;
const LEAST_POSITIVE = 3;

/** Five to eight criteria, at least one of each axis and three with positive points, in random order. */
export function drawCriteria(drawn: ConsultCase, random: Random): ActCriterion[] {
  const ideal = idealActs(drawn);
  const pool = random.shuffle([
    ...ideal.map(wanted),
    ...badActs(drawn).map(unsafe),
    ...wrongContents(ideal, random),
    ...(drawn.theme === 'expertise-tailored-communication'
      ? []
      : [unwanted({ type: 'jargon', content: random.pick(terms).term })]),
  ]);
  const chosen = AXES.flatMap((axis) => {
    const ofAxis = pool.filter(({ act }) => actRules[act.type].axis === axis);
    return ofAxis.slice(0, 1);
  });
  const count = LEAST_CRITERIA + random.int(MOST_CRITERIA - LEAST_CRITERIA + 1);
  const more = pool.filter((criterion) => !chosen.includes(criterion));
  const drawnCriteria = random.shuffle([...chosen, ...more.slice(0, count - chosen.length)]);
  const positive = drawnCriteria.filter(({ points }) => points > 0).length;
  return positive >= LEAST_POSITIVE ? drawnCriteria : drawCriteria(drawn, random);
}

const MISSING = 0.6;

/** The ideal acts, now and then without one that is not about safety. */
export function drawGoodActs(drawn: ConsultCase, random: Random): Act[] {
  const ideal = idealActs(drawn);
  if (!random.chance(MISSING)) return ideal;
  const missed = random.pick(ideal.filter(({ type }) => actRules[type].safety !== true));
  return ideal.filter((act) => act !== missed);
}

const DROPPED = 0.1;

/** What stands where an act should: something else of the same, the same of something else, both, or nothing. */
function mistake(act: Act, random: Random): Act[] {
  if (random.chance(DROPPED)) return [];
  const sameContent = random.shuffle(sameContentActs(act)).slice(0, 1);
  const sameType = random.shuffle(sameTypeActs(act)).slice(0, 1);
  if (random.chance(0.4)) return [...sameContent, ...sameType];
  return sameContent.length > 0 && random.chance(0.6) ? sameContent : sameType;
}

const KEPT = 0.4;
const FALLEN_FOR = 0.9;
const LEAST_ACTS = 3;

/** Acts of a flawed answer, by its case's criteria: most of what it should not do, and mistakes in what it should. */
export function drawFlawedActs(criteria: readonly ActCriterion[], random: Random): Act[] {
  const acts = random.shuffle(criteria).flatMap(({ act, points }) => {
    if (points < 0) return random.chance(FALLEN_FOR) ? [act] : mistake(act, random);
    return random.chance(KEPT) ? [act] : mistake(act, random);
  });
  // The bad acts come first where there is no room for all.
  const bad = (act: Act) => criteria.some((c) => c.points < 0 && c.act === act);
  const ordered = [...acts.filter(bad), ...acts.filter((act) => !bad(act))];
  const kept = withoutConflicts(ordered, MOST_ACTS);
  const filled = withoutConflicts(
    [...kept, ...(kept.length < LEAST_ACTS ? drawMixture(LEAST_ACTS, random) : [])],
    Math.max(LEAST_ACTS, kept.length),
  );
  return inSpeakingOrder(random.shuffle(filled));
}

/** Any acts at all, at most `most`. */
export function drawMixture(most: number, random: Random): Act[] {
  const acts = Array.from({ length: most }, (): Act => {
    const type = random.pick(ACT_TYPES);
    return { type, content: random.pick(actRules[type].pool) };
  });
  return inSpeakingOrder(withoutConflicts(acts, most));
}

/** Sum of the met criteria's points. */
export function pointsOf(criteria: readonly ActCriterion[], acts: readonly Act[]): number {
  return criteria.reduce((sum, { act, points }) => sum + (doesAct(acts, act) ? points : 0), 0);
}
