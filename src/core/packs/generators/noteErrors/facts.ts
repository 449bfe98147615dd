import type { Random } from '../../../random.ts';
import type { ErrorKind } from '../../noteErrors.ts';
import type { Sex } from '../dischargeNotes/fillTemplate.ts';

/** What the first sentence of a note can say. */
export interface Facts {
  sex: Sex;
  age: number;
  drug: string;
  /** In mg. */
  dose: number;
  side: 'left' | 'right';
  part: string;
  day: string;
}

const DRUGS = [
  'aspirin',
  'codeine',
  'ibuprofen',
  'naproxen',
  'paracetamol',
  'tramadol',
  'morphine',
  'gabapentin',
  'prednisolone',
  'penicillin',
  'amoxicillin',
  'doxycycline',
  'ramipril',
  'atenolol',
  'warfarin',
  'digoxin',
];
const DOSES = [5, 10, 15, 20, 25, 30, 40, 50, 60, 75, 80, 100, 120, 150, 200, 250];
const PARTS = 'knee hip ear eye arm leg hand foot shoulder wrist ankle elbow'.split(' ');
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const SEXES = ['female', 'male'] as const;
const SIDES = ['left', 'right'] as const;
const YOUNGEST = 20;
const OLDEST = 95;
const AGES = Array.from({ length: OLDEST - YOUNGEST + 1 }, (_, index) => YOUNGEST + index);

/** A patient as the first sentence tells of it. */
export function drawFacts(random: Random): Facts {
  return {
    sex: random.pick(SEXES),
    age: random.pick(AGES),
    drug: random.pick(DRUGS),
    dose: random.pick(DOSES),
    side: random.pick(SIDES),
    part: random.pick(PARTS),
    day: random.pick(DAYS),
  };
}

/** The same facts with one of them, of the given kind, changed to another value. */
export function contradictFacts(facts: Facts, kind: ErrorKind, random: Random): Facts {
  const other = <T>(values: readonly T[], known: T): T =>
    random.pick(values.filter((value) => value !== known));
  switch (kind) {
    case 'sex':
      return { ...facts, sex: other(SEXES, facts.sex) };
    case 'side':
      return { ...facts, side: other(SIDES, facts.side) };
    case 'dose':
      return { ...facts, dose: other(DOSES, facts.dose) };
    case 'drug':
      return { ...facts, drug: other(DRUGS, facts.drug) };
    case 'day':
      return { ...facts, day: other(DAYS, facts.day) };
    case 'age':
      return { ...facts, age: other(AGES, facts.age) };
  }
}

/** Values for sentences that are about someone or something else: never the value that the first sentence holds. */
export function decoyFacts(facts: Facts, random: Random): Facts {
  const withOtherDrug = contradictFacts(facts, 'drug', random);
  const withOtherDay = contradictFacts(withOtherDrug, 'day', random);
  return contradictFacts(withOtherDay, 'age', random);
}
