import { conceptGroups } from './catalogue.ts';
import { templatePattern } from './fillTemplate.ts';
import type { ConceptPair, GeneratedNote, Stratum } from './generatedNote.ts';
import type { SentenceTemplate } from './sentenceTemplates.ts';
import { templatesById } from './sentenceTemplates.ts';

/** What the templates of a note say of one concept. */
export interface Gold {
  supported: boolean;
  /** 1-based sentence numbers, ascending. */
  evidence: number[];
  stratum: Stratum;
  jointEvidence: boolean;
}

/** Each sentence's template, by position; null where the text is not a filling of it. */
function readTemplates(note: GeneratedNote): (SentenceTemplate | null)[] {
  return note.sentences.map((sentence, index) => {
    const template = templatesById.get(note.templateIds[index] ?? '');
    if (template === undefined || !templatePattern(template.text).test(sentence)) return null;
    return template;
  });
}

function stratumOf(supporting: readonly SentenceTemplate[], touchesGroup: boolean): Stratum {
  if (supporting.length === 0) return touchesGroup ? 'confusable_neg' : 'random_neg';
  if (supporting.some(({ role }) => role === 'mention')) return 'explicit';
  return supporting.some(({ role }) => role === 'clue') ? 'implicit' : 'hard_positive';
}

/**
 * Works the answer out again from the templates alone, without the generator's own bookkeeping:
 * a concept is supported by every sentence that names it as the patient's or implies it, and by
 * the two halves of a joint clue when both are there.
 */
export function recomputeGold(note: GeneratedNote, code: string): Gold {
  const templates = readTemplates(note);
  const about = templates.flatMap((template, index) =>
    template?.code === code ? [{ template, number: index + 1 }] : [],
  );
  const alone = about.filter(({ template }) =>
    ['mention', 'rareMention', 'clue', 'rareClue'].includes(template.role),
  );
  const halves = about.filter(({ template }) => template.role.startsWith('joint'));
  const joint = halves.filter(({ template }) =>
    halves.some(
      (other) => other.template.role !== template.role && other.template.fact === template.fact,
    ),
  );
  const supporting = [...alone, ...joint];
  const group = conceptGroups.find(({ concepts }) => concepts.some((entry) => entry.code === code));
  const touchesGroup = templates.some(
    (template) => group?.concepts.some((entry) => entry.code === template?.code) ?? false,
  );
  return {
    supported: supporting.length > 0,
    evidence: supporting.map(({ number }) => number).sort((a, b) => a - b),
    stratum: stratumOf(
      supporting.map(({ template }) => template),
      touchesGroup,
    ),
    jointEvidence: joint.length > 0 && alone.length === 0,
  };
}

/** What is wrong with a note or one of its pairs, in sentences; empty when all is well. */
export function findNoteFaults(note: GeneratedNote): string[] {
  const faults = readTemplates(note).flatMap((template, index) =>
    template === null ? [`Sentence ${String(index + 1)} is not a filling of its template.`] : [],
  );
  return [...faults, ...note.pairs.flatMap((pair) => findPairFaults(note, pair))];
}

function findPairFaults(note: GeneratedNote, pair: ConceptPair): string[] {
  const gold = recomputeGold(note, pair.concept.code);
  const told: Gold = {
    supported: pair.supported,
    evidence: pair.evidence,
    stratum: pair.stratum,
    jointEvidence: pair.jointEvidence,
  };
  if (JSON.stringify(gold) === JSON.stringify(told)) return [];
  return [
    `Pair ${pair.concept.code} says ${JSON.stringify(told)}, its templates ${JSON.stringify(gold)}.`,
  ];
}
