import { pack as clinicalCalculators } from './clinical-calculators.ts';
import { pack as conceptVerification } from './concept-verification.ts';
import { pack as consultGenerated } from './consult-generated.ts';
import { pack as consultRubrics } from './consult-rubrics.ts';
import { pack as entitySpans } from './entity-spans.ts';
import { pack as multipleChoice } from './multiple-choice.ts';
import { pack as multistepArithmetic } from './multistep-arithmetic.ts';
import { pack as noteErrors } from './note-errors.ts';
import { pack as preferences } from './preferences.ts';
import { pack as stepwiseErrors } from './stepwise-errors.ts';
import { pack as trialEligibility } from './trial-eligibility.ts';
import type { ShippedPack } from './shippedPack.ts';

/** Every pack that the site ships, in the order it offers them. */
export const SHIPPED_PACKS: readonly ShippedPack[] = [
  conceptVerification,
  trialEligibility,
  consultGenerated,
  consultRubrics,
  multipleChoice,
  clinicalCalculators,
  stepwiseErrors,
  preferences,
  entitySpans,
  noteErrors,
  multistepArithmetic,
];
