import { modelKeyAnyDevice } from '../core/calls/model.ts';
import { findProtocol } from '../core/protocols/registry.ts';
import type { Execution } from '../core/share/bundle.ts';
import type { RunReport } from '../core/share/pageApi.ts';
import type { Interval } from '../core/stats/bootstrapInterval.ts';

function formatInterval(interval: Interval | null): string {
  if (interval === null) return 'not measured';
  const [estimate, low, high] = [interval.estimate, interval.low, interval.high].map((value) =>
    value.toFixed(3),
  );
  return `${estimate ?? ''} [${low ?? ''}, ${high ?? ''}]`;
}

function table(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function ranOn({ hardware, device }: Execution): string {
  return hardware || device;
}

/** The leaderboard of a few runs over one pack, best first by the protocol's leading metric. */
export function formatBoard(reports: readonly RunReport[]): string {
  const finished = reports.flatMap(({ summary, bundle, state }) =>
    summary === null || bundle === null ? [] : [{ summary, bundle, state }],
  );
  const [first] = finished;
  if (first === undefined) return 'No run was finished.';
  const { spec } = first.bundle;
  const metrics = findProtocol(spec.protocol.id, spec.protocol.version)?.metrics ?? [];
  const leading = (row: (typeof finished)[number]): number =>
    row.summary.metrics[0]?.interval?.estimate ?? Number.NEGATIVE_INFINITY;
  const sorted = [...finished].sort((a, b) => leading(b) - leading(a));
  // What all rows share stands above the table; what tells them apart gets a column.
  const hardware = (['student', 'judge'] as const).map((role) => {
    const cells = sorted.map(({ bundle }) => ranOn(bundle.provenance[role]));
    return { title: `${role} on`, cells, isShared: new Set(cells).size === 1 };
  });
  const columns = hardware.filter(({ isShared }) => !isShared);
  const rows = sorted.map(({ summary, bundle }, index) => [
    bundle.spec.roles.student.id,
    ...metrics.map((metric) =>
      formatInterval(
        summary.metrics.find(({ metricId }) => metricId === metric.id)?.interval ?? null,
      ),
    ),
    String(summary.units),
    String(summary.unscored),
    String(summary.unreadable),
    ...columns.map(({ cells }) => cells[index] ?? ''),
  ]);
  const head = [
    'student',
    ...metrics.map(({ title }) => title),
    'n',
    'unscored',
    'unreadable',
    ...columns.map(({ title }) => title),
  ];
  const shared = hardware.filter(({ isShared }) => isShared);
  return [
    `${spec.packId} (${spec.packHash.slice(0, 12)}), ${spec.protocol.id}@${String(spec.protocol.version)}, judge ${modelKeyAnyDevice(spec.roles.judge).slice(0, 60)}`,
    [
      ...shared.map(({ title, cells }) => `${title} ${cells[0] ?? ''}`),
      '95 % bootstrap intervals',
    ].join('; '),
    '',
    table([head, ...rows]),
  ].join('\n');
}
