import type { Random } from '../../../random.ts';
import { fillSlots, type Slots, type Split, type Wording } from '../wording.ts';
import { criterionFrames } from './criterionFrames.ts';
import type { AgeFact, Fact, LabFact, MedicineFact } from './patient.ts';

/** How a medicine is asked for: by its name or by its class. */
export type MedicineBy = 'name' | 'class';

function withArticle(noun: string): string {
  return `${/^[aeiou]/u.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** A number from its bounds, with what it says of a value. */
interface Bounds {
  readonly wording: Wording;
  readonly slots: Slots;
  holdsFor(value: number): boolean;
}

const AGE_STEP = 5;

function drawAgeBounds(random: Random): Bounds {
  const a = 20 + AGE_STEP * random.int(13);
  const b = a + AGE_STEP * (2 + random.int(5));
  switch (random.pick(['between', 'above', 'below'] as const)) {
    case 'between':
      return {
        wording: criterionFrames.ageBetween,
        slots: { a: String(a), b: String(b) },
        holdsFor: (age) => age > a && age < b,
      };
    case 'above':
      return {
        wording: criterionFrames.ageAbove,
        slots: { a: String(a) },
        holdsFor: (age) => age > a,
      };
    case 'below':
      return {
        wording: criterionFrames.ageBelow,
        slots: { a: String(a) },
        holdsFor: (age) => age < a,
      };
  }
}

function drawLabBounds({ lab }: LabFact, random: Random): Bounds {
  const first = Math.ceil(lab.least / lab.step);
  const last = Math.floor(lab.most / lab.step);
  const t = lab.step * (first + random.int(last - first + 1));
  const slots = { l: lab.clinical, u: lab.unit, t: String(t) };
  return random.chance(0.5)
    ? { wording: criterionFrames.labAbove, slots, holdsFor: (value) => value > t }
    : { wording: criterionFrames.labBelow, slots, holdsFor: (value) => value < t };
}

/**
 * Bounds that hold or fail as wanted for a value. The value is no bound itself, so that no reader
 * need ask whether bounds are in; and where another value stands beside it, they say the opposite of that.
 */
function drawFitting(
  draw: () => Bounds,
  value: number,
  other: number | null,
  label: boolean,
): Bounds {
  for (;;) {
    const bounds = draw();
    const isClear = !Object.values(bounds.slots).includes(String(value));
    if (!isClear || bounds.holdsFor(value) !== label) continue;
    if (other === null || bounds.holdsFor(other) !== label) return bounds;
  }
}

function askNumber(fact: AgeFact | LabFact, label: boolean, random: Random): Bounds {
  return fact.kind === 'age'
    ? drawFitting(() => drawAgeBounds(random), fact.age, fact.otherAge, label)
    : drawFitting(() => drawLabBounds(fact, random), fact.value, fact.earlier, label);
}

function medicineSlots({ medicine, name }: MedicineFact, by: MedicineBy): Slots {
  return { x: by === 'name' ? name : withArticle(medicine.clinical) };
}

/**
 * A criterion on one fact that the patient meets or not, as wanted. Whether it asks for the thing or
 * for its absence follows from the fact and the label.
 */
export function askCriterion(
  fact: Fact,
  label: boolean,
  by: MedicineBy,
  split: Split,
  random: Random,
): string {
  const say = (wording: Wording, slots: Slots) => fillSlots(random.pick(wording[split]), slots);
  switch (fact.kind) {
    case 'condition': {
      const asksFor = (fact.state === 'has') === label;
      return say(asksFor ? criterionFrames.has : criterionFrames.hasNot, {
        c: fact.condition.clinical,
      });
    }
    case 'medicine': {
      const asksFor = (fact.state === 'takes') === label;
      return say(
        asksFor ? criterionFrames.takes : criterionFrames.takesNot,
        medicineSlots(fact, by),
      );
    }
    case 'status':
      return say(fact.holds === label ? fact.status.asksFor : fact.status.asksAgainst, {});
    case 'age':
    case 'lab': {
      const { wording, slots } = askNumber(fact, label, random);
      return say(wording, slots);
    }
  }
}
