import { modelKeyAnyDevice, type ModelRef } from '../calls/model.ts';
import { heldBack, type StampedRun } from '../parity/heldBack.ts';
import { findHead } from '../protocols/heads.ts';
import { BALANCED_ACCURACY, JUDGE_VALIDITY } from '../protocols/judgeValidity/names.ts';
import type { ProtocolHead } from '../protocols/protocol.ts';
import type { Interval } from '../stats/bootstrapInterval.ts';
import { isOneCluster } from '../stats/oneCluster.ts';
import type { RunSummary } from './runSummary.ts';
import type { RunSpec } from './spec.ts';

/** What is known of a judge on one pack, from its marks of the pack's reference answers. */
export type JudgeStanding =
  /** Its balanced accuracy lies above a coin's with the whole of its interval. */
  | { kind: 'can-rank'; interval: Interval; runId: string }
  /** It does not; a baseline cannot by what it is, with or without a run. */
  | { kind: 'cannot-rank'; interval: Interval | null; runId: string | null }
  /** Nobody has held it to the authors' marks on this pack. */
  | { kind: 'not-validated' };

/** What the look-up needs of a run, played here, shipped or shared. */
export interface StandingRun extends StampedRun {
  runId: string;
  spec: RunSpec;
  /** Null while the run is not finished. */
  summary: RunSummary | null;
}

/** The protocol that holds a judge to the authors' marks. */
export const VALIDITY_PROTOCOL = JUDGE_VALIDITY;

/** Whether a protocol's scores are a judge's opinion that nothing in the run itself checks. */
export function needsValidJudge({ metrics }: Pick<ProtocolHead, 'metrics'>): boolean {
  return metrics[0]?.basis === 'judge';
}

/** Balanced accuracy of the run that covers most items; devices are not told apart. */
function bestEvidence(
  judge: ModelRef,
  packHash: string,
  runs: readonly StandingRun[],
): { interval: Interval; runId: string } | null {
  let best: { interval: Interval; runId: string } | null = null;
  for (const run of runs) {
    const { runId, spec, summary } = run;
    const { id, version } = spec.protocol;
    if (id !== JUDGE_VALIDITY || findHead(id, version) === undefined) continue;
    if (spec.packHash !== packHash || summary === null || heldBack(run) !== null) continue;
    if (modelKeyAnyDevice(spec.roles.judge) !== modelKeyAnyDevice(judge)) continue;
    const found = summary.metrics.find(({ metricId }) => metricId === BALANCED_ACCURACY);
    const interval = found?.interval ?? null;
    if (interval !== null && interval.n > (best?.interval.n ?? 0)) best = { interval, runId };
  }
  return best;
}

/**
 * Whether a judge's marks on a pack can order students, from finished runs of judge validity over
 * that very pack with the same weights. The rule is ours: the 95 % interval of balanced accuracy
 * must lie above 0.5. One that reaches 0.5 or lies below it cannot rank, nor one of a single document, which has no interval.
 */
export function judgeStanding(
  judge: ModelRef,
  packHash: string,
  runs: readonly StandingRun[],
): JudgeStanding {
  const evidence = bestEvidence(judge, packHash, runs);
  if (judge.source === 'baseline') {
    return {
      kind: 'cannot-rank',
      interval: evidence?.interval ?? null,
      runId: evidence?.runId ?? null,
    };
  }
  if (evidence === null) return { kind: 'not-validated' };
  const isAbove = evidence.interval.low > 0.5 && !isOneCluster(evidence.interval);
  return { kind: isAbove ? 'can-rank' : 'cannot-rank', ...evidence };
}
