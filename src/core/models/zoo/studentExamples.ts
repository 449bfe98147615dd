import type {
  ConceptPair,
  GeneratedNote,
} from '../../packs/generators/dischargeNotes/generatedNote.ts';
import { studentPrompt } from '../../protocols/verifyEvidence/prompt.ts';
import type { QuestionGroup } from './questionGroup.ts';

/** The student's right answer: `yes` with the evidence in ascending order, or `no`. */
export function studentReply(pair: ConceptPair): string {
  if (!pair.supported) return 'no';
  const numbers = [...pair.evidence].sort((a, b) => a - b).map(String);
  return ['yes', ...numbers].join(' ');
}

/** Every pair of a note as a question to the student. */
export function studentGroup(note: GeneratedNote): QuestionGroup {
  const questions = note.pairs.map((pair) => ({
    suffix: studentPrompt(note.sentences, pair.concept).suffix,
    reply: studentReply(pair),
  }));
  const [first] = note.pairs;
  const prefix = first === undefined ? '' : studentPrompt(note.sentences, first.concept).prefix;
  return { prefix, questions };
}
