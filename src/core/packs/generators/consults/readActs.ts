import { ACT_TYPES, actRules, CRITERION_TYPES, type Act, type ActType } from './acts.ts';
import { answerFrames } from './answerFrames.ts';
import { criterionFrames } from './criterionFrames.ts';
import type { Split } from './frameSet.ts';

/** A wording with the act it stands for, the content left open. */
interface FramePattern {
  readonly type: ActType;
  readonly pattern: RegExp;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^$()|[\]\\/]/gu, '\\$&');
}

function patternOf(frame: string, type: ActType): FramePattern {
  const contents = actRules[type].pool.map(escaped).join('|');
  const body = escaped(frame).replace('{x}', `(?<x>${contents})`).replace('{m}', '[a-z ]+');
  return { type, pattern: new RegExp(`^${body}$`, 'u') };
}

function patternsOf(frames: (type: ActType) => readonly string[]): FramePattern[] {
  return ACT_TYPES.flatMap((type) => frames(type).map((frame) => patternOf(frame, type)));
}

const answerPatterns: Readonly<Record<Split, readonly FramePattern[]>> = {
  train: patternsOf((type) => answerFrames[type].train),
  test: patternsOf((type) => answerFrames[type].test),
};

const criterionPatterns: Readonly<Record<Split, readonly FramePattern[]>> = {
  train: CRITERION_TYPES.flatMap((type) =>
    criterionFrames[type].train.map((frame) => patternOf(frame, type)),
  ),
  test: CRITERION_TYPES.flatMap((type) =>
    criterionFrames[type].test.map((frame) => patternOf(frame, type)),
  ),
};

/** @throws RangeError unless exactly one wording of the split fits. */
function readOne(text: string, patterns: readonly FramePattern[]): Act {
  const read = patterns.flatMap(({ type, pattern }): Act[] => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ type, content: match.groups?.['x'] ?? '' }];
  });
  const [act, ...others] = read;
  if (act === undefined || others.length > 0) {
    throw new RangeError(`“${text}” is read as ${String(read.length)} acts.`);
  }
  return act;
}

/**
 * The acts of an answer, read from its sentences alone: the generator's marks are checked against it.
 *
 * @throws RangeError for a sentence that is not exactly one act in the wordings of the split.
 */
export function readAnswer(text: string, split: Split): Act[] {
  return text.split(/(?<=[.?]) /u).map((sentence) => readOne(sentence, answerPatterns[split]));
}

/** The act that a criterion asks for. @throws RangeError for a text that is no criterion of the split. */
export function readCriterion(text: string, split: Split): Act {
  return readOne(text, criterionPatterns[split]);
}
