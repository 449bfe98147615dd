import type { HeatMapData } from '../../charts/heatMap/layout.ts';
import type { SlopeChartData } from '../../charts/slopeChart/layout.ts';
import type { StripData } from '../../charts/strip/layout.ts';
import type { ItemRow } from '../../core/compare/itemRows.ts';
import type { Interval } from '../../core/stats/bootstrapInterval.ts';
import { stratumName } from '../../ui/run/stratumName.ts';
import type { ComparedRun } from './comparedRuns.ts';

function nameOf({ letter, model }: ComparedRun): string {
  return `${letter} ${model}`;
}

/** Items as they are listed, under every run. */
export function itemHeatMap(
  runs: readonly ComparedRun[],
  rows: readonly ItemRow[],
  title: string,
): HeatMapData {
  const known = rows.flatMap(({ values }) => values.filter((value) => value !== null));
  return {
    rows: rows.map(({ unitKey, itemId }) => ({ id: unitKey, label: itemId })),
    columns: runs.map((run) => ({ id: run.id, label: nameOf(run) })),
    values: rows.map(({ values }) => values),
    valueTitle: title,
    rowTitle: 'Item',
    columnTitle: 'Run',
    scale: { kind: 'sequential', from: Math.min(0, ...known), to: Math.max(1, ...known) },
  };
}

function meanOf(rows: readonly ItemRow[], run: number): number {
  return rows.reduce((sum, { values }) => sum + (values[run] ?? 0), 0) / rows.length;
}

/** Mean of each stratum under two runs, over the items on which both have a value. */
export function strataSlopes(
  runs: readonly ComparedRun[],
  rows: readonly ItemRow[],
  [left, right]: readonly [number, number],
  title: string,
): SlopeChartData {
  const strata = new Map<string, ItemRow[]>();
  for (const row of rows) {
    if ((row.values[left] ?? null) === null || (row.values[right] ?? null) === null) continue;
    strata.set(row.stratum, [...(strata.get(row.stratum) ?? []), row]);
  }
  const nameAt = (place: number): string => {
    const run = runs[place];
    return run === undefined ? '' : nameOf(run);
  };
  return {
    rows: [...strata].map(([stratum, members]) => ({
      id: stratum,
      label: `${stratumName(stratum) || 'all items'} (${String(members.length)})`,
      left: { estimate: meanOf(members, left) },
      right: { estimate: meanOf(members, right) },
      kind: 'student',
      colour: meanOf(members, right) < meanOf(members, left) ? '--not-met' : '--met',
    })),
    leftTitle: nameAt(left),
    rightTitle: nameAt(right),
    valueTitle: title,
    rowTitle: 'Group',
  };
}

/** How far each run is from the baseline, item by item. */
export function differenceStrip(
  runs: readonly ComparedRun[],
  rows: readonly ItemRow[],
  baseline: number,
  title: string,
  intervalOf: (runId: string) => Interval | null,
): StripData {
  return {
    rows: runs.flatMap((run, place) => {
      if (place === baseline) return [];
      const values = rows.flatMap((row) => {
        const [own, base] = [row.values[place] ?? null, row.values[baseline] ?? null];
        return own === null || base === null ? [] : [own - base];
      });
      const interval = intervalOf(run.id);
      return [{ id: run.id, label: nameOf(run), values, interval, colour: run.colour }];
    }),
    valueTitle: `${title}, less ${runs[baseline]?.letter ?? ''}`,
    rowTitle: 'Run',
    lines: [{ value: 0, label: 'no difference' }],
  };
}
