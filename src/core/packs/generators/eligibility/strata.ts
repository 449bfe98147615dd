/**
 * What a criterion asks for. In a `-trap` stratum another line is on the same subject (a relative's,
 * last year's, or a past or planned state decides); `medicine-new` asks for names unseen in training.
 */
export const ELIGIBILITY_STRATA = [
  'condition',
  'condition-trap',
  'no-condition',
  'no-condition-trap',
  'medicine',
  'medicine-trap',
  'medicine-new',
  'age',
  'age-trap',
  'lab',
  'lab-trap',
  'status',
] as const;
export type EligibilityStratum = (typeof ELIGIBILITY_STRATA)[number];
