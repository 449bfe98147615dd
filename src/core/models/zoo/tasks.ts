import { drawTraining as drawArithmetic } from '../../packs/generators/arithmetic/drawTraining.ts';
import { drawTraining as drawCalculator } from '../../packs/generators/calculators/drawTraining.ts';
import { drawTraining as drawChoices } from '../../packs/generators/choices/drawTraining.ts';
import {
  drawJudgeTraining,
  drawTraining as drawConsult,
} from '../../packs/generators/consults/training.ts';
import { generateNote } from '../../packs/generators/dischargeNotes/generateNote.ts';
import {
  drawRatedAnswer,
  drawRatedMessage,
} from '../../packs/generators/consults/ratingTraining.ts';
import { drawTraining as drawEligibility } from '../../packs/generators/eligibility/training.ts';
import { drawTraining as drawEntities } from '../../packs/generators/entities/training.ts';
import { drawTraining as drawNoteErrors } from '../../packs/generators/noteErrors/training.ts';
import { drawTraining as drawRatings } from '../../packs/generators/preferences/drawTraining.ts';
import { drawTraining as drawStepwise } from '../../packs/generators/stepwise/drawTraining.ts';
import type { Random } from '../../random.ts';
import { judgeGroup, judgeWholeNote } from './judgeExamples.ts';
import type { QuestionGroup } from './questionGroup.ts';
import { shortNote, studentGroup } from './studentExamples.ts';

/** Tasks that need no setting: each draws a document's questions from the training split of its pack's generator. */
const DRAWS = {
  eligibility: drawEligibility,
  consults: (random) => drawConsult(random),
  criteria: (random) => drawJudgeTraining(random),
  choices: drawChoices,
  calculators: drawCalculator,
  stepwise: drawStepwise,
  ratings: drawRatings,
  entities: drawEntities,
  noteErrors: drawNoteErrors,
  ratedMessages: drawRatedMessage,
  evidence: (random) => judgeGroup(generateNote(random, { pairs: EVERY_PAIR }), random),
} satisfies Record<string, (random: Random) => QuestionGroup>;

/** Fewest and most, both in. */
type Range = readonly [fewest: number, most: number];

/** A task without a setting. */
interface PlainTask {
  readonly kind: keyof typeof DRAWS;
}

/** A task with a length to choose. */
type LengthTask =
  /** Verification over notes of so many sentences; by default of 5 to 12. */
  | { readonly kind: 'wholeNotes'; readonly sentences?: Range }
  | { readonly kind: 'shortNotes'; readonly mostSentences: number }
  /** The judge's claims over notes of so many sentences. */
  | { readonly kind: 'judgedNotes'; readonly sentences: Range }
  | { readonly kind: 'shortCriteria'; readonly mostActs: number }
  /** Answers to be rated axis by axis, of at most so many sentences. */
  | { readonly kind: 'ratedAnswers'; readonly mostSentences?: number }
  | { readonly kind: 'arithmetic'; readonly mostSteps?: number };

/** What a training asks. */
export type Task = PlainTask | LengthTask;

function isPlain(task: Task): task is PlainTask {
  return Object.hasOwn(DRAWS, task.kind);
}

/** Pairs asked for of a note: enough that every concept the patient has is among them. */
const EVERY_PAIR = 8;

/** The task's name in held-out figures: stages that differ in length only are one task. */
export function taskName({ kind }: Task): string {
  if (kind === 'wholeNotes' || kind === 'shortNotes') return 'verification';
  return kind === 'shortCriteria' ? 'criteria' : kind;
}

function between([fewest, most]: Range, random: Random): number {
  return fewest + random.int(most - fewest + 1);
}

/** Draws one document's questions. */
export function drawGroup(task: Task, random: Random): QuestionGroup {
  if (isPlain(task)) return DRAWS[task.kind](random);
  switch (task.kind) {
    case 'wholeNotes': {
      const { sentences } = task;
      const length = sentences === undefined ? {} : { sentences: between(sentences, random) };
      return studentGroup(generateNote(random, { pairs: EVERY_PAIR, ...length }));
    }
    case 'shortNotes': {
      const note = generateNote(random, { pairs: EVERY_PAIR });
      return studentGroup(shortNote(note, task.mostSentences, random));
    }
    case 'judgedNotes': {
      const sentences = between(task.sentences, random);
      return judgeWholeNote(generateNote(random, { pairs: EVERY_PAIR, sentences }));
    }
    case 'shortCriteria':
      return drawJudgeTraining(random, task.mostActs);
    case 'ratedAnswers':
      return drawRatedAnswer(random, task.mostSentences);
    case 'arithmetic':
      return drawArithmetic(random, task.mostSteps);
  }
}

/** The tasks whose words the zoo's word tokenizer was made from. Tasks of later models spell what it does not know. */
export const WORD_TASKS: readonly Task[] = [
  { kind: 'wholeNotes' },
  { kind: 'arithmetic' },
  { kind: 'eligibility' },
  { kind: 'consults' },
  { kind: 'criteria' },
  { kind: 'choices' },
  { kind: 'calculators' },
  { kind: 'stepwise' },
  { kind: 'ratings' },
  { kind: 'entities' },
  { kind: 'noteErrors' },
  { kind: 'evidence' },
];
