/**
 * Moves labels apart along one axis, as little as possible in squares: isotonic regression by pooling adjacent violators (Barlow et
 * al. 1972) over positions less their rank times the gap. Order is kept; labels of equal position keep the order given.
 *
 * @param wanted where each label would like to stand.
 * @param gap least distance between two of them; it shrinks where they do not all fit between `low` and `high`.
 * @returns where each stands, in the order of `wanted`.
 */
export function spreadLabels(
  wanted: readonly number[],
  gap: number,
  [low, high]: readonly [number, number],
): number[] {
  const room = high - low;
  const step = wanted.length < 2 ? gap : Math.min(gap, room / (wanted.length - 1));
  const order = wanted
    .map((_at, index) => index)
    .sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const blocks: { sum: number; count: number }[] = [];
  order.forEach((index, rank) => {
    let block = { sum: (wanted[index] ?? 0) - rank * step, count: 1 };
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (last.sum / last.count <= block.sum / block.count) break;
      block = { sum: last.sum + block.sum, count: last.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  });
  const highest = high - (wanted.length - 1) * step;
  const placed = new Array<number>(wanted.length).fill(0);
  let rank = 0;
  for (const { sum, count } of blocks) {
    const at = Math.min(Math.max(sum / count, low), Math.max(low, highest));
    for (let member = 0; member < count; member += 1) {
      placed[order[rank] ?? 0] = at + rank * step;
      rank += 1;
    }
  }
  return placed;
}
