import { isNoModel, type ModelRef } from '../../calls/model.ts';
import type { ParityStamp, Stamps } from '../../parity/stamp.ts';
import type { Parity, Provenance } from '../../share/bundle.ts';
import type { Interval } from '../../stats/bootstrapInterval.ts';
import type { RunOrigin } from '../origin.ts';
import type { RunSummary } from '../runSummary.ts';
import { subjectOf, type RunSpec } from '../spec.ts';

/** What a board needs of a finished run: its summary, and where it came from. No item's score. */
export interface BoardRun {
  readonly runId: string;
  readonly origin: RunOrigin;
  readonly spec: RunSpec;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
  readonly parity: readonly Parity[];
  readonly stamps?: Stamps | undefined;
  readonly provenance: Provenance | null;
  readonly summary: RunSummary | null;
}

/** How large a model is, as its card says. */
export interface ModelSize {
  readonly parameters: number;
  /** Of the files that are loaded. */
  readonly bytes: number;
}

/** Whether a run's numbers were shown to be those of wasm; the weaker of its two roles. */
export type ParityStanding = ParityStamp['verdict'];

/** A run as boards sort, search and narrow it: plain values, made once a run. */
export interface BoardEntry<Run extends BoardRun = BoardRun> {
  readonly run: Run;
  readonly id: string;
  /** Whose numbers these are. */
  readonly model: string;
  /** Null where the protocol has none, or where the judge is what the row is about. */
  readonly judge: string | null;
  readonly device: ModelRef['device'];
  readonly dtype: string;
  readonly origin: RunOrigin;
  readonly parity: ParityStanding;
  /** Milliseconds since the epoch: when the run was finished. */
  readonly date: number;
  readonly size: ModelSize | null;
  readonly promptTokens: number | null;
  readonly newTokens: number | null;
  readonly seconds: number | null;
  /** Tokens written a second; null where replies were remembered, which take no time. */
  readonly tokensPerSecond: number | null;
  readonly intervals: ReadonlyMap<string, Interval>;
  /** In small letters: what a search looks in. */
  readonly text: string;
}

const WEAKEST_FIRST: readonly ParityStanding[] = ['fail', 'unknown', 'pass', 'reference'];

/** The weakest of what is known of the models that took part; a GPU without a stamp is unknown. */
export function parityStanding({
  spec: { roles },
  stamps,
}: Pick<BoardRun, 'spec' | 'stamps'>): ParityStanding {
  const standings = (['student', 'judge'] as const).map((role): ParityStanding => {
    const { device } = roles[role];
    if (device === 'wasm') return 'reference';
    return device === 'webgpu' ? (stamps?.[role]?.verdict ?? 'unknown') : 'not-applicable';
  });
  return WEAKEST_FIRST.find((standing) => standings.includes(standing)) ?? 'not-applicable';
}

/**
 * @param sizeOf size of a model, where the site knows it.
 */
export function boardEntry<Run extends BoardRun>(
  run: Run,
  sizeOf: (model: ModelRef) => ModelSize | null,
): BoardEntry<Run> {
  const { spec, provenance, summary, origin } = run;
  const { student, judge } = spec.roles;
  const subject = subjectOf(spec);
  const judgeId = isNoModel(student) || isNoModel(judge) ? null : judge.id;
  const usage = provenance?.usage;
  const finished = provenance === null ? Number.NaN : Date.parse(provenance.finishedAt);
  const ms = provenance?.activeMs ?? 0;
  return {
    run,
    id: run.runId,
    model: subject.id,
    judge: judgeId,
    device: subject.device === 'none' ? judge.device : subject.device,
    dtype: subject.source === 'baseline' ? 'none' : subject.dtype,
    origin,
    parity: parityStanding(run),
    date: Number.isNaN(finished) ? run.updatedAt : finished,
    size: sizeOf(subject),
    promptTokens: usage?.promptTokens ?? null,
    newTokens: usage?.newTokens ?? null,
    seconds: ms > 0 ? ms / 1000 : null,
    tokensPerSecond:
      usage !== undefined && ms > 0 && provenance?.callsRemembered === 0 && usage.newTokens > 0
        ? (usage.newTokens / ms) * 1000
        : null,
    intervals: new Map(
      (summary?.metrics ?? []).flatMap(({ metricId, interval }) =>
        interval === null ? [] : [[metricId, interval] as const],
      ),
    ),
    text: [subject.id, judgeId ?? '', origin].join(' ').toLowerCase(),
  };
}
