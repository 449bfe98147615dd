import type { ForestRow } from '../../charts/forestPlot/layout.ts';
import type { MetricHead } from '../../core/protocols/metric.ts';
import type { Interval } from '../../core/stats/bootstrapInterval.ts';
import { formatRoute } from '../../core/share/route.ts';
import { modelColour } from '../../ui/modelColour.ts';
import { isNoModel } from '../../core/calls/model.ts';
import type { BoardRun } from '../../core/runs/board/boardEntry.ts';
import { subjectOf } from '../../core/runs/spec.ts';
import { ORIGIN_WORDS } from '../../ui/run/originWords.ts';
import { describeStudent } from '../../ui/run/describeRun.ts';

/** A run's value of a metric; null where it does not measure it. */
export function intervalOf(run: BoardRun, metric: MetricHead): Interval | null {
  const values = run.summary?.metrics ?? [];
  return values.find(({ metricId }) => metricId === metric.id)?.interval ?? null;
}

/**
 * Runs of one pack and protocol as rows of the forest plot.
 *
 * @param markOf what a row must say about its judge, or null.
 */
export function figureRows(
  runs: readonly BoardRun[],
  metric: MetricHead,
  markOf: (run: BoardRun) => string | null = () => null,
): ForestRow[] {
  const judges = new Set(runs.map((run) => run.spec.roles.judge.id));
  return runs.map((run) => {
    const { student, judge } = run.spec.roles;
    const subject = subjectOf(run.spec);
    const parts = [describeStudent(subject)];
    // The judge is in the table; here only where it tells rows apart.
    if (judges.size > 1 && !isNoModel(student)) parts.push(`judged by ${judge.id}`);
    const mark = markOf(run);
    if (mark !== null) parts.push(mark);
    parts.push(ORIGIN_WORDS[run.origin]);
    return {
      id: run.runId,
      label: subject.id,
      sublabel: parts.join(' · '),
      interval: intervalOf(run, metric),
      kind: subject.source === 'baseline' ? 'baseline' : 'student',
      colour: modelColour(subject),
      href: formatRoute({ view: 'result', runId: run.runId }),
    };
  });
}
