import { SPECIAL_IDS } from './tokenizer/tokenizerFiles.ts';

/** One document's token ids with the questions over it: a trunk and its branches. */
export interface EncodedGroup {
  /** Name of the task it was drawn for, under which held-out figures are counted. */
  readonly task: string;
  /** From the user mark to the end of the prefix. */
  readonly trunk: readonly number[];
  /** Index in the trunk of each sentence's last token, and the concept head's class of the sentence. */
  readonly sentences: readonly { readonly at: number; readonly conceptClass: number }[];
  readonly branches: readonly EncodedBranch[];
}

export interface EncodedBranch {
  /** The rest of the prompt, up to and with the assistant mark. */
  readonly question: readonly number[];
  /** What is learned: the reply with the end mark. */
  readonly reply: readonly number[];
  /** The concept head's class of what is asked, read at the assistant mark; null where it has nothing to learn. */
  readonly conceptClass: number | null;
  /**
   * Per reply token, the indices in the trunk that guided attention should look at; the user mark where there is none. Null
   * where attention is not guided.
   */
  readonly looksAt: readonly (readonly number[])[] | null;
}

/** Where a reply stands in a packed batch. */
export interface PackedReply {
  /** The group's task. */
  readonly task: string;
  /** Index into the groups that were packed, and into that group's branches. */
  readonly group: number;
  readonly branch: number;
  /** First of its sites in `sites`, and how many. */
  readonly firstSite: number;
  readonly siteCount: number;
}

/**
 * Rows of T tokens. A group lies in one row: its trunk, then its branches, each with positions that go on from the trunk's
 * end. A token sees its group's trunk and its own branch only, so every branch computes exactly what it would compute as
 * a text of its own, and the trunk is computed once.
 */
export interface PackedBatch {
  readonly rows: number;
  readonly length: number;
  /** Token ids, positions in their own text, group and branch numbers: `rows` x `length` each. */
  readonly ids: Int32Array<ArrayBuffer>;
  readonly positions: Int32Array<ArrayBuffer>;
  /** 1.. in a row; 0 is padding. */
  readonly groups: Int32Array<ArrayBuffer>;
  /** 0 is the trunk. */
  readonly branches: Int32Array<ArrayBuffer>;
  /**
   * Flat indices of the tokens whose next token is scored, those next tokens, and their shares of the loss. A reply of n
   * tokens weighs sqrt(n): by the token, written reasoning would drown verdicts; by the reply, it would starve.
   */
  readonly sites: Int32Array<ArrayBuffer>;
  readonly targets: Int32Array<ArrayBuffer>;
  readonly shares: Float32Array<ArrayBuffer>;
  /** The same for the concept head: tokens that it reads, their classes, and their shares of the loss. */
  readonly headSites: Int32Array<ArrayBuffer>;
  readonly headClasses: Int32Array<ArrayBuffer>;
  readonly headShares: Float32Array<ArrayBuffer>;
  /** Guided attention: tokens, 1 at the places in the row that each should look at ([sites, length]), shares. */
  readonly guideSites: Int32Array<ArrayBuffer>;
  readonly guideTargets: Float32Array<ArrayBuffer>;
  readonly guideShares: Float32Array<ArrayBuffer>;
  readonly replies: readonly PackedReply[];
  /** Tokens that are not padding. */
  readonly tokenCount: number;
}

export interface PackingShape {
  readonly rows: number;
  readonly length: number;
  /** Number of scored sites; every reply token takes one, trunk tokens the rest. */
  readonly sites: number;
  /** Weight of the trunk's mean loss beside the replies' mean loss; 0 for none. */
  readonly trunkWeight: number;
  /** Number of tokens that the concept head reads, and the weight of its mean loss. */
  readonly headSites: number;
  readonly headWeight: number;
  /** Number of reply tokens whose attention is guided, and the weight of its mean loss. */
  readonly guideSites: number;
  readonly guideWeight: number;
}

interface Cursor {
  used: number;
  groupCount: number;
}

