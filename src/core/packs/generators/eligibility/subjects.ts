import { CONDITIONS, LABS, MEDICINES } from './lexicon.ts';
import type { Fact, Line } from './patient.ts';
import { STATUSES } from './statuses.ts';

/** What a fact is about; no patient has two facts on one subject. */
export function subjectOf(fact: Fact): string {
  switch (fact.kind) {
    case 'condition':
      return fact.condition.clinical;
    case 'medicine':
      return fact.medicine.clinical;
    case 'age':
      return 'age';
    case 'lab':
      return fact.lab.clinical;
    case 'status':
      return fact.status.clinical;
  }
}

/** What a fact asks of the patient now: false for what is denied, past, planned or stopped. */
export function isSo(fact: Fact): boolean {
  switch (fact.kind) {
    case 'condition':
      return fact.state === 'has';
    case 'medicine':
      return fact.state === 'takes';
    case 'age':
    case 'lab':
      return true;
    case 'status':
      return fact.holds;
  }
}

const AGE = 'age';

const SUBJECTS: readonly string[] = [
  ...[...CONDITIONS, ...MEDICINES, ...LABS, ...STATUSES].map(({ clinical }) => clinical),
  AGE,
];

/** A line says that its subject is so of the patient now, or that it is not, or only stands beside. */
const PARTS = 3;

/** Number of things that a line of a patient can say, or a criterion ask for. */
export const SUBJECT_PARTS = SUBJECTS.length * PARTS;

function partOf(fact: Fact, part: number): number {
  const index = SUBJECTS.indexOf(subjectOf(fact));
  if (index < 0) throw new RangeError(`There is no subject "${subjectOf(fact)}".`);
  return index * PARTS + part;
}

/** What a line says, below `SUBJECT_PARTS`. */
export function partSaid({ about, decides }: Pick<Line, 'about' | 'decides'>): number {
  return partOf(about, decides ? (isSo(about) ? 0 : 1) : 2);
}

/** What a criterion on a fact asks for, in the numbers of `partSaid`; numbers are asked for in one way. */
export function partAsked(fact: Fact, label: boolean): number {
  const isNumber = fact.kind === 'age' || fact.kind === 'lab';
  return partOf(fact, isNumber || isSo(fact) === label ? 0 : 1);
}
