import type { RunSpec } from '../../core/runs/spec.ts';
import type { LengthCorrelation } from '../../core/stats/comparison/lengthDependence.ts';
import { formatDecimal, formatInterval, formatQuantity } from '../formatNumber.ts';
import {
  describeInterval,
  describeModel,
  type Explanation,
  type ReceiptFact,
} from './receiptFacts.ts';

function fact(term: string, value: string, isCode = false): ReceiptFact {
  return { term, value, isCode };
}

/** A p value: `0.23`, `0.012`, `below 0.001`. */
export function pInWords(p: number): string {
  if (p < 0.001) return 'below 0.001';
  return p.toFixed(p < 0.1 ? 3 : 2);
}

/** What stands behind the correlation of being right with length, and the tests that it is negligible. */
export function explainLength(
  found: LengthCorrelation,
  measure: string,
  which: string,
  spec: RunSpec,
): Explanation {
  const { r, interval, n, clusters, bound, pValue, pClustered } = found;
  const limit = formatDecimal(bound, 1);
  return {
    facts: [
      fact('Correlation', interval === null ? formatDecimal(r, 3) : formatInterval(interval, 3)),
      fact(
        'Formula',
        `Pearson’s r of an answer being right (1) or wrong (0, unreadable ones among them) with the number of ${measure} of its note.`,
      ),
      fact(
        'Rows',
        `${formatQuantity(n, 'item')} of ${formatQuantity(clusters, 'cluster')}: ${which}`,
      ),
      fact(
        'Interval',
        interval === null ? 'too few resamples have a correlation' : describeInterval(interval),
      ),
      fact(
        'Equivalence',
        `Two one-sided tests (TOST, Schuirmann 1987) by Fisher’s z that r lies within ±${limit}, a bound that was settled before any run; MedicalBench (A3) shows so that accuracy does not depend on a note’s length.`,
      ),
      fact(
        'In symbols',
        'p = max(1 − Φ((z + z_δ) / se), 1 − Φ((z_δ − z) / se)), z = atanh r, z_δ = atanh δ',
        true,
      ),
      fact(
        'p, items independent',
        pValue === null
          ? 'none of a perfect correlation'
          : `${pInWords(pValue)}, with se = 1 / √(n − 3), as published`,
      ),
      fact(
        'p, by document',
        pClustered === null
          ? 'none: the interval has no width in z'
          : `${pInWords(pClustered)}, with se = (atanh high − atanh low) / 3.92 of the interval above. Items of one document share its length, so they are no independent witnesses`,
      ),
      fact(
        'Rule',
        'Equivalent where both p are below 0.05; a correlation where the interval lies on one side of 0. That both p must agree is ours.',
      ),
      fact(
        'What to doubt',
        'A straight line may miss what happens at the shortest and the longest notes. Length is not drawn at random: a pack’s long notes may be harder or easier for other reasons.',
      ),
      fact('Pack', spec.packId, true),
      fact('Pack hash', spec.packHash, true),
      fact('Protocol', `${spec.protocol.id}@${String(spec.protocol.version)}`, true),
      fact('Student', describeModel(spec.roles.student), true),
    ],
    command: null,
  };
}
