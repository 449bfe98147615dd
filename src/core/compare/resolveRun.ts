import { runIdentity, type RunSpec } from '../runs/spec.ts';

/**
 * The run that an address names. A run that was played here is named by its spec alone, so that whoever was sent a link of it,
 * and keeps it under another id, has the same comparison; undefined where there is none.
 */
export function resolveRun<Run extends { runId: string; spec: RunSpec }>(
  runId: string,
  runs: readonly Run[],
): Run | undefined {
  const exact = runs.find((run) => run.runId === runId);
  if (exact !== undefined || !/^[0-9a-f]{64}$/u.test(runId)) return exact;
  return runs.find(({ spec }) => runIdentity(spec) === runId);
}
