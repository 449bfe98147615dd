import type { MetricHead } from '../../core/protocols/metric.ts';

const WORDS: Record<MetricHead['basis'], string> = {
  gold: 'the gold labels of the pack',
  judge: 'the judge’s marks, which are another model’s opinion',
  'judge-against-gold': 'the judge itself, held to the gold labels',
};

/** Whose opinion a metric is. */
export function basisInWords(basis: MetricHead['basis']): string {
  return WORDS[basis];
}
