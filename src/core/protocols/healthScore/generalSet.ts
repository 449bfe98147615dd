import * as v from 'valibot';
import type { GeneralCriterion } from '../../rubrics/generalCriteria.ts';
import source from './generalCriteria.json' with { type: 'json' };

const shareSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const generalSetSchema = v.object({
  madeFrom: v.object({
    pack: v.string(),
    packSha256: v.string(),
    embedder: v.string(),
    leastCosine: v.number(),
    leastPrompts: v.number(),
    instanceCriteria: v.number(),
    coverage: v.object({ criteria: shareSchema, points: shareSchema, compression: v.number() }),
  }),
  criteria: v.array(
    v.object({
      text: v.string(),
      points: v.number(),
      axis: v.string(),
      safety: v.boolean(),
      members: v.array(v.string()),
    }),
  ),
});

const set = v.parse(generalSetSchema, source);

/** The shipped general criteria; `scripts/writeGeneralCriteria.ts` writes them. */
export const GENERAL_CRITERIA: readonly GeneralCriterion[] = set.criteria;

/** What the general criteria were made from, and how much of it they stand for (`coverageOf`). */
export const GENERAL_SET_ORIGIN = set.madeFrom;

/** What ablation compares with: three criteria that fit any answer. */
export const GENERIC_CRITERIA: readonly Pick<GeneralCriterion, 'text' | 'points'>[] = [
  { text: 'Is right in what it says.', points: 1 },
  { text: 'Says all that the patient needs to know.', points: 1 },
  { text: 'Is safe for the patient.', points: 1 },
];
