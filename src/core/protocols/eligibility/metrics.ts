import { meanOf, type Metric } from '../metric.ts';
import { verdictF1, verdictMacroF1 } from '../verdictRates.ts';
import { registerDelta } from './registerDelta.ts';

/** Metrics of trial eligibility, the leading one first. */
export const eligibilityMetrics: readonly Metric[] = [
  {
    id: 'verdictF1',
    title: 'Verdict F1',
    basis: 'gold',
    formula:
      '2 TP / (2 TP + FP + FN) over all items, positive = meets the criterion; an unreadable answer on an item that meets it is a false negative. Where half of the items meet it, a coin gets 0.50 and always answering yes 0.67.',
    source: 'NLI4CT and NLI4PR (F1 of the verdict)',
    chance: 0.5,
    measuredBy: 'label',
    estimate: (rows) => verdictF1(rows, 1),
  },
  {
    id: 'macroF1',
    title: 'Macro F1',
    basis: 'gold',
    formula:
      'Mean of the F1 of “meets” and the F1 of “does not meet”; an unreadable answer is a miss of its label. Always answering yes gets 0.33.',
    source: 'NLI4PR (macro F1)',
    chance: 0.5,
    measuredBy: 'label',
    estimate: verdictMacroF1,
  },
  {
    id: 'evidenceF1',
    title: 'Evidence F1',
    basis: 'gold',
    formula:
      'F1 of the cited against the deciding sentences of each item, whichever the verdict and whether or not it is right, averaged over all items; citing nothing scores 0.',
    source: 'NLI4CT sentence F1, macro-averaged (ours)',
    chance: null,
    measuredBy: 'evidenceF1',
    estimate: (rows) => meanOf(rows, 'evidenceF1'),
  },
  {
    id: 'accuracy',
    title: 'Verdict accuracy',
    basis: 'gold',
    formula: 'Share of items whose verdict equals the label; an unreadable answer is wrong.',
    source: 'standard',
    chance: 0.5,
    measuredBy: 'correct',
    estimate: (rows) => meanOf(rows, 'correct'),
  },
  {
    id: 'registerDelta',
    title: 'Patient’s words less clinical words',
    basis: 'gold',
    formula:
      'Mean over patients of right (1 or 0) in the patient’s words less right in clinical words; below 0 where the patient’s words are harder. Patients told once are left out.',
    source: 'NLI4PR compares the two; the paired mean is ours',
    chance: 0,
    measuredBy: 'pair',
    estimate: registerDelta,
  },
];
