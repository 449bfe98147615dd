/** Tokens that a decoder is to be fed, and how many of them another sequence may share. */
export interface Sequence {
  readonly ids: readonly number[];
  /** From the start; the rest is fed for this sequence alone, because its logits are wanted. */
  readonly shareable: number;
}

/** Tokens fed once for all sequences below: from `from` up to `to` of any of them. The root feeds none. */
export interface FeedNode {
  readonly from: number;
  readonly to: number;
  /** Indices of sequences that go on from `to` by themselves. */
  readonly leaves: readonly number[];
  readonly children: readonly FeedNode[];
}

/** Fewer shared tokens than this cost more to keep than to feed again. */
export const LEAST_SHARED = 8;

function commonLength(a: readonly number[], b: readonly number[], most: number): number {
  let length = 0;
  while (length < most && a[length] === b[length]) length += 1;
  return length;
}

function byTokens(a: readonly number[], b: readonly number[]): number {
  const at = commonLength(a, b, Math.min(a.length, b.length));
  return (a[at] ?? -1) - (b[at] ?? -1);
}

/**
 * The sequences as a trie: what several begin with alike is a node, fed once, whose keys and values those below fork. To
 * be walked depth first, so that only the nodes on the way down are kept.
 */
export function planFeeds(sequences: readonly Sequence[], leastShared = LEAST_SHARED): FeedNode {
  const order = sequences
    .map((sequence, index) => ({ ...sequence, index }))
    .sort((a, b) => byTokens(a.ids, b.ids) || a.index - b.index);
  /** Tokens that each shares with the one before it. */
  const shared = order.map(({ ids, shareable }, at) => {
    const before = order[at - 1];
    if (before === undefined) return 0;
    return commonLength(ids, before.ids, Math.min(shareable, before.shareable));
  });

  const build = (start: number, end: number, from: number, to: number): FeedNode => {
    const leaves: number[] = [];
    const children: FeedNode[] = [];
    for (let first = start; first < end;) {
      let next = first + 1;
      while (next < end && (shared[next] ?? 0) >= to + leastShared) next += 1;
      if (next === first + 1) leaves.push(order[first]?.index ?? -1);
      else children.push(build(first, next, to, Math.min(...shared.slice(first + 1, next))));
      first = next;
    }
    return { from, to, leaves, children };
  };
  return build(0, order.length, 0, 0);
}

/** Tokens that the plan feeds, against those of all sequences one by one. */
export function feedCost(
  sequences: readonly Sequence[],
  node: FeedNode,
): { readonly fed: number; readonly apart: number } {
  let fed = node.to - node.from;
  for (const leaf of node.leaves) fed += (sequences[leaf]?.ids.length ?? 0) - node.to;
  for (const child of node.children) fed += feedCost(sequences, child).fed;
  return { fed, apart: sequences.reduce((sum, { ids }) => sum + ids.length, 0) };
}
