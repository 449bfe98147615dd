import { balancedAccuracy } from '../../stats/balancedAccuracy.ts';
import { f1FromCounts } from '../../stats/f1FromCounts.ts';
import { meanOf, type Metric, type ValueRow } from '../metric.ts';
import { consistency, faithfulness } from './contrast.ts';

/** Counts of verdicts against labels; an unreadable answer on a supported item is a miss. */
function verdictF1(rows: readonly ValueRow[]): number | null {
  let truePositives = 0;
  let falsePositives = 0;
  let falseNegatives = 0;
  for (const { values } of rows) {
    if (values.label === 1 && values.said === 1) truePositives += 1;
    else if (values.label === 1) falseNegatives += 1;
    else if (values.said === 1) falsePositives += 1;
  }
  return f1FromCounts({ truePositives, falsePositives, falseNegatives });
}

/** How the judge's reading of the whole note agrees with the gold label. */
function judgeAgreement(rows: readonly ValueRow[]): number | null {
  const pairs: { truth: boolean; said: boolean }[] = [];
  for (const { values } of rows) {
    if (values.judgeSays === null || values.judgeSays === undefined) continue;
    pairs.push({ truth: values.label === 1, said: values.judgeSays === 1 });
  }
  return balancedAccuracy(pairs);
}

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
    estimate: verdictF1,
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
