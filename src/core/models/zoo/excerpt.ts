import { conceptEntries } from '../../packs/generators/dischargeNotes/catalogue.ts';
import type {
  ConceptPair,
  GeneratedNote,
} from '../../packs/generators/dischargeNotes/generatedNote.ts';
import type { Random } from '../../random.ts';

/** Some of a note's sentences, and pairs labelled by what these sentences show by themselves. */
export interface Excerpt {
  readonly sentences: readonly string[];
  readonly pairs: readonly ConceptPair[];
  /** The template behind each sentence. */
  readonly templateIds: readonly string[];
}

/** Numbers of the sentences that show a concept, or a part of it, or name it without showing it. */
export function sentencesAbout(code: string, templateIds: readonly string[]): number[] {
  return templateIds.flatMap((id, index) => (templateCode(id) === code ? [index + 1] : []));
}

/** Code of the concept that a template is about; template ids begin with it. */
function templateCode(id: string | undefined): string {
  return id?.split('/')[0] ?? '';
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

/** The pair as these sentences (numbers in the note, ascending) support it, its evidence numbered among them. */
function relabel(pair: ConceptPair, numbers: readonly number[]): ConceptPair {
  const kept = pair.evidence.filter((number) => numbers.includes(number));
  const isShown = pair.jointEvidence
    ? kept.length === pair.evidence.length && pair.supported
    : kept.length > 0;
  if (!isShown) return { ...pair, supported: false, evidence: [], jointEvidence: false };
  return { ...pair, evidence: kept.map((number) => numbers.indexOf(number) + 1) };
}

/**
 * The note reduced to the sentences of these numbers (1-based). It asks of the concepts they show, and of as many that
 * they do not show, at least one: first those that they name, or show in part. The note must hold all of its pairs.
 */
export function excerpt(note: GeneratedNote, chosen: ReadonlySet<number>, random: Random): Excerpt {
  const numbers = [...chosen].sort((a, b) => a - b);
  const named = new Set(numbers.map((number) => templateCode(note.templateIds[number - 1])));
  const pairs = random
    .shuffle([...note.pairs, ...trapPairs(note)])
    .map((pair) => relabel(pair, numbers));
  const shown = pairs.filter((pair) => pair.supported);
  const notShown = pairs.filter((pair) => !pair.supported);
  const hardFirst = [
    ...notShown.filter((pair) => named.has(pair.concept.code)),
    ...notShown.filter((pair) => !named.has(pair.concept.code)),
  ].slice(0, Math.max(1, shown.length));
  return {
    sentences: numbers.map((number) => note.sentences[number - 1] ?? ''),
    pairs: random.shuffle([...shown, ...hardFirst]),
    templateIds: numbers.map((number) => note.templateIds[number - 1] ?? ''),
  };
}
