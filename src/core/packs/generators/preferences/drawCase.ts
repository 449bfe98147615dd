import type { Random } from '../../../random.ts';
import { speaker, type Split } from '../wording.ts';
import { formFamilies, formWordings } from './exactForm.ts';
import { factualFamilies } from './factual.ts';
import { draws, type Draw, type Family, type Wordings } from './family.ts';
import { focusFamilies, focusWordings } from './focus.ts';
import { relationWordings } from './relationWordings.ts';
import { safetyFamilies, safetyWordings } from './safety.ts';
import { sumFamilies, sumWordings } from './sums.ts';
import { tieWordings } from './ties.ts';
import { HELD_OUT_PEOPLE, KNOWN_PEOPLE } from './vocabulary.ts';

/** Every sentence frame of the pack, by purpose. */
export const preferenceWordings = {
  ...relationWordings,
  ...focusWordings,
  ...sumWordings,
  ...safetyWordings,
  ...formWordings,
  ...tieWordings,
} satisfies Wordings;

/**
 * Every family with one right answer. Any change to one, or to a wording, changes every seed's items: raise the pack's
 * version.
 */
export const families: readonly Family[] = [
  ...factualFamilies,
  ...formFamilies,
  ...sumFamilies,
  ...safetyFamilies,
  ...focusFamilies,
];

/** Draws in the wordings of one split; `heldOut` puts a held-out name among the people of each case. */
export function drawer(random: Random, split: Split, heldOut: boolean): Draw {
  return {
    random,
    say: speaker(preferenceWordings, split, random),
    people: (count) => {
      const held = heldOut
        ? draws(random, HELD_OUT_PEOPLE, 1 + random.int(Math.min(count, 2)))
        : [];
      return random.shuffle([...held, ...draws(random, KNOWN_PEOPLE, count - held.length)]);
    },
  };
}
