import type { ItemRow } from '../../core/compare/itemRows.ts';
import { tableOf, type Cell } from '../../core/figures/scene.ts';
import { tableCsv } from '../../core/figures/tableFiles.ts';
import type { Metric } from '../../core/protocols/metric.ts';
import type { ProtocolInfo } from '../../core/protocols/protocol.ts';
import { isOneCluster } from '../../core/stats/oneCluster.ts';
import type { ComparedRun } from './comparedRuns.ts';
import type { AdjustedComparison } from './comparing.svelte.ts';
import { inWords } from './words.ts';

/** What is exported of a comparison. */
export interface Compared {
  runs: readonly ComparedRun[];
  baseline: ComparedRun;
  protocol: ProtocolInfo;
  found: readonly AdjustedComparison[];
}

function toCsv(heading: readonly string[], rows: readonly (readonly Cell[])[]): string {
  // Files hold numbers in full, whatever a column's kind.
  return tableCsv(
    tableOf(
      heading.map((title) => ({ title, kind: 'text' })),
      rows,
    ),
  );
}

function runOf({ runs }: Compared, runId: string): ComparedRun | undefined {
  return runs.find(({ id }) => id === runId);
}

function nameOf(run: ComparedRun | undefined): string {
  return run === undefined ? '' : `${run.letter} (${run.model})`;
}

/** The differences in every metric, a line each. */
export function differencesCsv(compared: Compared): string {
  const { baseline, protocol, found } = compared;
  const heading = [
    'metric',
    'run',
    'run_id',
    'baseline',
    'baseline_id',
    'run_value',
    'baseline_value',
    'difference',
    'low_95',
    'high_95',
    'p',
    'p_holm',
    'test',
    'detectable',
    'better',
    'same',
    'worse',
    'n',
    'clusters',
  ];
  const rows = found.map(({ runId, comparison, adjusted }): Cell[] => {
    const { difference, p, counts } = comparison;
    const ends = difference === null || isOneCluster(difference) ? null : difference;
    const title = protocol.metrics.find(({ id }) => id === comparison.metricId)?.title;
    return [
      title ?? comparison.metricId,
      runOf(compared, runId)?.model ?? '',
      runId,
      baseline.model,
      baseline.id,
      comparison.first,
      comparison.second,
      difference?.estimate ?? null,
      ends?.low ?? null,
      ends?.high ?? null,
      p?.value ?? null,
      adjusted,
      p?.test ?? null,
      comparison.detectable,
      counts?.wins ?? null,
      counts?.ties ?? null,
      counts?.losses ?? null,
      comparison.n,
      comparison.clusters,
    ];
  });
  return toCsv(heading, rows);
}

/** The same with the runs' specs, and each comparison in words. */
export function differencesJson(compared: Compared): string {
  const { runs, baseline, protocol, found } = compared;
  const value = {
    format: 'benchside-comparison',
    formatVersion: 1,
    runs: runs.map(({ letter, id, record }) => ({
      letter,
      id,
      origin: record.origin,
      spec: record.spec,
      provenance: record.provenance,
    })),
    baseline: baseline.id,
    comparisons: found.map(({ runId, comparison, adjusted }) => {
      const metric = protocol.metrics.find(({ id }) => id === comparison.metricId);
      const [first, second] = [nameOf(runOf(compared, runId)), nameOf(baseline)];
      return {
        run: runId,
        ...comparison,
        pHolm: adjusted,
        inWords: metric === undefined ? null : inWords(comparison, metric, first, second, adjusted),
      };
    }),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Every item with what each run has in a metric. */
export function itemsCsv(
  runs: readonly ComparedRun[],
  rows: readonly ItemRow[],
  metric: Pick<Metric, 'id'>,
): string {
  return toCsv(
    [
      'item',
      'unit',
      'cluster',
      'stratum',
      ...runs.map(({ letter, model }) => `${letter} ${model} ${metric.id}`),
      'apart',
    ],
    rows.map(({ itemId, unitKey, cluster, stratum, values, spread }) => [
      itemId,
      unitKey,
      cluster,
      stratum,
      ...values,
      spread,
    ]),
  );
}
