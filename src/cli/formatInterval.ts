import type { Interval } from '../core/stats/bootstrapInterval.ts';

/** An estimate with its interval, for boards and tables of plain text: `0.620 [0.580, 0.660]`. */
export function formatInterval(interval: Interval | null): string {
  if (interval === null) return 'not measured';
  const [estimate, low, high] = [interval.estimate, interval.low, interval.high].map((value) =>
    value.toFixed(3),
  );
  return `${estimate ?? ''} [${low ?? ''}, ${high ?? ''}]`;
}
