/** Whether more or less of something is better. */
export type Better = 'higher' | 'lower';

/**
 * Indexes of the points that no other is at least as good as in both directions and better in one, in the order of x. Of equal
 * points all are on the front.
 */
export function paretoFront(
  points: readonly { readonly x: number; readonly y: number }[],
  better: { readonly x: Better; readonly y: Better },
): number[] {
  const signX = better.x === 'higher' ? 1 : -1;
  const signY = better.y === 'higher' ? 1 : -1;
  const isBeaten = ({ x, y }: { x: number; y: number }): boolean =>
    points.some((other) => {
      const [dx, dy] = [signX * (other.x - x), signY * (other.y - y)];
      return dx >= 0 && dy >= 0 && (dx > 0 || dy > 0);
    });
  return points
    .map((_, index) => index)
    .filter((index) => {
      const point = points[index];
      return point !== undefined && !isBeaten(point);
    })
    .sort((a, b) => (points[a]?.x ?? 0) - (points[b]?.x ?? 0) || a - b);
}
