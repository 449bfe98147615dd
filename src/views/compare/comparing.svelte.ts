import type { MetricComparison } from '../../core/compare/compareMetric.ts';
import type { PairRequest } from '../../core/compare/comparePair.ts';
import { holm } from '../../core/stats/comparison/holm.ts';
import type { Lab } from '../../lab/lab.svelte.ts';

/** A metric of one run against the baseline, p adjusted over all that the page shows. */
export interface AdjustedComparison {
  runId: string;
  comparison: MetricComparison;
  /** After Holm; null until all are computed, and where there is no p. */
  adjusted: number | null;
}

/** One run against the baseline. */
interface Task {
  runId: string;
  request: PairRequest;
}

/** The differences of runs from a baseline, computed in the statistics worker, a run at a time. */
export class Comparing {
  status: 'computing' | 'ready' | 'failed' = $state('computing');
  problem: string | null = $state(null);
  /** Runs compared, of how many. */
  done = $state(0);
  total = $state(0);
  #found: readonly AdjustedComparison[] = $state.raw([]);

  /** What is known so far; p values are adjusted when all of it is. */
  get found(): readonly AdjustedComparison[] {
    return this.#found;
  }

  /** Tests that were adjusted together. */
  get tests(): number {
    return this.#found.filter(({ comparison }) => comparison.p !== null).length;
  }

  of(runId: string, metricId: string): AdjustedComparison | undefined {
    return this.#found.find(
      (entry) => entry.runId === runId && entry.comparison.metricId === metricId,
    );
  }

  /** Computes everything anew, until the signal says that something else is wanted. */
  async compute(
    statistics: Lab['statistics'],
    tasks: readonly Task[],
    signal: AbortSignal,
  ): Promise<void> {
    this.status = 'computing';
    this.problem = null;
    this.done = 0;
    this.total = tasks.length;
    this.#found = [];
    try {
      const host = await statistics();
      for (const { runId, request } of tasks) {
        const comparisons = await host.comparePair(request, signal);
        if (signal.aborted) return;
        this.#found = [
          ...this.#found,
          ...comparisons.map((comparison) => ({ runId, comparison, adjusted: null })),
        ];
        this.done += 1;
      }
      this.#found = adjust(this.#found);
      this.status = 'ready';
    } catch (error) {
      if (signal.aborted) return;
      this.problem =
        error instanceof Error ? error.message : 'The statistics could not be computed.';
      this.status = 'failed';
    }
  }
}

function adjust(found: readonly AdjustedComparison[]): AdjustedComparison[] {
  const tested = found.flatMap(({ comparison }, index) =>
    comparison.p === null ? [] : [{ index, p: comparison.p.value }],
  );
  const adjusted = holm(tested.map(({ p }) => p));
  const byIndex = new Map(tested.map(({ index }, rank) => [index, adjusted[rank] ?? null]));
  return found.map((entry, index) => ({ ...entry, adjusted: byIndex.get(index) ?? null }));
}
