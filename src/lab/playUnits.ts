import type { ModelReply } from '../core/calls/call.ts';
import type { ModelRef } from '../core/calls/model.ts';
import { ModelFailureError } from '../core/models/failure.ts';
import { orderFrontier, type PendingCall } from '../core/runs/frontier.ts';
import type { Unit } from '../core/runs/plan.ts';
import { Player, type ScoredUnit } from '../core/runs/player.ts';
import type { Play } from '../core/protocols/protocol.ts';
import type { LoadedModel } from '../rpc/modelWorker.ts';

/** Where remembered replies are kept. */
export interface Memo {
  find(identities: readonly string[]): Promise<ReadonlyMap<string, ModelReply>>;
  remember(identity: string, modelKey: string, reply: ModelReply): Promise<void>;
}

/** What answers calls that nobody remembers. */
export interface Answerer {
  load(model: ModelRef): Promise<LoadedModel>;
  answer(call: PendingCall['call']): Promise<ModelReply>;
}

export interface PlayOptions {
  units: readonly Unit[];
  start: (unit: Unit) => Play;
  memo: Memo;
  answerer: Answerer;
  /** Aborted when the reader pauses or cancels; the call that is under way is still remembered. */
  signal: AbortSignal;
  onLoaded: (model: ModelRef, loaded: LoadedModel) => void;
  /** Awaited, so that what is counted is stored with the reply. */
  onReply: (pending: PendingCall, reply: ModelReply, remembered: boolean) => Promise<void>;
  /** Awaited, so that a score is stored before the next call is made. */
  onScored: (scored: ScoredUnit) => Promise<void>;
}

/** Units in play at once: enough calls to pool by model, few enough that results flow. */
const WIDTH = 8;
/** A dead worker or lost device is replaced this often for one call before the run gives up. */
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
export async function playUnits(options: PlayOptions): Promise<void> {
  const { memo, signal, onScored } = options;
  const player = new Player(options.units, options.start, WIDTH);
  let loadedKey: string | null = null;
  const settle = async (ended: readonly ScoredUnit[]): Promise<void> => {
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
    for (const pending of batch.calls) {
      if (isAborted(signal)) return;
      const reply = await answerWithRetries(options, pending);
      if (reply === null) return;
      await memo.remember(pending.identity, batch.modelKey, reply);
      await options.onReply(pending, reply, false);
      await settle(player.answer(pending.identity, reply));
    }
    loadedKey = batch.modelKey;
  }
}

/** Read through a function, because the flag changes behind the type checker's back. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** A reply, or null when the reader stopped the run while it was being made. */
async function answerWithRetries(
  { answerer, signal, onLoaded }: PlayOptions,
  { call }: PendingCall,
): Promise<ModelReply | null> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      onLoaded(call.model, await answerer.load(call.model));
      if (isAborted(signal)) return null;
      // A reply that comes after the reader pressed Pause is kept all the same: it was paid for.
      return await answerer.answer(call);
    } catch (error) {
      if (isAborted(signal)) return null;
      if (attempt >= MOST_RETRIES || !isWorthRetrying(error)) throw error;
    }
  }
}
