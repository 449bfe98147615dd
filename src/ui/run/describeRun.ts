import type { ModelRef } from '../../core/calls/model.ts';
import type { RunSpec } from '../../core/runs/spec.ts';
import type { Parity } from '../../core/share/bundle.ts';
import { formatDelta, formatQuantity } from '../formatNumber.ts';

/** Words for what a model runs on. */
export function describeDevice(device: ModelRef['device']): string {
  switch (device) {
    case 'webgpu':
      return 'WebGPU';
    case 'wasm':
      return 'wasm';
    case 'none':
      return 'no device';
  }
}

/** The device of a run: its student's, or its judge's where the student computes nothing. */
export function runDevice(spec: RunSpec): ModelRef['device'] {
  const { student, judge } = spec.roles;
  return student.device === 'none' ? judge.device : student.device;
}

/** Why a run of baselines has no parity to measure. */
export const NO_DEVICE =
  'Both models of this run are baselines: they compute nothing, so no device can differ.';

/** What stands under a student's name on a board. */
export function describeStudent(student: ModelRef): string {
  if (student.source === 'baseline') return 'baseline';
  const from = student.source === 'hub' ? 'hub, ' : '';
  return `${from}${student.dtype}, ${describeDevice(student.device)}`;
}

/** A replay in a table's cell: `0 flips, max |Δ| 3.1e−6`. */
export function shortParity(parity: Parity): string {
  const delta =
    parity.maxAbsDeltaLogprob === null
      ? ''
      : `, max |Δ logprob| ${formatDelta(parity.maxAbsDeltaLogprob)}`;
  return `${describeDevice(parity.device)}: ${formatQuantity(parity.flips, 'flip')}${delta}`;
}

/** Heading of a run's column beside another's. */
export function headingWithDevice(words: string, spec: RunSpec): string {
  const device = runDevice(spec);
  return device === 'none' ? words : `${words}, ${describeDevice(device)}`;
}
