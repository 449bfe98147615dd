import { conceptEntries } from '../../packs/generators/dischargeNotes/catalogue.ts';
import type {
  ConceptPair,
  GeneratedNote,
} from '../../packs/generators/dischargeNotes/generatedNote.ts';
import { judgePrompt } from '../../protocols/verifyEvidence/prompt.ts';
import type { Random } from '../../random.ts';
import type { QuestionGroup } from './questionGroup.ts';

/** Whether these sentences (1-based numbers) show the pair's concept by themselves. */
export function isShownBy(pair: ConceptPair, sentences: ReadonlySet<number>): boolean {
  if (!pair.supported) return false;
  return pair.jointEvidence
    ? pair.evidence.every((number) => sentences.has(number))
    : pair.evidence.some((number) => sentences.has(number));
}

/** Sentence numbers of the note that no supported pair rests on: fillers and traps. */
function besideThePoint(note: GeneratedNote): number[] {
  const evidence = new Set(note.pairs.flatMap((pair) => pair.evidence));
  return note.sentences.map((_, index) => index + 1).filter((number) => !evidence.has(number));
}

/** A list of sentences such as a student points at: right, right with more, in part, beside the point, or everything. */
function drawSentences(note: GeneratedNote, random: Random): Set<number> {
  const beside = random.shuffle(besideThePoint(note));
  const supported = note.pairs.filter((pair) => pair.supported);
  const all = note.sentences.map((_, index) => index + 1);
  if (supported.length === 0) return new Set(beside.slice(0, 1));
  const pair = random.pick(supported);
  const draw = random.next();
  if (draw < 0.3) return new Set(pair.evidence);
  if (draw < 0.45) return new Set([random.pick(pair.evidence)]);
  if (draw < 0.6) return new Set([...pair.evidence, ...beside.slice(0, 1 + random.int(2))]);
  if (draw < 0.65) return new Set([random.pick(pair.evidence), ...beside.slice(0, 1)]);
  if (draw < 0.75) return new Set([...pair.evidence, ...random.pick(supported).evidence]);
  if (draw < 0.95) return new Set(beside.slice(0, 1 + random.int(2)));
  return new Set(all);
}

/** Concepts that the note's traps speak of and that no pair asks about: none of them is supported. */
function trapPairs(note: GeneratedNote): ConceptPair[] {
  const asked = new Set(note.pairs.map((pair) => pair.concept.code));
  const codes = new Set(note.templateIds.map(templateCode));
  return conceptEntries
    .filter(({ code }) => codes.has(code) && !asked.has(code))
    .map(({ code, name }) => ({
      concept: { code, name },
      supported: false,
      stratum: 'confusable_neg',
      evidence: [],
      jointEvidence: false,
    }));
}

/** Code of the concept that a template is about; template ids begin with it. */
function templateCode(id: string): string {
  return id.split('/')[0] ?? id;
}

/**
 * Claims about a drawn list of a note's sentences: those the list shows, and as many that it does not (at least one),
 * at most `questions` in all. The label follows from the note's construction.
 */
export function judgeGroup(note: GeneratedNote, random: Random, questions: number): QuestionGroup {
  const numbers = drawSentences(note, random);
  const sentences = note.sentences.filter((_, index) => numbers.has(index + 1));
  const named = new Set([...numbers].map((number) => templateCode(note.templateIds[number - 1] ?? '')));
  const pairs = random.shuffle([...note.pairs, ...trapPairs(note)]);
  const shown = pairs.filter((pair) => isShownBy(pair, numbers)).slice(0, questions / 2);
  const notShown = pairs.filter((pair) => !isShownBy(pair, numbers));
  // What the list shows in part, or names without showing, teaches most, so it is asked first.
  const hardFirst = [
    ...notShown.filter((pair) => named.has(pair.concept.code)),
    ...notShown.filter((pair) => !named.has(pair.concept.code)),
  ].slice(0, Math.max(1, shown.length));
  const asked = random.shuffle([...shown, ...hardFirst]);
  return {
    prefix: judgePrompt(sentences, { code: '', name: '' }).prefix,
    questions: asked.map((pair) => ({
      suffix: judgePrompt(sentences, pair.concept).suffix,
      reply: isShownBy(pair, numbers) ? 'yes' : 'no',
    })),
  };
}
