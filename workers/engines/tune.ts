import type { ModelCall, ModelReply } from '../../src/core/calls/call.ts';
import { ModelFailureError } from '../../src/core/models/failure.ts';
import { BATCH_SIZES, type TuningFigures } from '../../src/core/models/tuning.ts';
import type { TuneProgress } from '../../src/rpc/modelWorker.ts';
import { answerMany, ENGINE_SETTINGS } from './answerMany.ts';
import { throwIfAborted } from './failures.ts';
import { decoderOf, type LoadedModel } from './loadedModel.ts';
import { readingCall, replyCalls, verdictCalls } from './tunePrompts.ts';

/** Measuring a model ends after so long, whatever is left. */
export const TUNE_BUDGET_MS = 20_000;
/** Timed runs of each measurement, of which the median counts. */
const LEAST_REPEATS = 3;
const MOST_REPEATS = 25;
/** A small model's run takes a few milliseconds, which any other work disturbs: it is repeated until so long was measured. */
const LEAST_MEASURED_MS = 400;

export interface TuneOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: TuneProgress) => void;
  /** Most milliseconds in all. */
  readonly budgetMs?: number;
}

/** What one run of a measurement came to: so much work, in so many milliseconds. */
interface Work {
  readonly done: number;
  readonly ms: number;
}

/**
 * Measures how fast a loaded model is, through the calls that runs make: verdicts over one text, the reading of a prompt, and
 * replies written side by side, more and more of them. Each is done once to warm up and then three times or more, until
 * 0.4 s were measured, within its share of the time; the median counts. What the time does not suffice for, or does not fit the model's context, is left out.
 *
 * @throws ModelFailureError `aborted`, `unsupported-call` for an encoder, or what the runtime throws.
 */
export async function tune(loaded: LoadedModel, options: TuneOptions): Promise<TuningFigures> {
  decoderOf(loaded);
  const meter = new Meter(options);
  const { ref } = loaded;
  const verdictsPerSecond = await meter.rate('verdicts', async (signal) => {
    const calls = verdictCalls(ref);
    const startMs = performance.now();
    await answer(loaded, calls, signal);
    return { done: calls.length, ms: performance.now() - startMs };
  });
  const prefillTokensPerSecond = await meter.rate('prompt', async (signal) => {
    const replies = await answer(loaded, [readingCall(ref)], signal);
    return total(replies, ({ latencyMs, ...reply }) => ({
      done: 'promptTokens' in reply ? reply.promptTokens : 0,
      ms: latencyMs,
    }));
  });
  // A model that never ends by itself: every reply has the length that is asked for.
  const endless = { ...loaded, endTokens: new Set<number>() };
  const writing: TuningFigures['writing'] = [];
  for (const batch of BATCH_SIZES) {
    const tokensPerSecond = await meter.rate(`batch-${String(batch)}`, async (signal) => {
      const replies = await answer(endless, replyCalls(ref, batch), signal, batch);
      return total(replies, (reply) =>
        reply.kind !== 'generate'
          ? { done: 0, ms: 0 }
          : { done: reply.newTokens - 1, ms: reply.latencyMs - (reply.promptMs ?? 0) },
      );
    });
    if (tokensPerSecond !== null) writing.push({ batch, tokensPerSecond });
  }
  return { verdictsPerSecond, prefillTokensPerSecond, writing, tookMs: meter.end() };
}

async function answer(
  loaded: LoadedModel,
  calls: readonly ModelCall[],
  signal: AbortSignal,
  batch = ENGINE_SETTINGS.batch,
): Promise<ModelReply[]> {
  const replies: ModelReply[] = [];
  await answerMany(
    loaded,
    calls,
    signal,
    (_, outcome) => {
      if (!outcome.ok) throw new ModelFailureError(outcome.failure);
      replies.push(outcome.value);
    },
    { ...ENGINE_SETTINGS, batch },
  );
  return replies;
}

function total(replies: readonly ModelReply[], workOf: (reply: ModelReply) => Work): Work {
  return replies
    .map(workOf)
    .reduce((sum, { done, ms }) => ({ done: sum.done + done, ms: sum.ms + ms }), {
      done: 0,
      ms: 0,
    });
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Shares the time out among the measurements. */
class Meter {
  readonly #startMs = performance.now();
  readonly #signal: AbortSignal;
  readonly #onProgress: TuneOptions['onProgress'];
  readonly #budgetMs: number;
  readonly #total = 2 + BATCH_SIZES.length;
  #done = 0;

  constructor({ signal, onProgress, budgetMs = TUNE_BUDGET_MS }: TuneOptions) {
    this.#signal = signal;
    this.#onProgress = onProgress;
    this.#budgetMs = budgetMs;
  }

  /** Work done a second, the median of what its share of the time allows; null where that is not even one run. */
  async rate(
    step: TuneProgress['step'],
    run: (signal: AbortSignal) => Promise<Work>,
  ): Promise<number | null> {
    this.#onProgress({ done: this.#done, total: this.#total, step });
    const leftMs = this.#leftMs();
    const shareMs = leftMs / (this.#total - this.#done);
    this.#done += 1;
    const rates: number[] = [];
    const startMs = performance.now();
    let measuredMs = 0;
    try {
      await this.#bounded(run);
      while (rates.length < MOST_REPEATS) {
        if (rates.length > 0 && performance.now() - startMs > shareMs) break;
        if (rates.length >= LEAST_REPEATS && measuredMs >= LEAST_MEASURED_MS) break;
        const { done, ms } = await this.#bounded(run);
        measuredMs += ms;
        // The browser's clock is coarse, and work of no time has no rate.
        if (done > 0 && ms > 0) rates.push((done / ms) * 1000);
        else break;
      }
    } catch (error) {
      throwIfAborted(this.#signal);
      // Out of time, or more than fits the model's context; the runtime's own failures end the work.
      if (!(error instanceof ModelFailureError) || error.failure.code === 'device-lost')
        throw error;
    }
    return median(rates);
  }

  /** Milliseconds since the beginning. */
  end(): number {
    this.#onProgress({ done: this.#total, total: this.#total, step: 'done' });
    return performance.now() - this.#startMs;
  }

  #leftMs(): number {
    return Math.max(0, this.#budgetMs - (performance.now() - this.#startMs));
  }

  async #bounded(run: (signal: AbortSignal) => Promise<Work>): Promise<Work> {
    const late = AbortSignal.timeout(Math.floor(this.#leftMs()));
    const signal = AbortSignal.any([this.#signal, late]);
    throwIfAborted(signal);
    return await run(signal);
  }
}
