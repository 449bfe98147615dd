import type { ParityStanding } from '../../core/runs/board/boardEntry.ts';

/** What the parity probe said, in words. */
export const PARITY_WORDS: Readonly<Record<ParityStanding, string>> = {
  reference: 'wasm, the reference',
  pass: 'passed',
  fail: 'failed',
  unknown: 'unknown',
  'not-applicable': 'nothing to compare',
};
