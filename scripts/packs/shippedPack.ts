import type { PackManifest } from '../../src/core/packs/manifest.ts';
import type { Random } from '../../src/core/random.ts';

/** A pack that the site ships, as a program writes it. */
export interface ShippedPack {
  /** The manifest but for what is counted or computed from the items and the training split. */
  readonly about: Omit<
    PackManifest,
    'format' | 'formatVersion' | 'items' | 'counts' | 'majorityReply'
  >;
  /** The test split, in the order of items.jsonl; the same on every call. */
  readonly items: () => Promise<readonly object[]> | readonly object[];
  /**
   * Right replies of one draw of the training split, from which the majority baseline's one reply is taken; left out where
   * there is no training split.
   */
  readonly trainingReplies?: (random: Random) => readonly string[];
}
