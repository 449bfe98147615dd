import type { ForestRow } from '../../charts/forestPlot/layout.ts';
import type { Metric } from '../../core/protocols/metric.ts';
import type { Interval } from '../../core/stats/bootstrapInterval.ts';
import { formatRoute } from '../../core/share/route.ts';
import type { RunsStore } from '../../lab/runs.svelte.ts';
import { modelColour } from '../../ui/modelColour.ts';
import { describeStudent } from '../../ui/run/describeRun.ts';

export type BoardRun = RunsStore['records'][number];

const originWords = { local: 'this browser', reference: 'reference run', shared: 'shared' };

/** A run's value of a metric; null where it does not measure it. */
export function intervalOf(run: BoardRun, metric: Metric): Interval | null {
  const values = run.summary?.metrics ?? [];
  return values.find(({ metricId }) => metricId === metric.id)?.interval ?? null;
}

/** Runs of one pack as rows of the forest plot. */
export function boardRows(runs: readonly BoardRun[], metric: Metric): ForestRow[] {
  const judges = new Set(runs.map((run) => run.spec.roles.judge.id));
  return runs.map((run) => {
    const { student, judge } = run.spec.roles;
    const parts = [describeStudent(student)];
    // The judge is in the table; here only where it tells rows apart.
    if (judges.size > 1) parts.push(`judged by ${judge.id}`);
    parts.push(originWords[run.origin]);
    return {
      id: run.runId,
      label: student.id,
      sublabel: parts.join(' · '),
      interval: intervalOf(run, metric),
      kind: student.source === 'baseline' ? 'baseline' : 'student',
      colour: modelColour(student),
      href: formatRoute({ view: 'result', runId: run.runId }),
    };
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function nameOf(run: BoardRun): string {
  return run.spec.roles.student.id;
}

/** Runs in the order of a metric, highest first; what does not measure it comes last. */
export function sortRuns(runs: readonly BoardRun[], metric: Metric): BoardRun[] {
  const at = (run: BoardRun): number =>
    intervalOf(run, metric)?.estimate ?? Number.NEGATIVE_INFINITY;
  return [...runs].sort(
    (a, b) => at(b) - at(a) || compareText(nameOf(a), nameOf(b)) || compareText(a.runId, b.runId),
  );
}
