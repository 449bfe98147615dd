import type { Random } from '../../../random.ts';
import { conditionFrames } from './conditionFrames.ts';
import type { FrameSet } from './frameSet.ts';
import { OLDER_RELATIVES, RELATIVES, YOUNGER_RELATIVES, type Term } from './lexicon.ts';
import { medicineFrames } from './medicineFrames.ts';
import { ageFrames, labFrames } from './numberFrames.ts';
import type { Fact, Line } from './patient.ts';

/** What a patient's lines say of a fact beside the one that decides it. */
export interface Extras {
  /** A relative for whom the same is so, or not so; ages and labs carry theirs in the fact. */
  readonly relative: 'so' | 'not' | null;
  /** Whether a second line decides the fact in other words. */
  readonly twice: boolean;
}

export const NO_EXTRAS: Extras = { relative: null, twice: false };

type Pairs = Readonly<Record<string, Term | number | string>>;

/** A line whose slots are named once: a term is told in the register's words, the rest as it is. */
function lineOf(about: Fact, decides: boolean, frames: FrameSet, pairs: Pairs): Line {
  const slotsIn = (register: keyof Term) =>
    Object.fromEntries(
      Object.entries(pairs).map(([name, value]) => [
        name,
        typeof value === 'object' ? value[register] : String(value),
      ]),
    );
  return {
    about,
    decides,
    frames,
    slots: { clinical: slotsIn('clinical'), patient: slotsIn('patient') },
  };
}

function relativeFrames(fact: Fact, relative: 'so' | 'not'): FrameSet | null {
  switch (fact.kind) {
    case 'condition':
      return relative === 'so' ? conditionFrames.relativeHas : conditionFrames.relativeNot;
    case 'medicine':
      return relative === 'so' ? medicineFrames.relativeTakes : medicineFrames.relativeNot;
    case 'status':
      return relative === 'so' ? fact.status.relative : null;
    case 'age':
    case 'lab':
      return null;
  }
}

function ownFrames(fact: Fact): FrameSet {
  switch (fact.kind) {
    case 'condition':
      return conditionFrames[fact.state];
    case 'medicine':
      return medicineFrames[fact.state];
    case 'status':
      return fact.holds ? fact.status.holds : fact.status.fails;
    case 'age':
      return ageFrames.own;
    case 'lab':
      return labFrames.current;
  }
}

function slotsOf(fact: Fact, random: Random): Pairs {
  const n = 2 + random.int(19);
  switch (fact.kind) {
    case 'condition':
      return { c: fact.condition, n };
    case 'medicine': {
      const { clinical, patient } = fact.medicine;
      return { k: { clinical, patient }, m: fact.name, n };
    }
    case 'status':
      return { n };
    case 'age':
      return { a: fact.age };
    case 'lab': {
      const { clinical, patient, unit } = fact.lab;
      return { l: { clinical, patient }, u: unit, v: fact.value };
    }
  }
}

/** The line of another age or an earlier value that the fact itself carries. */
function carriedLines(fact: Fact, slots: Pairs, random: Random): Line[] {
  if (fact.kind === 'age' && fact.otherAge !== null) {
    const r = random.pick(fact.otherAge > fact.age ? OLDER_RELATIVES : YOUNGER_RELATIVES);
    return [lineOf(fact, false, ageFrames.relative, { r, a: fact.otherAge })];
  }
  if (fact.kind === 'lab' && fact.earlier !== null) {
    return [lineOf(fact, false, labFrames.earlier, { ...slots, v: fact.earlier })];
  }
  return [];
}

/** The lines of one fact, the deciding one first. */
export function drawLines(fact: Fact, extras: Extras, random: Random): Line[] {
  const slots = slotsOf(fact, random);
  const own = lineOf(fact, true, ownFrames(fact), slots);
  const lines = [own, ...carriedLines(fact, slots, random)];
  const frames = extras.relative === null ? null : relativeFrames(fact, extras.relative);
  if (frames !== null) {
    const r = random.pick(fact.kind === 'status' ? fact.status.relatives : RELATIVES);
    lines.push(lineOf(fact, false, frames, { ...slots, n: 2 + random.int(19), r }));
  }
  // Ages and labs are one number: said twice they would only repeat it.
  if (extras.twice && (fact.kind === 'condition' || fact.kind === 'medicine')) lines.push(own);
  return lines;
}
