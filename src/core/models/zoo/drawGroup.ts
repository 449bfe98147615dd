import { generateNote } from '../../packs/generators/dischargeNotes/generateNote.ts';
import type { Random } from '../../random.ts';
import { judgeGroup } from './judgeExamples.ts';
import type { QuestionGroup } from './questionGroup.ts';
import type { Recipe } from './recipe.ts';
import { studentGroup } from './studentExamples.ts';

/** Draws one document's questions. */
export type DrawGroup = (random: Random, questions: number) => QuestionGroup;

/** Pairs asked for of a note: enough that every concept the patient has is among them. */
const EVERY_PAIR = 8;

/** How a role's questions are drawn. */
export function drawGroupFor(role: Recipe['role']): DrawGroup {
  switch (role) {
    case 'student':
      return (random, questions) => studentGroup(generateNote(random, { pairs: questions }));
    case 'judge':
      return (random, questions) =>
        judgeGroup(generateNote(random, { pairs: EVERY_PAIR }), random, questions);
  }
}
