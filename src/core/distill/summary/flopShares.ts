import type { DistillFlops } from '../experiment.ts';
import { totalFlops } from '../flops.ts';

/** Parts of what was spent that went into writing, scoring and training; they sum to 1. Null where nothing was spent. */
export function flopShares(flops: DistillFlops): DistillFlops | null {
  const total = totalFlops(flops);
  return total === 0
    ? null
    : {
        sampling: flops.sampling / total,
        teacher: flops.teacher / total,
        training: flops.training / total,
      };
}
