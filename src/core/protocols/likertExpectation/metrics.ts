import { judgeMean } from '../judgeMean.ts';
import type { Metric } from '../metric.ts';
import { PROMPT_AXES, RESPONSE_AXES, ratingName } from './axes.ts';

const NORMALISED =
  'expected digit among those with at least 1 % of the probability, less 1, over 4, averaged over items: 0 at worst, 1 at best';

/** Metrics of ratings by expectation, the leading one first. */
export const likertExpectationMetrics: readonly Metric[] = [
  judgeMean({
    id: 'rating',
    title: 'Mean rating',
    formula: `Mean over the six response axes that could be read of: ${NORMALISED}.`,
    source: 'PEEM’s response axes, G-Eval’s expectation; the mean over axes is ours',
  }),
  judgeMean({
    id: 'reward',
    title: 'Overall reward',
    formula:
      'Expected digit from 1 to 9 of the answer as a whole, over the softmax of all nine digits, less 1, over 8, averaged over items. Left out and counted where the nine together have less than 1 % of the probability.',
    source: 'OPRM',
  }),
  judgeMean({
    id: 'referenceOrder',
    title: 'Order of references',
    basis: 'judge-against-gold',
    formula:
      'Probability that a rating from 1 to 9 drawn for the good reference answer is above one drawn for the flawed one, an equal one counting half, averaged over items. A judge that cannot tell them apart gets 0.50, and its ratings of students say as little.',
    source: 'OPRM’s joint of two ratings; over reference answers it is ours',
    chance: 0.5,
  }),
  judgeMean({
    id: 'variance',
    title: 'Variance of the ratings',
    formula:
      'Variance of the digit under the judge’s distribution, averaged over the response axes and items, in squares of a step: 0 when sure, 2 for five equal probabilities, 4 for one half on each end. Not a fault of the answer; it says how unsure the judge is.',
    source: 'OPRM (variance as uncertainty)',
  }),
  ...RESPONSE_AXES.map((axis) =>
    judgeMean({
      id: ratingName('response', axis),
      title: axis.title,
      formula: `${axis.means} The ${NORMALISED}.`,
      source: 'PEEM, G-Eval',
    }),
  ),
  judgeMean({
    id: 'promptRating',
    title: 'Rating of the questions',
    formula: `Mean over the three prompt axes (clarity and structure, linguistic quality, fairness) of: ${NORMALISED}. The same for every student.`,
    source: 'PEEM’s prompt axes',
  }),
  ...PROMPT_AXES.map((axis) =>
    judgeMean({
      id: ratingName('prompt', axis),
      title: `Question: ${axis.title.toLowerCase()}`,
      formula: `Of what the user wrote: ${axis.means} The ${NORMALISED}. The same for every student.`,
      source: 'PEEM, G-Eval',
    }),
  ),
];
