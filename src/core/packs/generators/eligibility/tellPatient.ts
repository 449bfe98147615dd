import type { Random } from '../../../random.ts';
import { fillSlots, type Split } from '../wording.ts';
import type { Register } from './lexicon.ts';
import type { Patient } from './patient.ts';

/**
 * The patient's sentences in one register and in the frames of one split, one a line of the patient,
 * in their order. No sentence is said twice.
 */
export function tellPatient(
  patient: Patient,
  register: Register,
  split: Split,
  random: Random,
): string[] {
  const told: string[] = [];
  for (const { frames, slots } of patient.lines) {
    const sentences = frames[register][split].map((frame) => fillSlots(frame, slots[register]));
    told.push(random.pick(sentences.filter((sentence) => !told.includes(sentence))));
  }
  return told;
}
