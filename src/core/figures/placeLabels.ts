import type { Box } from './scene.ts';

/** A point that would like a label, and its label's size in pixels. */
export interface LabelWish {
  x: number;
  y: number;
  /** Half the size of its mark. */
  r: number;
  width: number;
  height: number;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

const GAP = 4;

/** Right, left, above and below of a point, then the corners, then the same further off. */
function candidates({ x, y, r, width, height }: LabelWish): Box[] {
  return [r + GAP, r + 14].flatMap((away) => {
    const at = (boxX: number, boxY: number): Box => ({ x: boxX, y: boxY, width, height });
    return [
      at(x + away, y - height / 2),
      at(x - away - width, y - height / 2),
      at(x - width / 2, y - away - height),
      at(x - width / 2, y + away),
      at(x + away / 2, y - away - height),
      at(x + away / 2, y + away),
      at(x - away / 2 - width, y - away - height),
      at(x - away / 2 - width, y + away),
    ];
  });
}

/**
 * Places labels beside points so that none covers another, a point, or what else stands there; earlier ones choose first. Null for
 * a label that finds no room: its point is still named when it is read.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  bounds: Box,
  taken: readonly Box[] = [],
): (Box | null)[] {
  const points = wishes.map(({ x, y, r }): Box => ({
    x: x - r,
    y: y - r,
    width: 2 * r,
    height: 2 * r,
  }));
  const placed: Box[] = [];
  return wishes.map((wish) => {
    const box = candidates(wish).find(
      (candidate) =>
        candidate.x >= bounds.x &&
        candidate.y >= bounds.y &&
        candidate.x + candidate.width <= bounds.x + bounds.width &&
        candidate.y + candidate.height <= bounds.y + bounds.height &&
        ![...points, ...placed, ...taken].some((other) => overlap(candidate, other)),
    );
    if (box !== undefined) placed.push(box);
    return box ?? null;
  });
}
