import type { FrontierPoint } from '../../charts/frontier/layout.ts';
import type { MetricHead } from '../../core/protocols/metric.ts';
import type { BoardRun } from '../../core/runs/board/boardEntry.ts';
import { subjectOf } from '../../core/runs/spec.ts';
import { modelColour } from '../../ui/modelColour.ts';
import { intervalOf } from './figureRows.ts';

/** What a score is held against. */
export type Cost = 'parameters' | 'calls';

/**
 * Model calls a second of a run, over the time in which it was played; null where some were answered from memory, which takes no time,
 * and for baselines, which compute nothing.
 */
export function callsPerSecond({
  provenance,
  spec,
}: Pick<BoardRun, 'provenance' | 'spec'>): number | null {
  if (provenance === null || subjectOf(spec).source === 'baseline') return null;
  const { activeMs, callsMade, callsRemembered } = provenance;
  return callsMade === 0 || callsRemembered > 0 || activeMs === 0
    ? null
    : (callsMade * 1000) / activeMs;
}

/**
 * Runs of a board by cost and score; those without either are left out.
 *
 * @param sizeOf parameters of a model that the site ships, by its id.
 */
export function costPoints(
  runs: readonly BoardRun[],
  metric: MetricHead,
  cost: Cost,
  sizeOf: (modelId: string) => number | null,
): FrontierPoint[] {
  return runs.flatMap((run): FrontierPoint[] => {
    const subject = subjectOf(run.spec);
    const size = subject.source === 'bundled' ? sizeOf(subject.id) : null;
    const x = cost === 'parameters' ? size : callsPerSecond(run);
    const score = intervalOf(run, metric);
    if (x === null || score === null) return [];
    return [
      { id: run.runId, label: subject.id, x, score, kind: 'student', colour: modelColour(subject) },
    ];
  });
}
