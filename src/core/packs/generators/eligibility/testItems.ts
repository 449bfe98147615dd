import { createRandom, type Random } from '../../../random.ts';
import type { EligibilityItem } from '../../trialEligibility.ts';
import { askCriterion, type MedicineBy } from './askCriterion.ts';
import { NO_EXTRAS, type Extras } from './drawLines.ts';
import { drawAge, drawAgeFact, drawLabFact, drawPatient, type WantedFact } from './drawPatient.ts';
import { CONDITIONS, LABS, MEDICINES, REGISTERS } from './lexicon.ts';
import { evidenceOf } from './patient.ts';
import { STATUSES } from './statuses.ts';
import { ELIGIBILITY_STRATA, type EligibilityStratum } from './strata.ts';
import { tellPatient } from './tellPatient.ts';

/** Patients of each stratum, each told twice. */
const PATIENTS_PER_STRATUM = 25;

/**
 * The seed of a test patient. No other use may draw from seeds that begin with `eligibility-test-`;
 * beside the frames, that keeps test patients out of training.
 */
function testSeed(number: number): string {
  return `eligibility-test-${String(number).padStart(3, '0')}`;
}

/** What the n-th patient of a stratum is to show. */
interface Plan {
  readonly stratum: EligibilityStratum;
  readonly label: boolean;
  /** Whether the criterion asks for the thing, not for its absence. */
  readonly asksFor: boolean;
  /** Turns between the ways in which a trap is laid. */
  readonly turn: boolean;
  /** The patient's age in years, told or not. */
  readonly age: number;
  /** Counts within the stratum, to use each subject as often as the others. */
  readonly index: number;
}

const SO_WITH_RELATIVE: Extras = { relative: 'so', twice: false };
const NOT_WITH_RELATIVE: Extras = { relative: 'not', twice: false };

/** Each as often as the others; every round starts one later, so that none falls on yes alone. */
function pickTurn<T>(items: readonly T[], index: number, random: Random): T {
  const round = Math.floor(index / items.length);
  return items[(index + round) % items.length] ?? random.pick(items);
}

function wantCondition(plan: Plan, isTrap: boolean, random: Random): WantedFact {
  const condition = pickTurn(CONDITIONS, plan.index, random);
  const has = plan.asksFor === plan.label;
  const make = (state: 'has' | 'denied' | 'past', extras: Extras): WantedFact => ({
    fact: { kind: 'condition', condition, state },
    extras,
  });
  if (!isTrap) return make(has ? 'has' : 'denied', { relative: null, twice: random.chance(0.3) });
  if (has) return make('has', plan.turn ? NOT_WITH_RELATIVE : SO_WITH_RELATIVE);
  return plan.turn ? make('past', NO_EXTRAS) : make('denied', SO_WITH_RELATIVE);
}

function wantMedicine(plan: Plan, isTrap: boolean, random: Random): WantedFact {
  const isNew = plan.stratum === 'medicine-new';
  const classes = MEDICINES.filter(({ testNames }) => !isNew || testNames.length > 0);
  const medicine = pickTurn(classes, plan.index, random);
  const name = random.pick(isNew ? medicine.testNames : medicine.names);
  const takes = plan.asksFor === plan.label;
  const make = (state: 'takes' | 'stopped' | 'planned' | 'never', extras: Extras): WantedFact => ({
    fact: { kind: 'medicine', medicine, name, state },
    extras,
  });
  if (!isTrap)
    return make(takes ? 'takes' : 'never', { relative: null, twice: random.chance(0.3) });
  if (takes) return make('takes', plan.turn ? NOT_WITH_RELATIVE : SO_WITH_RELATIVE);
  if (plan.turn) return make('never', SO_WITH_RELATIVE);
  return make(random.pick(['stopped', 'planned'] as const), NO_EXTRAS);
}

function wantFact(plan: Plan, random: Random): WantedFact {
  const isTrap = plan.stratum.endsWith('-trap');
  switch (plan.stratum) {
    case 'condition':
    case 'condition-trap':
    case 'no-condition':
    case 'no-condition-trap':
      return wantCondition(plan, isTrap, random);
    case 'medicine':
    case 'medicine-trap':
    case 'medicine-new':
      return wantMedicine(plan, isTrap, random);
    case 'age':
    case 'age-trap':
      return { fact: drawAgeFact(random, plan.age, isTrap), extras: NO_EXTRAS };
    case 'lab':
    case 'lab-trap': {
      const lab = pickTurn(LABS, plan.index, random);
      return { fact: drawLabFact(random, lab, isTrap), extras: NO_EXTRAS };
    }
    case 'status': {
      const status = pickTurn(STATUSES, plan.index, random);
      return {
        fact: { kind: 'status', status, holds: plan.asksFor === plan.label },
        extras: plan.turn ? SO_WITH_RELATIVE : NO_EXTRAS,
      };
    }
  }
}

function asksForIn(stratum: EligibilityStratum, index: number): boolean {
  if (stratum.startsWith('no-')) return false;
  return stratum.startsWith('condition') || index % 8 < 4;
}

/** One patient's two items: the same facts, criterion and gold, told in each register. */
function drawPair(pair: number, stratum: EligibilityStratum, index: number): EligibilityItem[] {
  const cluster = testSeed(pair);
  const random = createRandom(cluster);
  const status = pickTurn(STATUSES, index, random);
  const plan: Plan = {
    stratum,
    // Every other pair of all is a yes, whichever stratum it is of.
    label: pair % 2 === 0,
    asksFor: asksForIn(stratum, index),
    turn: index % 4 < 2,
    age: drawAge(random, stratum === 'status' ? status.ages : [18, 90]),
    index,
  };
  const wanted = wantFact(plan, random);
  const by: MedicineBy = stratum === 'medicine-new' || random.chance(0.5) ? 'name' : 'class';
  const patient = drawPatient(random, plan.age, wanted);
  const criterion = askCriterion(wanted.fact, plan.label, by, 'test', random);
  return REGISTERS.map((register) => ({
    id: `${cluster}-${register}`,
    cluster,
    stratum,
    register,
    pair,
    sentences: tellPatient(patient, register, 'test', random),
    criterion,
    label: plan.label,
    evidence: evidenceOf(patient, wanted.fact),
  }));
}

/** The shipped test items: 25 patients of each of twelve strata, each told twice, half of them a yes. */
export function buildTestItems(): EligibilityItem[] {
  return ELIGIBILITY_STRATA.flatMap((stratum, at) =>
    Array.from({ length: PATIENTS_PER_STRATUM }, (_, index) =>
      drawPair(at * PATIENTS_PER_STRATUM + index + 1, stratum, index),
    ).flat(),
  );
}
