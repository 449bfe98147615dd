import type { FrameSet } from './frameSet.ts';
import type { Lab, MedicineClass, Register, Term } from './lexicon.ts';
import type { Status } from './statuses.ts';

/** A condition as the patient has it, never had it, or had it. */
export interface ConditionFact {
  readonly kind: 'condition';
  readonly condition: Term;
  readonly state: 'has' | 'denied' | 'past';
}
export interface MedicineFact {
  readonly kind: 'medicine';
  readonly medicine: MedicineClass;
  readonly name: string;
  readonly state: 'takes' | 'stopped' | 'planned' | 'never';
}
export interface AgeFact {
  readonly kind: 'age';
  readonly age: number;
  /** A relative's age that stands beside it, null where none does. */
  readonly otherAge: number | null;
}
export interface LabFact {
  readonly kind: 'lab';
  readonly lab: Lab;
  readonly value: number;
  /** Last year's value that stands beside it, null where none does. */
  readonly earlier: number | null;
}
export interface StatusFact {
  readonly kind: 'status';
  readonly status: Status;
  readonly holds: boolean;
}

/** What is so of a patient on one subject; criteria are asked about facts. */
export type Fact = ConditionFact | MedicineFact | AgeFact | LabFact | StatusFact;

/** One sentence to be: its frames and what fills their slots, in each register. */
export interface Line {
  readonly about: Fact;
  /** Whether it decides its fact, or only stands beside it: a relative's, or last year's. */
  readonly decides: boolean;
  readonly frames: FrameSet;
  readonly slots: Readonly<Record<Register, Readonly<Record<string, string>>>>;
}

/** A patient before the telling: facts, each on a subject of its own, and lines in their order. */
export interface Patient {
  readonly facts: readonly Fact[];
  readonly lines: readonly Line[];
}

/** 1-based numbers of the lines that decide a fact, ascending. */
export function evidenceOf(patient: Patient, fact: Fact): number[] {
  return patient.lines.flatMap((line, index) =>
    line.about === fact && line.decides ? [index + 1] : [],
  );
}
