import type { MetricHead } from '../../core/protocols/metric.ts';
import type { RunSummary } from '../../core/runs/runSummary.ts';
import { isOneCluster } from '../../core/stats/oneCluster.ts';
import { formatInterval } from '../formatNumber.ts';

/**
 * A sentence when a run's judge agrees with the gold labels no better than a coin: its marks then
 * order nothing. Null where it does better, or where there are no gold labels to hold it to.
 */
export function judgeDoubt(
  judgeId: string,
  metrics: readonly MetricHead[],
  summary: RunSummary,
): string | null {
  const metric = metrics.find(({ basis }) => basis === 'judge-against-gold');
  if (metric?.chance == null) return null;
  const interval = summary.metrics.find(({ metricId }) => metricId === metric.id)?.interval;
  if (interval == null) return null;
  if (interval.low > metric.chance && !isOneCluster(interval)) return null;
  return `The marks of ${judgeId} cannot rank anything: against the gold labels, “${metric.title}” is ${formatInterval(interval)}, ${isOneCluster(interval) ? `which cannot say that it lies above ${String(metric.chance)}` : `which is not wholly above ${String(metric.chance)}`}.`;
}
