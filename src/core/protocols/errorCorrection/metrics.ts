import { meanOf, type Metric } from '../metric.ts';

/** Metrics of error correction, the leading one first. */
export const errorCorrectionMetrics: readonly Metric[] = [
  {
    id: 'sentenceAccuracy',
    title: 'Sentence accuracy',
    basis: 'gold',
    formula:
      'Share of notes whose answer names the wrong sentence, or says none where there is none; an unreadable answer is wrong.',
    source: 'MEDIQA-CORR 2024 (error sentence detection accuracy)',
    chance: null,
    measuredBy: 'correct',
    estimate: (rows) => meanOf(rows, 'correct'),
  },
  {
    id: 'flagAccuracy',
    title: 'Flag accuracy',
    basis: 'gold',
    formula:
      'Share of notes where the answer is right about whether there is an error, whichever sentence it names; an unreadable answer is wrong.',
    source: 'MEDIQA-CORR 2024 (error flags accuracy)',
    chance: 0.5,
    measuredBy: 'flagCorrect',
    estimate: (rows) => meanOf(rows, 'flagCorrect'),
  },
  {
    id: 'rougeOneComposite',
    title: 'ROUGE-1 composite',
    basis: 'gold',
    formula:
      'Mean over notes of 1 where answer and gold both say none, 0 where one of them does or the answer is unreadable, and else ROUGE-1 F of the given against the gold sentence, whichever number it has.',
    source: 'MEDIQA-CORR 2024 (ROUGE-1 composite); BERTScore and BLEURT are left out',
    chance: null,
    measuredBy: 'rougeOneComposite',
    estimate: (rows) => meanOf(rows, 'rougeOneComposite'),
  },
  {
    id: 'exactCorrection',
    title: 'Exact correction',
    basis: 'gold',
    formula:
      'Share of notes with an error whose answer has the right number and the gold sentence, apart from case and punctuation.',
    source: 'ours',
    chance: null,
    measuredBy: 'exactCorrection',
    estimate: (rows) => meanOf(rows, 'exactCorrection'),
  },
];
