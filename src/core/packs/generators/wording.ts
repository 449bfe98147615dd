import type { Random } from '../../random.ts';

/** Which half of the wordings a text is made from. No wording is in both. */
export type Split = 'train' | 'test';

/** Sentence frames for one purpose, with named slots such as `{who}`, apart for training and test. */
export interface Wording {
  readonly train: readonly string[];
  readonly test: readonly string[];
}

/** What fills the slots of a frame, by name. */
export type Slots = Readonly<Record<string, string>>;

/** Says something of a named purpose in one of its wordings. */
export type Say = (purpose: string, slots: Slots) => string;

const SLOT = /\{(\w+)\}/gu;

/**
 * A frame with its slots filled, and its first letter made a capital.
 *
 * @throws RangeError for a slot that nothing fills.
 */
export function fillSlots(frame: string, slots: Slots): string {
  const text = frame.replace(SLOT, (_, name: string) => {
    const filling = slots[name];
    if (filling === undefined) throw new RangeError(`Nothing fills the slot {${name}}: ${frame}`);
    return filling;
  });
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Speaks in the wordings of one split, each drawn at random. */
export function speaker(
  wordings: Readonly<Record<string, Wording>>,
  split: Split,
  random: Random,
): Say {
  return (purpose, slots) => {
    const wording = wordings[purpose];
    if (wording === undefined) throw new RangeError(`There is no wording for “${purpose}”.`);
    return fillSlots(random.pick(wording[split]), slots);
  };
}
