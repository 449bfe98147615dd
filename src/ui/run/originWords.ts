import type { RunOrigin } from '../../core/runs/origin.ts';

/** Where a run came from, in words. */
export const ORIGIN_WORDS: Readonly<Record<RunOrigin, string>> = {
  local: 'this browser',
  reference: 'reference run',
  shared: 'shared',
  imported: 'from a file',
  synthetic: 'synthetic',
};
