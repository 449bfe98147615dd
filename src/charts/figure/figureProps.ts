import type { FigureFacts } from '../../core/figures/scene.ts';

/** What every chart takes beside its data. */
export interface FigureProps {
  /** What is measured and of what: the figure's heading, and the name of its files. */
  title: string;
  /** A sentence on how to read it. */
  caption?: string;
  /** Where the numbers come from: pack hash, protocol, judge. Saved with picture and data. */
  facts?: FigureFacts;
}
