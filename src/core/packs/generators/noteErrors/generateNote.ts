import type { Random } from '../../../random.ts';
import { ERROR_KINDS, type ErrorKind } from '../../noteErrors.ts';
import { fillTemplate } from '../dischargeNotes/fillTemplate.ts';
import { contradictFacts, decoyFacts, drawFacts, type Facts } from './facts.ts';
import { TEST_FRAMES, TRAIN_FRAMES } from './frames.ts';

export type Split = 'train' | 'test';

/** A note as it should be, and the same note with one sentence gone wrong. */
export interface NotePair {
  /** 4 to 7 sentences; the first holds the facts. */
  right: readonly string[];
  wrong: readonly string[];
  /** 1-based number of the sentence in which the two differ. */
  sentence: number;
}

const MIN_BODY = 3;
const MAX_BODY = 6;
/** Of the sentences around the one that can go wrong, how many are about someone or something else. */
const SHARE_OF_OTHERS = 0.3;

/** Fills a frame from facts; pronouns follow `facts.sex`. */
export function fillFrame(frame: string, facts: Facts, random: Random): string {
  const withFacts = frame
    .replaceAll('<who>', facts.sex === 'female' ? 'woman' : 'man')
    .replaceAll('<age>', String(facts.age))
    .replaceAll('<drug>', facts.drug)
    .replaceAll('<dose>', String(facts.dose))
    .replaceAll('<side>', facts.side)
    .replaceAll('<part>', facts.part)
    .replaceAll('<day>', facts.day);
  return fillTemplate(withFacts, random, facts.sex);
}

/** Kinds of fact that a first sentence gives; it always tells the sex. */
export function kindsGiven(first: string): ErrorKind[] {
  return ERROR_KINDS.filter((kind) => kind === 'sex' || first.includes(`<${kind}>`));
}

/**
 * Writes a note and its twin, in which one sentence contradicts the first in a fact of the given kind. All other sentences
 * restate facts of the first or are about someone or something else.
 */
export function generatePair(random: Random, split: Split, kind: ErrorKind): NotePair {
  const set = split === 'train' ? TRAIN_FRAMES : TEST_FRAMES;
  const facts = drawFacts(random);
  const first = random.pick(set.first.filter((frame) => kindsGiven(frame).includes(kind)));
  const changing = random.pick(set.restating[kind]);
  const others = random.shuffle(set.others);
  const restating = random
    .shuffle(kindsGiven(first).flatMap((given) => set.restating[given]))
    .filter((frame) => frame !== changing);
  const bodyLength = MIN_BODY + random.int(MAX_BODY - MIN_BODY + 1);
  const decoys = decoyFacts(facts, random);
  const around = Array.from({ length: bodyLength - 1 }, () => {
    const isOther = restating.length === 0 || random.chance(SHARE_OF_OTHERS);
    const frame = (isOther ? others.pop() : undefined) ?? restating.pop() ?? '';
    return set.others.includes(frame)
      ? fillFrame(frame, decoys, random)
      : fillFrame(frame, facts, random);
  });
  const place = random.int(bodyLength);
  const withSentence = (sentence: string): string[] => [
    ...around.slice(0, place),
    sentence,
    ...around.slice(place),
  ];
  const opening = fillFrame(first, facts, random);
  const wrongFacts = contradictFacts(facts, kind, random);
  return {
    right: [opening, ...withSentence(fillFrame(changing, facts, random))],
    wrong: [opening, ...withSentence(fillFrame(changing, wrongFacts, random))],
    sentence: place + 2,
  };
}
