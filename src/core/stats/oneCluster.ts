/** What stands where an interval would, of a figure whose rows all come from one document. */
export const ONE_CLUSTER = 'one document: no interval';

/**
 * Whether an interval was drawn from fewer than two clusters. A bootstrap over clusters then draws the same rows every time: low and
 * high fall on the estimate, which looks like certainty and is the want of anything to be certain by. Such a figure is shown alone,
 * and nothing is called different by it. Intervals that count no clusters, such as those over seeds, are left as they are.
 */
export function isOneCluster({ clusters }: { readonly clusters?: number | undefined }): boolean {
  return clusters !== undefined && clusters < 2;
}
