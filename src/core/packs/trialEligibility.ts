import * as v from 'valibot';
import { areAscending, lineOfText, shortId, wholeNumber } from './fieldSchemas.ts';
import { REGISTERS } from './generators/eligibility/lexicon.ts';
import { ELIGIBILITY_STRATA } from './generators/eligibility/strata.ts';
import { parseJsonWith } from './packError.ts';
import type { PackKindInfo } from './packKind.ts';

const MAX_SENTENCES = 40;

const eligibilityItemSchema = v.pipe(
  v.strictObject({
    id: shortId,
    /** The patient: both tellings of one patient share it. */
    cluster: shortId,
    stratum: v.picklist(ELIGIBILITY_STRATA, `must be one of ${ELIGIBILITY_STRATA.join(', ')}`),
    /** In whose words the patient is told. */
    register: v.picklist(REGISTERS, `must be one of ${REGISTERS.join(', ')}`),
    /** Number of the pair: its items differ in the telling alone. */
    pair: wholeNumber(1, 9999),
    sentences: v.pipe(
      v.array(lineOfText(300)),
      v.minLength(1, 'must hold at least one sentence'),
      v.maxLength(MAX_SENTENCES, `must hold at most ${String(MAX_SENTENCES)} sentences`),
    ),
    criterion: lineOfText(300),
    /** Whether the patient meets the criterion. */
    label: v.boolean(),
    /** 1-based numbers of the sentences that decide it, ascending, whichever the verdict. */
    evidence: v.pipe(
      v.array(wholeNumber(1, MAX_SENTENCES)),
      v.minLength(1, 'must name at least one sentence, for a no as for a yes'),
      v.maxLength(MAX_SENTENCES, `must hold at most ${String(MAX_SENTENCES)} numbers`),
    ),
  }),
  v.forward(
    v.check(
      ({ evidence }) => areAscending(evidence),
      'must be in ascending order, each number once',
    ),
    ['evidence'],
  ),
  v.forward(
    v.check(
      ({ evidence, sentences }) => evidence.every((number) => number <= sentences.length),
      'must not point past the last sentence',
    ),
    ['evidence'],
  ),
);

/** One question: does this patient, told in this register, meet this criterion, and what decides it? */
export type EligibilityItem = v.InferOutput<typeof eligibilityItemSchema>;

/** Reads one line of items.jsonl; `line` is 1-based and only names the place of an error. */
export function parseEligibilityItem(json: string, line: number) {
  return parseJsonWith(eligibilityItemSchema, json, { file: 'items.jsonl', line });
}

/** `yes, as sentence 3 shows` or `no, as sentences 2 and 5 show`. */
function goldInWords(label: boolean, evidence: readonly number[]): string {
  const which =
    evidence.length === 1
      ? `sentence ${evidence.join()} shows`
      : `sentences ${evidence.slice(0, -1).join(', ')} and ${String(evidence.at(-1))} show`;
  return `${label ? 'yes' : 'no'}, as ${which}`;
}

export const trialEligibilityKind: PackKindInfo<EligibilityItem> = {
  parse: parseEligibilityItem,
  clusterOf: ({ cluster }) => cluster,
  stratumOf: ({ stratum }) => stratum,
  stratumWord: 'stratum',
  asks: 'Does the patient meet the criterion, and which sentences decide it?',
  view: ({ criterion, evidence, label, register, sentences }) => ({
    title: criterion.length > 90 ? `${criterion.slice(0, 89)}…` : criterion,
    blocks: [
      {
        kind: 'sentences',
        label: register === 'clinical' ? 'Patient, in clinical words' : 'Patient, in own words',
        sentences,
        gold: evidence,
      },
      { kind: 'text', label: 'Criterion', text: criterion },
    ],
    gold: goldInWords(label, evidence),
  }),
};
