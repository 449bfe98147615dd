import type { Dtype } from '../calls/model.ts';

/** A model as the reader picks it, before device and revision are settled. */
export type ModelChoice =
  /** One that this browser has the address of; see `EndpointsStore`. */
  | { source: 'endpoint'; id: string; revision: string }
  /** Without a number format, the first that the model ships. Any text: it may have been typed. */
  | { source: 'bundled'; id: string; dtype?: string }
  | { source: 'baseline'; id: 'random' | 'majority' }
  | { source: 'hub'; id: string; revision: string; dtype: Dtype }
  /** A folder that this browser keeps; its revision is `folderRevision`. */
  | { source: 'folder'; id: string; revision: string; dtype: Dtype };

/** One that needs no address. */
export type LocalChoice = Exclude<ModelChoice, { source: 'endpoint' }>;