/** Packs what fits, in order, and counts what did not. `pickSite(n)` draws an integer in [0, n) for trunk sites. */
export function packGroups(
  groups: readonly EncodedGroup[],
  shape: PackingShape,
  pickSite: (bound: number) => number,
): { batch: PackedBatch; droppedBranches: number } {
  const size = shape.rows * shape.length;
  const ids = new Int32Array(size).fill(SPECIAL_IDS.pad);
  const positions = new Int32Array(size);
  const groupOf = new Int32Array(size);
  const branchOf = new Int32Array(size);
  const sites = new Int32Array(shape.sites);
  const targets = new Int32Array(shape.sites);
  const shares = new Float32Array(shape.sites);
  const headSites = new Int32Array(shape.headSites);
  const headClasses = new Int32Array(shape.headSites);
  const headShares = new Float32Array(shape.headSites);
  const replies: PackedReply[] = [];
  const trunkSites: { site: number; target: number }[] = [];
  const cursors: Cursor[] = Array.from({ length: shape.rows }, () => ({ used: 0, groupCount: 0 }));
  let siteCount = 0;
  const guideSites = new Int32Array(shape.guideSites);
  const guideTargets = new Float32Array(shape.guideSites * shape.length);
  const guideShares = new Float32Array(shape.guideSites);
  let headCount = 0;
  let guideCount = 0;
  let droppedBranches = 0;
  let tokenCount = 0;

  const put = (
    at: number,
    tokens: readonly number[],
    start: number,
    group: number,
    branch: number,
  ) => {
    tokens.forEach((id, i) => {
      ids[at + i] = id;
      positions[at + i] = start + i;
      groupOf[at + i] = group;
      branchOf[at + i] = branch;
    });
    tokenCount += tokens.length;
  };

  const readAt = (site: number, conceptClass: number) => {
    if (headCount === shape.headSites) return;
    headSites[headCount] = site;
    headClasses[headCount] = conceptClass;
    headCount++;
  };

  const lookAt = (site: number, places: readonly number[]) => {
    if (guideCount === shape.guideSites) return;
    guideSites[guideCount] = site;
    for (const place of places) guideTargets[guideCount * shape.length + place] = 1;
    guideCount++;
  };

  groups.forEach((group, groupIndex) => {
    const first = group.branches[0];
    const least =
      group.trunk.length + (first === undefined ? 0 : first.question.length + first.reply.length);
    const row = cursors.findIndex((cursor) => cursor.used + least <= shape.length);
    const cursor = cursors[row];
    if (cursor === undefined || first === undefined) {
      droppedBranches += group.branches.length;
      return;
    }
    const rowStart = row * shape.length;
    cursor.groupCount++;
    const trunkStart = rowStart + cursor.used;
    put(trunkStart, group.trunk, 0, cursor.groupCount, 0);
    cursor.used += group.trunk.length;
    for (const { at, conceptClass } of group.sentences) readAt(trunkStart + at, conceptClass);
    for (let i = 0; i + 1 < group.trunk.length; i++)
      trunkSites.push({ site: trunkStart + i, target: group.trunk[i + 1] ?? 0 });
    group.branches.forEach((branch, branchIndex) => {
      // The last token is only ever a target.
      const tokens = [...branch.question, ...branch.reply.slice(0, -1)];
      if (
        cursor.used + tokens.length > shape.length ||
        siteCount + branch.reply.length > shape.sites
      ) {
        droppedBranches++;
        return;
      }
      const start = rowStart + cursor.used;
      put(start, tokens, group.trunk.length, cursor.groupCount, branchIndex + 1);
      cursor.used += tokens.length;
      if (branch.conceptClass !== null)
        readAt(start + branch.question.length - 1, branch.conceptClass);
      replies.push({
        task: group.task,
        group: groupIndex,
        branch: branchIndex,
        firstSite: siteCount,
        siteCount: branch.reply.length,
      });
      branch.reply.forEach((target, i) => {
        sites[siteCount] = start + branch.question.length - 1 + i;
        targets[siteCount] = target;
        siteCount++;
        if (branch.looksAt === null) return;
        const places = branch.looksAt[i] ?? [];
        lookAt(
          start + branch.question.length - 1 + i,
          (places.length === 0 ? [0] : places).map((place) => trunkStart - rowStart + place),
        );
      });
    });
  });

  const totalWeight = replies.reduce((sum, reply) => sum + Math.sqrt(reply.siteCount), 0);
  for (const { firstSite, siteCount: count } of replies)
    shares.fill(1 / (Math.sqrt(count) * totalWeight), firstSite, firstSite + count);
  headShares.fill(shape.headWeight / headCount, 0, headCount);
  guideShares.fill(shape.guideWeight / guideCount, 0, guideCount);
  // An unused line needs a place to look at all the same: the logarithm of nothing is not a number.
  for (let line = guideCount; line < shape.guideSites; line++)
    guideTargets[line * shape.length] = 1;
  const free = shape.trunkWeight > 0 ? Math.min(shape.sites - siteCount, trunkSites.length) : 0;
  for (let i = 0; i < free; i++) {
    // A partial Fisher-Yates shuffle: each trunk token at most once.
    const j = i + pickSite(trunkSites.length - i);
    const chosen = trunkSites[j];
    const displaced = trunkSites[i];
    if (chosen === undefined || displaced === undefined) break;
    trunkSites[j] = displaced;
    sites[siteCount + i] = chosen.site;
    targets[siteCount + i] = chosen.target;
    shares[siteCount + i] = shape.trunkWeight / free;
  }
  const batch = {
    rows: shape.rows,
    length: shape.length,
    ids,
    positions,
    groups: groupOf,
    branches: branchOf,
    sites,
    targets,
    shares,
    headSites,
    headClasses,
    headShares,
    guideSites,
    guideTargets,
    guideShares,
    replies,
    tokenCount,
  };
  return { batch, droppedBranches };
}
