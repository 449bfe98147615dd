import type { ModelReply } from '../core/calls/call.ts';
import { modelKey, type ModelRef } from '../core/calls/model.ts';
import { ModelFailureError } from '../core/models/failure.ts';
import { orderFrontier, type PendingCall } from '../core/runs/frontier.ts';
import type { Unit } from '../core/runs/plan.ts';
import { Player, type ScoredUnit } from '../core/runs/player.ts';
import type { ItemScore } from '../core/protocols/itemScore.ts';
import type { PlayOf } from '../core/protocols/protocol.ts';
import type { LoadedModel } from '../rpc/modelWorker.ts';

/** Where remembered replies are kept. */
export interface Memo {
  find(identities: readonly string[]): Promise<ReadonlyMap<string, ModelReply>>;
  remember(identity: string, modelKey: string, reply: ModelReply): Promise<void>;
}

/** What answers calls that nobody remembers. */
export interface Answerer {
  load(model: ModelRef): Promise<LoadedModel>;
  /**
   * Answers calls of one loaded model together; `onReply` hears of each reply as it is ready, in any order.
   *
   * @throws ModelFailureError when some are left unanswered.
   */
  answerMany(
    calls: readonly PendingCall['call'][],
    onReply: (index: number, reply: ModelReply) => void,
  ): Promise<void>;
}

export interface PlayOptions<Score = ItemScore> {
  units: readonly Unit[];
  start: (unit: Unit) => PlayOf<Score>;
  memo: Memo;
  answerer: Answerer;
  /** Aborted when the reader pauses or cancels; the call that is under way is still remembered. */
  signal: AbortSignal;
  onLoaded: (model: ModelRef, loaded: LoadedModel) => void;
  /** Awaited, so that what is counted is stored with the reply. */
  onReply: (pending: PendingCall, reply: ModelReply, remembered: boolean) => Promise<void>;
  /** Awaited, so that a score is stored before the next call is made. */
  onScored: (scored: ScoredUnit<Score>) => Promise<void>;
}

/** Units in play at once: enough calls to pool by model, few enough that results flow. */
const WIDTH = 32;
/** Calls asked for at once: enough to share prompts and to write side by side, few enough to hear of Pause. */
const MOST_TOGETHER = 64;
/** A dead worker or lost device is replaced this often without a reply between before the run gives up. */
const MOST_RETRIES = 2;

function isWorthRetrying(error: unknown): boolean {
  return (
    error instanceof ModelFailureError &&
    (error.failure.code === 'worker-died' || error.failure.code === 'device-lost')
  );
}

/**
 * Plays units to their end: from the memo table where it can, from the models where it must. A
 * reply is remembered before it is used, so whatever interrupts this, nothing is asked twice.
 *
 * @throws ModelFailureError when a model cannot be loaded or fails; what was scored stays scored.
 */
export async function playUnits<Score = ItemScore>(options: PlayOptions<Score>): Promise<void> {
  const { memo, signal, onScored } = options;
  const player = new Player(options.units, options.start, WIDTH);
  let loadedKey: string | null = null;
  const settle = async (ended: readonly ScoredUnit<Score>[]): Promise<void> => {
    for (const scored of ended) await onScored(scored);
  };
  while (!player.isDone && !signal.aborted) {
    await settle(player.fill());
    const frontier = player.frontier();
    const known = await memo.find(frontier.map(({ identity }) => identity));
    if (known.size > 0) {
      for (const pending of frontier) {
        const reply = known.get(pending.identity);
        if (reply === undefined) continue;
        await options.onReply(pending, reply, true);
        await settle(player.answer(pending.identity, reply));
      }
      continue;
    }
    const [batch] = orderFrontier(frontier, loadedKey);
    if (batch === undefined) continue;
    for (let from = 0; from < batch.calls.length; from += MOST_TOGETHER) {
      if (isAborted(signal)) return;
      const together = batch.calls.slice(from, from + MOST_TOGETHER);
      const isComplete = await answerWithRetries(options, together, async (pending, reply) => {
        await memo.remember(pending.identity, batch.modelKey, reply);
        await options.onReply(pending, reply, false);
        await settle(player.answer(pending.identity, reply));
      });
      if (!isComplete) return;
    }
    loadedKey = batch.modelKey;
  }
}

/** Read through a function, because the flag changes behind the type checker's back. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** Every model that calls of one model need; the one that answers them is the last. */
function modelsOf(pending: readonly PendingCall[]): ModelRef[] {
  const models = new Map<string, ModelRef>();
  for (const { call } of pending)
    if (call.kind === 'compare') models.set(modelKey(call.teacher), call.teacher);
  for (const { call } of pending.slice(0, 1)) {
    models.delete(modelKey(call.model));
    models.set(modelKey(call.model), call.model);
  }
  return [...models.values()];
}

/**
 * Has calls of one model answered, and each reply kept before the next: what comes after the reader pressed Pause is kept
 * all the same, because it was paid for. False when the reader stopped the run before all were answered.
 */
async function answerWithRetries(
  { answerer, signal, onLoaded }: Pick<PlayOptions, 'answerer' | 'signal' | 'onLoaded'>,
  pending: readonly PendingCall[],
  keep: (pending: PendingCall, reply: ModelReply) => Promise<void>,
): Promise<boolean> {
  const [first] = pending;
  let left = pending;
  let attempt = 0;
  while (first !== undefined && left.length > 0) {
    const answered = new Set<PendingCall>();
    let kept = Promise.resolve();
    let failure: { readonly error: unknown } | null = null;
    try {
      // The model that answers is loaded last: of those that are loaded, the engine lets go of the first.
      for (const model of modelsOf(left)) onLoaded(model, await answerer.load(model));
      if (isAborted(signal)) return false;
      const asked = left;
      await answerer.answerMany(
        asked.map(({ call }) => call),
        (index, reply) => {
          const of = asked[index];
          if (of === undefined) return;
          answered.add(of);
          kept = kept.then(async () => {
            await keep(of, reply);
          });
          // It is awaited below; until then nobody else may hear of its failure.
          kept.catch(() => undefined);
        },
      );
    } catch (error) {
      failure = { error };
    }
    // A reply that cannot be stored ends the run, whatever else went wrong.
    await kept;
    left = left.filter((one) => !answered.has(one));
    if (isAborted(signal)) return left.length === 0;
    if (failure === null) continue;
    attempt = answered.size > 0 ? 1 : attempt + 1;
    if (attempt > MOST_RETRIES || !isWorthRetrying(failure.error)) throw failure.error;
  }
  return true;
}
