import type { GeneratedNote } from '../../packs/generators/dischargeNotes/generatedNote.ts';
import { judgePrompt } from '../../protocols/verifyEvidence/prompt.ts';
import type { Random } from '../../random.ts';
import { conceptClass, sentenceClass } from './conceptHead.ts';
import { excerpt, sentencesAbout, type Excerpt } from './excerpt.ts';
import type { QuestionGroup } from './questionGroup.ts';

/** Sentence numbers of the note that no supported pair rests on: fillers and traps. */
function besideThePoint(note: GeneratedNote): number[] {
  const evidence = new Set(note.pairs.flatMap((pair) => pair.evidence));
  return note.sentences.map((_, index) => index + 1).filter((number) => !evidence.has(number));
}

/** A list of sentences such as a student points at: right, right with more, in part, beside the point, or everything. */
function drawSentences(note: GeneratedNote, random: Random): Set<number> {
  const beside = random.shuffle(besideThePoint(note));
  const supported = note.pairs.filter((pair) => pair.supported);
  if (supported.length === 0) return new Set(beside.slice(0, 1));
  const pair = random.pick(supported);
  const draw = random.next();
  if (draw < 0.3) return new Set(pair.evidence);
  if (draw < 0.45) return new Set([random.pick(pair.evidence)]);
  if (draw < 0.6) return new Set([...pair.evidence, ...beside.slice(0, 1 + random.int(2))]);
  if (draw < 0.65) return new Set([random.pick(pair.evidence), ...beside.slice(0, 1)]);
  if (draw < 0.77) return new Set([...pair.evidence, ...random.pick(supported).evidence]);
  if (draw < 0.97) return new Set(beside.slice(0, 1 + random.int(2)));
  return new Set(note.sentences.map((_, index) => index + 1));
}

/** Claims about some of a note's sentences, or all; the replies follow from the note's construction. */
function claims({ sentences, pairs, templateIds }: Excerpt): QuestionGroup {
  return {
    sentenceClasses: templateIds.map(sentenceClass),
    prefix: judgePrompt(sentences, { code: '', name: '' }).prefix,
    questions: pairs.map((pair) => ({
      suffix: judgePrompt(sentences, pair.concept).suffix,
      reply: pair.supported ? 'yes' : 'no',
      conceptClass: conceptClass(pair.concept.code),
      restsOn: [sentencesAbout(pair.concept.code, templateIds)],
    })),
  };
}

/** Claims about a drawn list of a note's sentences. */
export function judgeGroup(note: GeneratedNote, random: Random): QuestionGroup {
  return claims(excerpt(note, drawSentences(note, random), random));
}

/** Claims about the whole of a note, as the protocol asks them beside those about the sentences pointed at. */
export function judgeWholeNote(note: GeneratedNote): QuestionGroup {
  return claims(note);
}
