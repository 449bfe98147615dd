import type { Random } from '../../../random.ts';
import { speaker, type Split } from '../wording.ts';
import type { Ask, CaseKind } from './caseKind.ts';
import { dateKinds } from './dates.ts';
import { doseKinds } from './doses.ts';
import { orderKinds } from './orders.ts';
import { unitKinds } from './units.ts';

/** The sorts of case of each stratum. Any change here changes every seed's items: raise the pack's version. */
export const caseKinds: readonly CaseKind[] = [
  ...dateKinds,
  ...doseKinds,
  ...unitKinds,
  ...orderKinds,
];

/** A case in the wordings of one split. */
export function drawCase(kind: CaseKind, split: Split, random: Random) {
  return kind.draw(random, speaker(kind.wordings, split, random));
}

/** The four options of a question, in the order shown, with the right one at `position` (0-based). */
export function optionsOf({ right, wrong }: Ask, position: number, random: Random): string[] {
  const options = random.shuffle(wrong).slice(0, 3);
  options.splice(position, 0, right);
  return options;
}
