import { generateNote } from '../../packs/generators/dischargeNotes/generateNote.ts';
import type { Random } from '../../random.ts';
import { judgeGroup } from './judgeExamples.ts';
import type { QuestionGroup } from './questionGroup.ts';
import { shortNote, studentGroup } from './studentExamples.ts';

/** What a stage of a training asks. */
export type Task =
  | { readonly kind: 'wholeNotes' }
  | { readonly kind: 'shortNotes'; readonly mostSentences: number }
  | { readonly kind: 'evidenceLists' };

/** Pairs asked for of a note: enough that every concept the patient has is among them. */
const EVERY_PAIR = 8;

/** Draws one document's questions. */
export function drawGroup(task: Task, random: Random): QuestionGroup {
  const note = generateNote(random, { pairs: EVERY_PAIR });
  switch (task.kind) {
    case 'wholeNotes':
      return studentGroup(note);
    case 'shortNotes':
      return studentGroup(shortNote(note, task.mostSentences, random));
    case 'evidenceLists':
      return judgeGroup(note, random);
  }
}
