import type { Random } from '../../../random.ts';
import { isCriterionType, type Act } from './acts.ts';
import { answerFrames } from './answerFrames.ts';
import { criterionFrames } from './criterionFrames.ts';
import type { Split } from './frameSet.ts';
import { terms } from './words.ts';

function meaningOf(content: string): string {
  return terms.find(({ term }) => term === content)?.meaning ?? '';
}

/** Puts an act's content into a frame. */
export function fillFrame(frame: string, { content }: Act): string {
  return frame.replace('{x}', content).replace('{m}', meaningOf(content));
}

function isFirst({ type }: Act): number {
  return type === 'heading' ? 2 : type === 'call' ? 1 : 0;
}

/** Headings and greetings to the front and signatures to the end; the rest as it was. */
export function inSpeakingOrder(acts: readonly Act[]): Act[] {
  const weight = (act: Act) => (act.type === 'sign' ? -1 : isFirst(act));
  return [...acts].sort((a, b) => weight(b) - weight(a));
}

/** One sentence an act, each in a frame of the split drawn at random. */
export function writeSentences(acts: readonly Act[], split: Split, random: Random): string[] {
  return acts.map((act) => fillFrame(random.pick(answerFrames[act.type][split]), act));
}

/** The sentences of an answer as one text. */
export function writeAnswer(acts: readonly Act[], split: Split, random: Random): string {
  return writeSentences(acts, split, random).join(' ');
}

/** The same in each act's first training frame: what a student learns to write. */
export function writePlainAnswer(acts: readonly Act[]): string {
  return acts.map((act) => fillFrame(answerFrames[act.type].train[0] ?? '', act)).join(' ');
}

/** @throws RangeError for an act that no criterion asks for. */
export function writeCriterion(act: Act, split: Split, random: Random): string {
  if (!isCriterionType(act.type)) {
    throw new RangeError(`No criterion asks for the act ${act.type}.`);
  }
  return fillFrame(random.pick(criterionFrames[act.type][split]), act);
}
