import { modelKey } from '../../calls/model.ts';
import type { KlCurve } from './klCurve.ts';
import type { KlRollout, PrefixOutcome } from './outcomes.ts';
import type { PilotSpec } from './pilotSpec.ts';
import type { PrefixCurve } from './prefixCurve.ts';

/** What a pilot was made with, beside its spec. */
export interface PilotProvenance {
  readonly pilotId: string;
  readonly finishedAt: string | null;
  readonly appVersion: string;
  readonly hardware: { readonly teacher: string | null; readonly student: string | null };
  readonly callsMade: number;
  readonly callsRemembered: number;
}

/** A pilot as a file: everything that its figures can be recomputed from. */
export function pilotJson(
  spec: PilotSpec,
  provenance: PilotProvenance,
  outcomes: readonly KlRollout[] | readonly PrefixOutcome[],
): string {
  const file = { format: 'benchside-pilot', formatVersion: 1, spec, provenance, outcomes };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** The curve of divergence as CSV. A cell is empty where there are too few problems for an interval. */
export function klCsv(spec: PilotSpec, curve: KlCurve): string {
  const header = [
    'position',
    'alive',
    'mean_kl',
    'low',
    'high',
    'share',
    'share_low',
    'share_high',
  ];
  const rows = curve.positions.map(({ t, alive, mean, share }) => [
    t,
    alive,
    mean.value,
    mean.interval?.[0],
    mean.interval?.[1],
    share.value,
    share.interval?.[0],
    share.interval?.[1],
  ]);
  return csv(spec, header, rows);
}

/** Accuracies after beginnings as CSV, a line for each length. */
export function prefixCsv(spec: PilotSpec, curve: PrefixCurve): string {
  const arms = ['alone', 'teacher', 'own', 'other'] as const;
  const header = [
    'k',
    'problems',
    'left_out_short',
    'left_out_gives_away',
    ...arms.flatMap((arm) => [arm, `${arm}_low`, `${arm}_high`]),
  ];
  const rows = curve.points.map(({ k, problems, short, givesAway, accuracy }) => [
    k,
    problems,
    short,
    givesAway,
    ...arms.flatMap((arm) => {
      const of = accuracy?.[arm];
      return [of?.value, of?.interval?.[0], of?.interval?.[1]];
    }),
  ]);
  return csv(spec, header, rows);
}

function csv(
  spec: PilotSpec,
  header: readonly string[],
  rows: readonly (readonly (number | undefined)[])[],
): string {
  const cell = (value: number | undefined): string =>
    value === undefined || Number.isNaN(value) ? '' : String(value);
  const about = [
    `# student ${modelKey(spec.student)}`,
    `# teacher ${modelKey(spec.teacher)}`,
    `# pack ${spec.pack.id} ${spec.pack.hash}, seed ${spec.seed.replaceAll(/\s/gu, ' ')}`,
  ];
  return `${[...about, header.join(','), ...rows.map((row) => row.map(cell).join(','))].join('\n')}\n`;
}
