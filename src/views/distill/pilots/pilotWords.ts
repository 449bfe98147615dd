import type { FigureFacts } from '../../../core/figures/scene.ts';
import type { Estimate } from '../../../core/distill/pilots/klCurve.ts';
import type { PilotSpec } from '../../../core/distill/pilots/pilotSpec.ts';
import { formatDecimal, formatInterval } from '../../../ui/formatNumber.ts';

/** `0.62 [0.58, 0.66]`, or the figure and why it has no interval. */
export function estimateInWords({ value, interval }: Estimate, digits = 2): string {
  if (Number.isNaN(value)) return 'not measured';
  if (interval === null) return `${formatDecimal(value, digits)} (no interval)`;
  const [low, high] = interval;
  return formatInterval({ estimate: value, low, high }, digits);
}

/** What a figure's numbers come from, for the files that it is saved in. */
export function pilotFacts(spec: PilotSpec): FigureFacts {
  return {
    student: `${spec.student.id} ${spec.student.dtype}`,
    'student revision': spec.student.revision,
    teacher: `${spec.teacher.id} ${spec.teacher.dtype}`,
    'teacher revision': spec.teacher.revision,
    device: spec.student.device,
    pack: spec.pack.id,
    'pack hash': spec.pack.hash,
    protocol: `${spec.pack.protocol.id} ${String(spec.pack.protocol.version)}`,
    problems: spec.problems,
    seed: spec.seed,
  };
}

/** A pilot in a line. */
export function pilotTitle(spec: PilotSpec): string {
  const what =
    spec.kind === 'kl'
      ? `Divergence by position, ${String(spec.rollouts)} rollouts`
      : `Accuracy after beginnings of ${spec.ladder.join(', ')} tokens`;
  return `${what}: ${spec.student.id} under ${spec.teacher.id}`;
}
