import type { Interval } from '../core/stats/bootstrapInterval.ts';
import { isOneCluster, ONE_CLUSTER } from '../core/stats/oneCluster.ts';

/** An estimate with its interval, for boards and tables of plain text: `0.620 [0.580, 0.660]`. */
export function formatInterval(interval: Interval | null): string {
  if (interval === null) return 'not measured';
  const [estimate, low, high] = [interval.estimate, interval.low, interval.high].map((value) =>
    value.toFixed(3),
  );
  if (isOneCluster(interval)) return `${estimate ?? ''} (${ONE_CLUSTER})`;
  return `${estimate ?? ''} [${low ?? ''}, ${high ?? ''}]`;
}
