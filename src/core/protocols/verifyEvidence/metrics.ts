import { balancedAccuracy } from '../../stats/balancedAccuracy.ts';
import { meanOf, type Metric, type ValueRow } from '../metric.ts';
import { verdictF1, verdictMacroF1, verdictPrecision, verdictRecall } from '../verdictRates.ts';
import { consistency, faithfulness } from './contrast.ts';
import { pooledF1, pooledPrecision, pooledRecall } from './pooledEvidence.ts';

/** How the judge's reading of the whole note agrees with the gold label. */
function judgeAgreement(rows: readonly ValueRow[]): number | null {
  const pairs: { truth: boolean; said: boolean }[] = [];
  for (const { values } of rows) {
    if (values.judgeSays === null || values.judgeSays === undefined) continue;
    pairs.push({ truth: values.label === 1, said: values.judgeSays === 1 });
  }
  return balancedAccuracy(pairs);
}

/** Over the cited and gold sentences of all supported originals together. */
const POOLED = { basis: 'gold', chance: null, measuredBy: 'evidenceGold' } as const;
const POOLED_SOURCE =
  'NLI4CT task 2 (sentences pooled over items); over supported items alone, as no other has gold evidence here';

/** Metrics of verification with evidence, the leading one first. */
export const verifyEvidenceMetrics: readonly Metric[] = [
  {
    id: 'verdictF1',
    title: 'Verdict F1',
    basis: 'gold',
    formula:
      '2 TP / (2 TP + FP + FN) over originals, positive = supported; an unreadable answer on a supported item is a false negative. Its chance level depends on the share of supported items (always answering yes gets 0.75 where they are 60 %), so read it beside the random baseline.',
    source: 'MedicalBench task 1 (micro F1)',
    chance: null,
    measuredBy: 'original',
    estimate: (rows) => verdictF1(rows, 1),
  },
  {
    id: 'evidenceF1',
    title: 'Evidence F1',
    basis: 'gold',
    formula:
      'F1 of the cited against the gold sentences of each supported original, averaged over these items; answering no cites nothing and scores 0.',
    source: 'NLI4CT sentence F1, macro-averaged (ours)',
    chance: null,
    measuredBy: 'evidenceF1',
    estimate: (rows) => meanOf(rows, 'evidenceF1'),
  },
  {
    id: 'evidenceRecall',
    title: 'Evidence recall',
    basis: 'gold',
    formula: 'Share of gold sentences that were cited, averaged over supported originals.',
    source: 'MedicalBench task 2',
    chance: null,
    measuredBy: 'evidenceRecall',
    estimate: (rows) => meanOf(rows, 'evidenceRecall'),
  },
  {
    id: 'evidencePrecision',
    title: 'Evidence precision',
    basis: 'gold',
    formula:
      'Share of cited sentences that are gold, averaged over supported originals; citing nothing scores 0. Beside it, recall alone would reward citing everything.',
    source: 'ours, beside MedicalBench task 2',
    chance: null,
    measuredBy: 'evidencePrecision',
    estimate: (rows) => meanOf(rows, 'evidencePrecision'),
  },
  {
    ...POOLED,
    id: 'evidenceMicroF1',
    title: 'Evidence F1, pooled',
    formula:
      '2 TP / (2 TP + FP + FN) over the sentences of all supported originals together: items with much evidence weigh more.',
    source: POOLED_SOURCE,
    estimate: pooledF1,
  },
  {
    ...POOLED,
    id: 'evidenceMicroPrecision',
    title: 'Evidence precision, pooled',
    formula:
      'Share of cited sentences that are gold, over all supported originals together; 0 where nothing is cited.',
    source: POOLED_SOURCE,
    estimate: pooledPrecision,
  },
  {
    ...POOLED,
    id: 'evidenceMicroRecall',
    title: 'Evidence recall, pooled',
    formula: 'Share of gold sentences that were cited, over all supported originals together.',
    source: POOLED_SOURCE,
    estimate: pooledRecall,
  },
  {
    id: 'verdictPrecision',
    title: 'Verdict precision',
    basis: 'gold',
    formula:
      'Share of originals answered yes that are supported: TP / (TP + FP); 0 where none is answered yes. A coin gets the share of supported items.',
    source: 'MedicalBench task 1, NLI4CT task 1',
    chance: null,
    measuredBy: 'original',
    estimate: verdictPrecision,
  },
  {
    id: 'verdictRecall',
    title: 'Verdict recall',
    basis: 'gold',
    formula:
      'Share of supported originals answered yes: TP / (TP + FN); an unreadable answer is not a yes. Always answering yes gets 1, so read it beside precision.',
    source: 'MedicalBench task 1, NLI4CT task 1',
    chance: 0.5,
    measuredBy: 'original',
    estimate: verdictRecall,
  },
  {
    id: 'macroF1',
    title: 'Macro F1',
    basis: 'gold',
    formula:
      'Mean of the F1 of yes and the F1 of no over originals; an unreadable answer is a miss of its label.',
    source: 'NLI4CT-P (SemEval 2024 task 2), on originals',
    chance: null,
    measuredBy: 'original',
    estimate: verdictMacroF1,
  },
  {
    id: 'accuracy',
    title: 'Verdict accuracy',
    basis: 'gold',
    formula: 'Share of originals whose verdict equals the label; an unreadable answer is wrong.',
    source: 'standard',
    chance: 0.5,
    measuredBy: 'original',
    estimate: (rows) => meanOf(rows, 'correct'),
  },
  {
    id: 'faithfulness',
    title: 'Faithfulness',
    basis: 'gold',
    formula:
      'Share of altered copies on which the verdict changes with the label, over those whose original was answered right: the mean of |f(original) − f(copy)|, f being 1 for yes and 0 for no. An unreadable answer counts as the wrong verdict; a copy without its original is left out.',
    source: 'NLI4CT-P (SemEval 2024 task 2)',
    chance: 0.5,
    measuredBy: 'altering',
    estimate: faithfulness,
  },
  {
    id: 'consistency',
    title: 'Consistency',
    basis: 'gold',
    formula:
      'Share of reworded and reordered copies on which the verdict stays, right or wrong: the mean of 1 − |f(original) − f(copy)|. An unreadable answer counts as the wrong verdict; a copy without its original is left out. Always giving one answer scores 1, so read it beside faithfulness.',
    source: 'NLI4CT-P (SemEval 2024 task 2)',
    chance: 0.5,
    measuredBy: 'preserving',
    estimate: consistency,
  },
  {
    id: 'judgeScore',
    title: 'Judge’s marks',
    basis: 'judge',
    formula:
      'Share of an answer’s criteria that the judge marked met, averaged over items; criteria whose reply could not be read are left out and counted.',
    source: 'ours',
    chance: null,
    measuredBy: 'judgeScore',
    estimate: (rows) => meanOf(rows, 'judgeScore'),
  },
  {
    id: 'judgeAgreement',
    title: 'Judge against gold',
    basis: 'judge-against-gold',
    formula:
      'Balanced accuracy of the judge’s own reading of the whole note against the label: the mean of its recall on supported and on unsupported items.',
    source: 'standard',
    chance: 0.5,
    measuredBy: 'judgeSays',
    estimate: judgeAgreement,
  },
];
