import type { PackedBatch } from '../../../src/core/models/zoo/packing.ts';
import type { BatchShape } from './languageGraph.ts';

/** Values of an input with their sizes. */
export interface Feed {
  readonly data: Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer>;
  readonly dims: readonly number[];
}

/** Added to the score of a key that a query may not see; finite, so that no row of softmax is 0/0. */
const BLOCKED = -1e9;

/** What a query may see: its own past in its group's trunk and in its own branch. [rows, 1, 1, length, length]. */
function attentionBias({ rows, length, groups, branches }: PackedBatch): Float32Array<ArrayBuffer> {
  const bias = new Float32Array(rows * length * length).fill(BLOCKED);
  for (let row = 0; row < rows; row++) {
    const start = row * length;
    for (let query = 0; query < length; query++) {
      const line = (start + query) * length;
      const group = groups[start + query];
      const branch = branches[start + query];
      for (let key = 0; key <= query; key++) {
        if (groups[start + key] !== group) continue;
        const keyBranch = branches[start + key];
        if (keyBranch === 0 || keyBranch === branch) bias[line + key] = 0;
      }
    }
  }
  return bias;
}

/** The sizes of a batch that its graphs are written for. */
export function batchShape(batch: PackedBatch): BatchShape {
  return {
    rows: batch.rows,
    length: batch.length,
    sites: batch.sites.length,
    headSites: batch.headSites.length,
    guideSites: batch.guideSites.length,
  };
}

function vector(data: Feed['data']): Feed {
  return { data, dims: [data.length] };
}

/** Inputs of the evaluation graph beside the weights. */
export function evaluationFeeds(batch: PackedBatch): Record<string, Feed> {
  const { rows, length } = batch;
  return {
    ids: vector(batch.ids),
    positions: vector(batch.positions),
    bias: { data: attentionBias(batch), dims: [rows, 1, 1, length, length] },
    sites: vector(batch.sites),
    targets: vector(batch.targets),
  };
}

/** Inputs of the gradient graph beside the weights. */
export function gradientFeeds(batch: PackedBatch): Record<string, Feed> {
  return {
    ...evaluationFeeds(batch),
    shares: vector(batch.shares),
    head_sites: vector(batch.headSites),
    head_classes: vector(batch.headClasses),
    head_shares: vector(batch.headShares),
    guide_sites: vector(batch.guideSites),
    guide_targets: { data: batch.guideTargets, dims: [batch.guideSites.length, batch.length] },
    guide_shares: vector(batch.guideShares),
  };
}
