import type { ValueRow } from '../../protocols/metric.ts';
import { protocolOf } from '../../protocols/registry.ts';
import type { Interval } from '../../stats/bootstrapInterval.ts';
import { rankBootstrap } from '../../stats/ratings/rankBootstrap.ts';
import type { RankRange } from '../../stats/ratings/rankByInterval.ts';
import type { WorstAtK } from '../../stats/worstAtK.ts';
import { metricInterval } from '../aggregate.ts';
import { monthlyScores } from '../monthlyScores.ts';
import type { RunSpec } from '../spec.ts';
import { worstAtKOfRuns } from '../worstAtKOfRuns.ts';

/** Runs of one board with the values of their units, for what a summary does not tell. */
export interface PanelRequest {
  readonly protocol: RunSpec['protocol'];
  readonly metricId: string;
  readonly runs: readonly {
    readonly id: string;
    readonly epochs: number;
    readonly units: readonly (ValueRow & { readonly itemId: string })[];
  }[];
}

/** One part of a board, such as a stratum or a month, with each run's figure there. */
export interface PanelPart {
  readonly name: string;
  readonly values: readonly { readonly id: string; readonly interval: Interval | null }[];
}

export interface ItemPanels {
  /** Empty where the items have one stratum only. */
  readonly strata: readonly PanelPart[];
  /** LiveMedBench's line, oldest first; empty where items have no month. */
  readonly months: readonly PanelPart[];
  /** Runs of several epochs. */
  readonly worst: readonly { readonly id: string; readonly curve: readonly WorstAtK[] }[];
  /** Ranks among these runs on the clusters that all of them scored; null where there are none. */
  readonly ranks: {
    readonly clusters: number;
    readonly runs: readonly (RankRange & { readonly id: string })[];
  } | null;
}

function byCluster(rows: readonly ValueRow[]): Map<string, ValueRow[]> {
  const clusters = new Map<string, ValueRow[]>();
  for (const row of rows) {
    const members = clusters.get(row.cluster);
    if (members === undefined) clusters.set(row.cluster, [row]);
    else members.push(row);
  }
  return clusters;
}

/**
 * What boards show below the table, computed from items: a metric by stratum and by month, worst-at-k, and ranks on shared
 * items. Takes up to seconds: for the worker.
 *
 * @throws RangeError where the protocol has no such metric.
 */
export function itemPanels({ protocol, metricId, runs }: PanelRequest): ItemPanels {
  const metric = protocolOf(protocol).metrics.find(({ id }) => id === metricId);
  if (metric === undefined) throw new RangeError(`There is no metric ${metricId}.`);
  const names = [...new Set(runs.flatMap(({ units }) => units.map(({ stratum }) => stratum)))];
  const strata =
    names.length < 2
      ? []
      : names.sort().map((name) => ({
          name,
          values: runs.map(({ id, units }) => ({
            id,
            interval: metricInterval(
              units.filter(({ stratum }) => stratum === name),
              metric,
            ),
          })),
        }));
  const monthly = runs.map(({ id, units }) => ({
    id,
    months: new Map(monthlyScores(units).map(({ month, interval }) => [month, interval])),
  }));
  const months = [...new Set(monthly.flatMap((run) => [...run.months.keys()]))].sort();
  const measured = (units: readonly ValueRow[]): ValueRow[] =>
    units.filter(
      ({ stratum, values }) =>
        typeof values[metric.measuredBy] === 'number' &&
        (metric.measuredIn === undefined || metric.measuredIn === stratum),
    );
  const ranked = rankBootstrap(
    runs.map(({ units }) => byCluster(measured(units))),
    (rows) => metric.estimate(rows),
    { lowerIsBetter: metric.lowerIsBetter === true },
  );
  return {
    strata,
    months: months.map((name) => ({
      name,
      values: monthly.map((run) => ({ id: run.id, interval: run.months.get(name) ?? null })),
    })),
    worst: runs
      .filter(({ epochs }) => epochs > 1)
      .map(({ id, units }) => ({ id, curve: worstAtKOfRuns(units) }))
      .filter(({ curve }) => curve.length > 1),
    ranks:
      ranked === null || runs.length < 2
        ? null
        : {
            clusters: ranked.clusters,
            runs: ranked.ranks.flatMap((range, index) => {
              const id = runs[index]?.id;
              return id === undefined ? [] : [{ id, ...range }];
            }),
          },
  };
}
