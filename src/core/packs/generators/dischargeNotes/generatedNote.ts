import type { Concept } from '../../concept.ts';
import type { Sex } from './fillTemplate.ts';

/** How a pair of note and concept came about. The first three are supported, the others not. */
export const STRATA = [
  'explicit',
  'implicit',
  'hard_positive',
  'random_neg',
  'confusable_neg',
] as const;
export type Stratum = (typeof STRATA)[number];

/** A concept asked of a note, with the answer that follows from the note's construction. */
export interface ConceptPair {
  concept: Concept;
  supported: boolean;
  stratum: Stratum;
  /** 1-based sentence numbers, ascending; every sentence that supports it; empty when none does. */
  evidence: number[];
  /** True when the evidence sentences support the concept only together. */
  jointEvidence: boolean;
}

/** A discharge note and what can be asked of it. */
export interface GeneratedNote {
  /** 3 to 60 sentences without line feeds, none twice. */
  sentences: string[];
  /** The template behind each sentence; for checking, not for models. */
  templateIds: string[];
  /** Of the patient; chose the pronouns. */
  sex: Sex;
  /** Supported and unsupported concepts in random order. */
  pairs: ConceptPair[];
}
