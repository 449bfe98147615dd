/** What a judge said of a criterion. `unscored` means that its reply could not be read. */
export type Verdict = 'met' | 'not-met' | 'unscored';

/** One criterion of one answer, with the judge's verdict. */
export interface CriterionVerdict {
  id: string;
  text: string;
  /** Signed weight; a negative criterion is met when the bad thing is present. */
  points: number;
  verdict: Verdict;
  /** Probability that the judge gave to "met", or null where no model was asked or it was unreadable. */
  probability: number | null;
  /** Why a verdict was not a model's: a rule decided it, or the reply could not be read. */
  note: string | null;
  axis: string | null;
}

/** Evidence of an answer against the gold evidence, as 1-based sentence numbers. */
export interface EvidenceMarks {
  hit: readonly number[];
  missed: readonly number[];
  wrong: readonly number[];
}

/**
 * The score of one item. `values` is what metrics are computed from and what a shared result
 * carries; `detail` is what a reader drills into, and can always be derived again from the replies.
 */
export interface ItemScore {
  /** Named numbers; null where the item does not measure that value. */
  values: Readonly<Record<string, number | null>>;
  detail: ItemDetail;
}

export interface ItemDetail {
  /** The student's reply, exactly as it came. Hostile text: show it as text. */
  answer: string;
  /** False when the reply did not have the asked-for form. */
  readable: boolean;
  criteria: readonly CriterionVerdict[];
  evidence: EvidenceMarks | null;
}
