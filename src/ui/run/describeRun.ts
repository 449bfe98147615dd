import { isNoModel, type ModelRef } from '../../core/calls/model.ts';
import { endpointHost } from '../../core/endpoints/endpointHost.ts';
import { constantReplyOf } from '../../core/models/constantReply.ts';
import type { RunSummary } from '../../core/runs/runSummary.ts';
import { usesEndpoint, type RunSpec } from '../../core/runs/spec.ts';
import type { Parity } from '../../core/share/bundle.ts';
import { formatCount, formatDelta, formatQuantity } from '../formatNumber.ts';

/** Words for what a model runs on. */
export function describeDevice(device: ModelRef['device']): string {
  switch (device) {
    case 'webgpu':
      return 'WebGPU';
    case 'wasm':
      return 'wasm';
    case 'none':
      return 'no device';
    case 'remote':
      return 'remote';
  }
}

/** The device of a run: its student's, or its judge's where the student computes nothing. */
export function runDevice(spec: RunSpec): ModelRef['device'] {
  const { student, judge } = spec.roles;
  return student.device === 'none' ? judge.device : student.device;
}

/** Why a run of baselines has no parity to measure. */
const NO_DEVICE =
  'This run was played by baselines alone: they compute nothing, so no device can differ.';

/** Why no replay is offered where an endpoint took part. */
const REMOTE_DEVICE =
  'An endpoint took part in this run: what it computes on is not known, so there is no other device to compare with.';

/** Why a run's models cannot be replayed on another device of this machine, or null. */
export function whyNoReplay(spec: RunSpec): string | null {
  if (usesEndpoint(spec)) return REMOTE_DEVICE;
  return runDevice(spec) === 'none' ? NO_DEVICE : null;
}

/** Letters of a constant reply that a list has room for. */
const SHORT_REPLY = 40;

/** A constant reply in one line: `always says “no”`. A line feed shows as ⏎. */
export function saysAlways(reply: string, longest = Number.POSITIVE_INFINITY): string {
  const line = reply.replaceAll('\n', ' ⏎ ');
  const shown = line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
  return `always says “${shown}”`;
}

/** Who played a run, under the heading of its subject. */
export function describePlayers({ roles: { student, judge } }: Pick<RunSpec, 'roles'>): string {
  if (isNoModel(student)) return `as a judge, ${describeStudent(judge)}`;
  const judged = isNoModel(judge) ? '' : `, judged by ${judge.id} (${describeStudent(judge)})`;
  return describeStudent(student) + judged;
}

/** What a run's numbers leave out, by the roles that it has: unscored marks or answers, unreadable answers. */
export function notCounted({ roles }: Pick<RunSpec, 'roles'>, summary: RunSummary): string {
  const parts: string[] = [];
  if (!isNoModel(roles.judge)) {
    const criteria = formatQuantity(summary.criteria, 'criterion', 'criteria');
    parts.push(`${formatCount(summary.unscored)} of ${criteria} unscored`);
  } else if (summary.unscored > 0) {
    // Without a judge it is answers that the runtime gave no number for.
    parts.push(`${formatCount(summary.unscored)} unscored`);
  }
  if (!isNoModel(roles.student)) {
    parts.push(formatQuantity(summary.unreadable, 'unreadable answer'));
  }
  return parts.join(', ');
}

/** What comes before a model's number format: where it is from, unless the site ships it. */
const FROM: Readonly<Record<Exclude<ModelRef['source'], 'baseline' | 'endpoint'>, string>> = {
  bundled: '',
  hub: 'hub, ',
  folder: 'a folder, ',
};

/** A sentence where a run's models can be played again only by who has their folders; null elsewhere. */
export function boundToFolder({
  roles: { student, judge },
}: Pick<RunSpec, 'roles'>): string | null {
  const folders = [student, judge].filter(({ source }) => source === 'folder');
  if (folders.length === 0) return null;
  const names = [...new Set(folders.map(({ id }) => id))].join(' and ');
  return `The files of ${names} came from a folder and are on no server: whoever wants to play this again needs that folder, and the SHA-256 over its files is the model’s revision.`;
}

/** What stands under a student's name on a board. */
export function describeStudent(student: ModelRef): string {
  if (student.source === 'baseline') {
    const constant = constantReplyOf(student);
    return constant === null ? 'baseline' : `baseline, ${saysAlways(constant, SHORT_REPLY)}`;
  }
  if (student.source === 'endpoint') {
    return `endpoint ${endpointHost(student)}, remote, weights unknown`;
  }
  const from = FROM[student.source];
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
