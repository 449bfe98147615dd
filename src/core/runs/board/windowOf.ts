/** The part of a list that is drawn, and the room that the rest takes. */
export interface ListWindow {
  /** First and one after the last that is drawn. */
  readonly start: number;
  readonly end: number;
  /** Sum of the sizes of those before, and of those after. */
  readonly before: number;
  readonly after: number;
}

/**
 * What of a list of equally large entries is drawn: those in view, and some on either side, so that a step of the wheel or a
 * key finds them there.
 *
 * @param scrolled how far the list is scrolled, in the unit of `size`; beyond its ends counts as at them.
 * @param room how much of it is in view.
 * @param spare how many more are drawn on either side.
 */
export function windowOfRows(
  count: number,
  size: number,
  scrolled: number,
  room: number,
  spare: number,
): ListWindow {
  if (count === 0 || size <= 0) return { start: 0, end: count, before: 0, after: 0 };
  const shown = Math.ceil(Math.max(0, room) / size);
  const at = Math.min(Math.max(0, Math.floor(scrolled / size)), Math.max(0, count - shown));
  const start = Math.max(0, at - spare);
  const end = Math.min(count, at + shown + 1 + spare);
  return { start, end, before: start * size, after: (count - end) * size };
}

/**
 * The same for entries of different sizes, such as columns: those that any of the view `from` to `to` falls on. The first
 * `pinned` stay in view and are not counted.
 */
export function windowOfSizes(
  sizes: readonly number[],
  from: number,
  to: number,
  pinned: number,
): ListWindow {
  let at = 0;
  let start = sizes.length;
  let end = pinned;
  let before = 0;
  let after = 0;
  for (const [index, size] of sizes.entries()) {
    const next = at + size;
    if (index >= pinned) {
      const isBefore = next <= from;
      const isAfter = at >= to;
      if (isBefore) before += size;
      else if (isAfter) after += size;
      else {
        start = Math.min(start, index);
        end = index + 1;
      }
    }
    at = next;
  }
  return { start: Math.min(start, end), end, before, after };
}
