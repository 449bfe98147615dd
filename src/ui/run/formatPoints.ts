import { formatDecimal } from '../formatNumber.ts';

/** A criterion's weight with its sign: `+5`, `−9`, `+2.5`. */
export function formatPoints(points: number): string {
  const sign = points > 0 ? '+' : '';
  return `${sign}${formatDecimal(points, Number.isInteger(points) ? 0 : 1)}`;
}
