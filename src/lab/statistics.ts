import type { BirpcReturn } from 'birpc';
import type { CurveOptions, KlCurve } from '../core/distill/pilots/klCurve.ts';
import type { KlRollout, PrefixOutcome } from '../core/distill/pilots/outcomes.ts';
import type { PrefixCurve } from '../core/distill/pilots/prefixCurve.ts';
import type { MetricComparison } from '../core/compare/compareMetric.ts';
import type { PairRequest } from '../core/compare/comparePair.ts';
import type { MarkAgreement, MarkPair, ScorePair } from '../core/compare/markAgreement.ts';
import type { ItemPanels, PanelRequest } from '../core/runs/board/itemPanels.ts';
import type { PairRatings, RatingRequest } from '../core/runs/board/pairRatings.ts';
import type { BootstrapOptions, Interval } from '../core/stats/bootstrapInterval.ts';
import type {
  AnsweredLength,
  LengthDependence,
} from '../core/stats/comparison/lengthDependence.ts';
import type { PairedComparison, PairedValues } from '../core/stats/comparison/pairedBootstrap.ts';
import type { ClusteredValue } from '../core/stats/intervals/clusteredMeanInterval.ts';
import type { BattleTable } from '../core/stats/ratings/battles.ts';
import type { BradleyTerryOptions, RatedModel } from '../core/stats/ratings/bradleyTerry.ts';
import { connectWorker } from '../rpc/connectWorker.ts';
import type { StatsOutcome, StatsWorkerApi } from '../rpc/statsWorker.ts';

/** Why there is no figure: the data allow none, or what computed it is gone. */
export class StatisticsError extends Error {
  override readonly name = 'StatisticsError';
  readonly code: 'refused' | 'worker-died';

  constructor(code: StatisticsError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

type Rpc = BirpcReturn<StatsWorkerApi, Record<string, never>>;

interface LiveWorker {
  readonly worker: Worker;
  readonly rpc: Rpc;
}

/**
 * The page's end of the statistics worker: the functions of core that would hold the page up, computed beside it. One computation
 * runs at a time; the worker is started when the first is asked for, and kept. It cannot be interrupted while it computes, so to
 * abort is to end it: the next computation starts another.
 *
 * Every function rejects with a StatisticsError where the data allow no figure (`refused`) or the worker ended
 * (`worker-died`), and with the signal's reason where it was aborted.
 */
export class Statistics {
  readonly #createWorker: () => Worker;
  #live: LiveWorker | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(createWorker: () => Worker) {
    this.#createWorker = createWorker;
  }

  async bradleyTerry(
    table: BattleTable,
    options: Partial<BradleyTerryOptions> = {},
    signal?: AbortSignal,
  ): Promise<RatedModel[]> {
    return await this.#ask(async (rpc) => await rpc.bradleyTerry(table, options), signal);
  }

  async bootstrapMean(
    rows: readonly ClusteredValue[],
    options: Partial<BootstrapOptions> = {},
    signal?: AbortSignal,
  ): Promise<Interval | null> {
    return await this.#ask(async (rpc) => await rpc.bootstrapMean(rows, options), signal);
  }

  async pairedBootstrap(
    rows: readonly PairedValues[],
    options: Partial<BootstrapOptions> = {},
    signal?: AbortSignal,
  ): Promise<PairedComparison | null> {
    return await this.#ask(async (rpc) => await rpc.pairedBootstrap(rows, options), signal);
  }

  async klCurve(
    rollouts: readonly KlRollout[],
    options: CurveOptions,
    signal?: AbortSignal,
  ): Promise<KlCurve | null> {
    return await this.#ask(async (rpc) => await rpc.klCurve(rollouts, options), signal);
  }

  async prefixCurve(
    outcomes: readonly PrefixOutcome[],
    options: CurveOptions,
    signal?: AbortSignal,
  ): Promise<PrefixCurve | null> {
    return await this.#ask(async (rpc) => await rpc.prefixCurve(outcomes, options), signal);
  }

  /** Every metric of two runs' protocol, compared over the items that both have scored. */
  async comparePair(request: PairRequest, signal?: AbortSignal): Promise<MetricComparison[]> {
    return await this.#ask(async (rpc) => await rpc.comparePair(request), signal);
  }

  async markAgreement(rows: readonly MarkPair[], signal?: AbortSignal): Promise<MarkAgreement> {
    return await this.#ask(async (rpc) => await rpc.markAgreement(rows), signal);
  }

  async scoreAgreement(rows: readonly ScorePair[], signal?: AbortSignal): Promise<Interval | null> {
    return await this.#ask(async (rpc) => await rpc.scoreAgreement(rows), signal);
  }

  /** Whether being right depends on the length of the text. */
  async lengthDependence(
    rows: readonly AnsweredLength[],
    signal?: AbortSignal,
  ): Promise<LengthDependence> {
    return await this.#ask(async (rpc) => await rpc.lengthDependence(rows), signal);
  }

  /** Ratings of a board's runs under one judge, the references as their fixed points. */
  async pairRatings(request: RatingRequest, signal?: AbortSignal): Promise<PairRatings> {
    return await this.#ask(async (rpc) => await rpc.pairRatings(request), signal);
  }

  async itemPanels(request: PanelRequest, signal?: AbortSignal): Promise<ItemPanels> {
    return await this.#ask(async (rpc) => await rpc.itemPanels(request), signal);
  }

  /** Ends the worker and gives back its memory. What it computes is rejected as `worker-died`. */
  end(): void {
    const live = this.#live;
    this.#live = null;
    if (live === null) return;
    live.worker.terminate();
    live.rpc.$close(
      new StatisticsError(
        'worker-died',
        'The worker that computes the statistics ended unexpectedly. Ask again: another is started.',
      ),
    );
  }

  async #ask<T>(ask: (rpc: Rpc) => Promise<StatsOutcome<T>>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    const turn = this.#last.then(async () => await this.#run(ask, signal));
    this.#last = turn.catch(() => undefined);
    if (signal === undefined) return await turn;
    // Whoever waits behind another computation is told at once.
    const settled = new AbortController();
    const aborted = new Promise<never>((_, reject) => {
      const tell = (): void => {
        reject(reasonOf(signal));
      };
      signal.addEventListener('abort', tell, { once: true, signal: settled.signal });
    });
    try {
      return await Promise.race([turn, aborted]);
    } finally {
      settled.abort();
    }
  }

  async #run<T>(ask: (rpc: Rpc) => Promise<StatsOutcome<T>>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    const { rpc } = (this.#live ??= this.#start());
    const end = (): void => {
      this.end();
    };
    signal?.addEventListener('abort', end);
    try {
      const outcome = await ask(rpc);
      if (outcome.ok) return outcome.value;
      throw new StatisticsError('refused', outcome.message);
    } finally {
      signal?.removeEventListener('abort', end);
    }
  }

  #start(): LiveWorker {
    const worker = this.#createWorker();
    const rpc = connectWorker<StatsWorkerApi>(worker, {});
    const live: LiveWorker = { worker, rpc };
    worker.addEventListener('error', () => {
      if (this.#live === live) this.end();
    });
    return live;
  }
}

function reasonOf(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  return reason instanceof Error ? reason : new DOMException(String(reason), 'AbortError');
}
