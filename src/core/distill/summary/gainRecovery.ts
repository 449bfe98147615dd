import type { BootstrapOptions } from '../../stats/bootstrapInterval.ts';
import { crossedBootstrap, drawnRight, drawnShare, type Bounds } from './crossedBootstrap.ts';
import { shareRight, sharedSeeds, type MarkRow } from './marks.ts';
import { requireOneExam } from './requireOneExam.ts';

export type GainRecovery =
  | {
      readonly kind: 'defined';
      readonly estimate: number;
      readonly interval: Bounds;
      /** What full distillation gained, the number below the line. */
      readonly fullGain: { readonly estimate: number; readonly interval: Bounds };
      readonly seeds: number;
      readonly items: number;
    }
  | { readonly kind: 'not-defined'; readonly reason: string };

/**
 * Share of full distillation's gain that an arm keeps: (accuracy of the arm - at the start) / (of full - at the start) (methods A1's outputs).
 * 1 is all of it; above 1 is more. Seeds and problems are drawn anew, the same for all three, so the interval is paired.
 *
 * Not defined where the interval of full distillation's own gain includes 0: a share of what may be nothing says nothing (ours).
 *
 * @param start marks of the student before any training.
 * @throws RangeError for rows of different numbers of problems.
 */
export function gainRecovery(
  start: Uint8Array,
  arm: readonly MarkRow[],
  full: readonly MarkRow[],
  options: Partial<BootstrapOptions> = {},
): GainRecovery {
  const [left = [], right = []] = sharedSeeds([arm, full]);
  const [a, b] = [left.map(({ marks }) => marks), right.map(({ marks }) => marks)];
  const items = requireOneExam([start, ...a, ...b]);
  if (a.length < 2 || items === 0) {
    return undefinedFor('It takes two seeds or more that both arms have finished.');
  }
  const startShare = (weights: Float64Array): number => drawnRight(start, weights) / items;
  const bounds = crossedBootstrap(
    { seeds: a.length, items },
    {
      gain: (draw) => drawnShare(b, draw) - startShare(draw.items),
      recovery: (draw) => {
        const gain = drawnShare(b, draw) - startShare(draw.items);
        return gain === 0 ? null : (drawnShare(a, draw) - startShare(draw.items)) / gain;
      },
    },
    options,
  );
  const mean = (rows: readonly Uint8Array[]): number =>
    rows.reduce((sum, row) => sum + shareRight(row), 0) / rows.length;
  const fullGain = mean(b) - shareRight(start);
  const [gainBounds, interval] = [bounds.get('gain') ?? null, bounds.get('recovery') ?? null];
  if (gainBounds === null || interval === null || (gainBounds.low <= 0 && gainBounds.high >= 0)) {
    return undefinedFor('The interval of what full distillation gained includes 0.');
  }
  return {
    kind: 'defined',
    estimate: (mean(a) - shareRight(start)) / fullGain,
    interval,
    fullGain: { estimate: fullGain, interval: gainBounds },
    seeds: a.length,
    items,
  };
}

function undefinedFor(reason: string): GainRecovery {
  return { kind: 'not-defined', reason };
}
