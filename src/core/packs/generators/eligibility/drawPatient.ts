import type { Random } from '../../../random.ts';
import { drawLines, type Extras } from './drawLines.ts';
import { CONDITIONS, doClash, LABS, MEDICINES, type Lab } from './lexicon.ts';
import type { AgeFact, Fact, LabFact, Line, Patient } from './patient.ts';
import { STATUSES } from './statuses.ts';
import { isSo, subjectOf } from './subjects.ts';

/** Lines of one patient, at least and at most. */
export const LEAST_LINES = 4;
export const MOST_LINES = 8;
const MOST_FACTS = 6;
/** How often a fact has a relative's or an older line beside it, and how often it is said twice. */
const ASIDE_SHARE = 0.35;
const TWICE_SHARE = 0.15;

/** A fact that a patient is to have, with what its lines add. */
export interface WantedFact {
  readonly fact: Fact;
  readonly extras: Extras;
}

/** An age from `least` to `most`, both in. */
export function drawAge(random: Random, [least, most]: readonly [number, number]): number {
  return least + random.int(most - least + 1);
}

/** The fact of an age; a relative's age, where wanted, is at least 20 years away. */
export function drawAgeFact(random: Random, age: number, withOther: boolean): AgeFact {
  if (!withOther) return { kind: 'age', age, otherAge: null };
  const gap = 20 + random.int(16);
  const isOlder = age - gap < 2 || (age + gap < 99 && random.chance(0.5));
  return { kind: 'age', age, otherAge: isOlder ? age + gap : age - gap };
}

function drawValue(random: Random, lab: Lab): number {
  const value = lab.least + random.int(lab.most - lab.least + 1);
  return value % lab.step === 0 ? value + 1 : value;
}

/** A lab's value, no threshold itself; last year's, where wanted, has a threshold between. */
export function drawLabFact(random: Random, lab: Lab, withEarlier: boolean): LabFact {
  const value = drawValue(random, lab);
  if (!withEarlier) return { kind: 'lab', lab, value, earlier: null };
  for (;;) {
    const earlier = drawValue(random, lab);
    if (Math.floor(earlier / lab.step) !== Math.floor(value / lab.step)) {
      return { kind: 'lab', lab, value, earlier };
    }
  }
}

/** At random; a fact that clashes with the patient's others is drawn again. */
function drawFact(kind: Fact['kind'], age: number, random: Random): Fact {
  switch (kind) {
    case 'condition':
      return {
        kind,
        condition: random.pick(CONDITIONS),
        state: random.pick(['has', 'has', 'denied', 'past'] as const),
      };
    case 'medicine': {
      const medicine = random.pick(MEDICINES);
      const state = random.pick([
        'takes',
        'takes',
        'takes',
        'never',
        'stopped',
        'planned',
      ] as const);
      return { kind, medicine, name: random.pick(medicine.names), state };
    }
    case 'age':
      return drawAgeFact(random, age, random.chance(ASIDE_SHARE));
    case 'lab':
      return drawLabFact(random, random.pick(LABS), random.chance(ASIDE_SHARE));
    case 'status': {
      const fitting = STATUSES.filter(({ ages }) => age >= ages[0] && age <= ages[1]);
      return { kind, status: random.pick(fitting), holds: random.chance(0.5) };
    }
  }
}

function drawExtras(fact: Fact, random: Random): Extras {
  if (!random.chance(ASIDE_SHARE)) return { relative: null, twice: random.chance(TWICE_SHARE) };
  // Of ways of living, frames tell only a relative with whom it is so.
  if (fact.kind === 'status') return { relative: 'so', twice: false };
  // A relative is more often in the other state than the patient, but not so often as to give it away.
  const isOther = random.chance(0.7);
  return { relative: isSo(fact) !== isOther ? 'so' : 'not', twice: false };
}

const KINDS: readonly Fact['kind'][] = [
  'age',
  'condition',
  'condition',
  'condition',
  'medicine',
  'medicine',
  'lab',
  'lab',
  'status',
  'status',
];

/**
 * A patient of 4 to 8 lines in a drawn order, with the wanted fact among others that do not touch
 * its subject. `age` is whole years, told or not; what is told fits it.
 */
export function drawPatient(random: Random, age: number, wanted: WantedFact | null): Patient {
  const facts: Fact[] = [];
  const lines: Line[] = [];
  const mostFacts = 3 + random.int(MOST_FACTS - 2);
  const add = (fact: Fact, extras: Extras) => {
    facts.push(fact);
    lines.push(...drawLines(fact, extras, random));
  };
  if (wanted !== null) add(wanted.fact, wanted.extras);
  while (lines.length < LEAST_LINES || facts.length < mostFacts) {
    if (lines.length >= MOST_LINES - 1) break;
    const fact = drawFact(random.pick(KINDS), age, random);
    const subject = subjectOf(fact);
    const isFree = facts.every(
      (other) => subjectOf(other) !== subject && !doClash(subjectOf(other), subject),
    );
    if (!isFree) continue;
    // One fact has two lines at most, and there is always room for two.
    add(fact, drawExtras(fact, random));
  }
  return { facts, lines: random.shuffle(lines) };
}
