/** Wordings of one thing. No test wording is ever used in training; its words occur in other training wordings. */
export interface FrameSet {
  readonly train: readonly string[];
  readonly test: readonly string[];
}

export type Split = keyof FrameSet;
