/** What a board has to keep to with 2,000 runs and 1,000,000 item scores in the store. */
export const BOARD_TARGETS = {
  /** From the beginning of the page’s load until search and figure can be used, ms. */
  usableMs: 1000,
  /** From a press to the next paint, ms. */
  paintMs: 100,
  /** The longest task while the table is scrolled, ms. */
  longTaskMs: 50,
  /** Of JavaScript, bytes. */
  memoryBytes: 400e6,
} as const;
