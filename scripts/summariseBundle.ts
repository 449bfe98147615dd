import { summarise } from '../src/core/runs/aggregate.ts';
import type { ResultBundle } from '../src/core/share/bundle.ts';
import type { ReferenceIndex } from '../src/core/share/referenceRuns.ts';
import { openShippedRun } from './results/readShippedRuns.ts';

/** Summary of a shipped run over this checkout's pack; null when that pack or protocol is another. */
export async function summariseBundle(
  bundle: ResultBundle,
): Promise<ReferenceIndex['runs'][number]['summary'] | null> {
  const run = await openShippedRun(bundle);
  if (run === null) return null;
  const summary = summarise(run.protocol, run.rows);
  return { ...summary, metrics: [...summary.metrics] };
}
