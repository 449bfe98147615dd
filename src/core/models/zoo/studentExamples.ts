import type {
  ConceptPair,
  GeneratedNote,
} from '../../packs/generators/dischargeNotes/generatedNote.ts';
import { studentPrompt } from '../../protocols/verifyEvidence/prompt.ts';
import type { Random } from '../../random.ts';
import { conceptClass, sentenceClass } from './conceptHead.ts';
import { excerpt, sentencesAbout, type Excerpt } from './excerpt.ts';
import type { QuestionGroup } from './questionGroup.ts';

/** The student's right answer: `yes` with the evidence in ascending order, or `no`. */
export function studentReply(pair: ConceptPair): string {
  if (!pair.supported) return 'no';
  const numbers = [...pair.evidence].sort((a, b) => a - b).map(String);
  return ['yes', ...numbers].join(' ');
}

/** Every pair of a note, or of an excerpt of one, as a question to the student. */
export function studentGroup({ sentences, pairs, templateIds }: Excerpt): QuestionGroup {
  return {
    sentenceClasses: templateIds.map(sentenceClass),
    prefix: studentPrompt(sentences, { code: '', name: '' }).prefix,
    questions: pairs.map((pair) => ({
      suffix: studentPrompt(sentences, pair.concept).suffix,
      reply: studentReply(pair),
      conceptClass: conceptClass(pair.concept.code),
      restsOn: [
        sentencesAbout(pair.concept.code, templateIds),
        ...(pair.supported ? pair.evidence.map((number) => [number]) : []),
      ],
    })),
  };
}

/** A note cut down to at most `most` sentences, at least one of which is evidence where the note has any. */
export function shortNote(note: GeneratedNote, most: number, random: Random): Excerpt {
  const supported = note.pairs.filter((pair) => pair.supported);
  const first = supported.length === 0 ? [] : random.pick(supported).evidence;
  const rest = random.shuffle(note.sentences.map((_, index) => index + 1));
  const wanted = Math.max(first.length, 1 + random.int(most));
  return excerpt(note, new Set([...new Set([...first, ...rest])].slice(0, wanted)), random);
}
