import type { MetricComparison } from '../../core/compare/compareMetric.ts';
import type { MetricHead } from '../../core/protocols/metric.ts';
import { isOneCluster } from '../../core/stats/oneCluster.ts';
import { formatDecimal, formatInterval, formatQuantity } from '../../ui/formatNumber.ts';

/** p values at or below it are called a difference. */
export const SIGNIFICANT = 0.05;

/** A p value: `0.23`, `0.012`, `below 0.001`. */
export function formatP(p: number): string {
  if (p < 0.001) return 'below 0.001';
  return p < 0.1 ? p.toFixed(3) : p.toFixed(2);
}

/** Digits in which a range can be told from 0: differences of some metrics are of a thousandth. */
function digitsOf(...values: number[]): number {
  const largest = Math.max(...values.map(Math.abs));
  return largest !== 0 && largest < 0.01 ? 4 : 2;
}

/** A comparison in one sentence. `first` and `second` name the runs; `adjusted` is p after Holm. */
export function inWords(
  comparison: MetricComparison,
  metric: Pick<MetricHead, 'basis' | 'lowerIsBetter'>,
  first: string,
  second: string,
  adjusted: number | null,
): string {
  const { difference, n, detectable, counts } = comparison;
  const items = formatQuantity(n, 'item');
  if (n === 0) return `${first} and ${second} have no item that both measure.`;
  if (difference === null) {
    return `The difference of ${first} and ${second} is not defined on these ${items}.`;
  }
  const { estimate, low, high } = difference;
  if (counts?.ties === n) return `${first} and ${second} have the same value on all ${items}.`;
  if (adjusted === null) {
    return `${first} less ${second} is ${formatDecimal(estimate)} on ${items}, too few of which count to say how sure that is.`;
  }
  if (isOneCluster(difference)) {
    return `No difference can be claimed: ${first} less ${second} is ${formatDecimal(estimate, digitsOf(estimate))} on ${items} of one document, which give no interval.`;
  }
  const isUp = estimate >= 0;
  const magnitude = isUp ? difference : { estimate: -estimate, low: -high, high: -low };
  const digits = digitsOf(low, high);
  const by = formatInterval(magnitude, digits);
  const p = `after Holm p ${adjusted < 0.001 ? 'is below 0.001' : `= ${formatP(adjusted)}`}`;
  if (adjusted <= SIGNIFICANT) {
    const isFirst = isUp !== (metric.lowerIsBetter === true);
    const [winner, loser] = isFirst ? [first, second] : [second, first];
    return metric.basis === 'judge'
      ? `The judge marked ${winner} ${metric.lowerIsBetter === true ? 'better' : 'higher'} than ${loser} by ${by} on ${items}; ${p}.`
      : `${winner} is better than ${loser} by ${by} on ${items}; ${p}.`;
  }
  const seen = `No difference can be claimed: ${first} less ${second} is ${formatInterval({ estimate, low, high }, digits)} on ${items}; ${p}.`;
  return detectable === null
    ? `${seen} With so few items on which they differ, hardly any difference could have been seen.`
    : `${seen} A true difference below ${formatDecimal(detectable, digitsOf(detectable))} would mostly have been missed.`;
}
