import type { ModelCall, ReplyOf } from '../../core/calls/call.ts';
import { ask, type PlayOf } from '../../core/protocols/protocol.ts';
import { problem, type Parsed } from '../../core/share/parseBundle.ts';
import type { Lab } from '../lab.svelte.ts';
import { playUnits } from '../playUnits.ts';

/** How far a play has come. */
export interface AskProgress {
  readonly made: number;
  readonly remembered: number;
}

/**
 * Works something out from model calls, as runs do: what was ever answered comes from memory, the rest from the models, and is
 * remembered before it is used. Several plays at once share prompts and are written side by side.
 */
export async function playWithModels<Outcome>(
  lab: Pick<Lab, 'withModels' | 'loading'>,
  plays: readonly (() => PlayOf<Outcome>)[],
  stop: AbortSignal,
  onProgress: (progress: AskProgress) => void = () => undefined,
): Promise<Parsed<readonly Outcome[]>> {
  return await lab.withModels(async ({ memo, answerer, abort }, busy) => {
    const outcomes = new Map<string, Outcome>();
    let progress: AskProgress = { made: 0, remembered: 0 };
    const signal = AbortSignal.any([stop, busy]);
    const end = (): void => {
      abort();
    };
    signal.addEventListener('abort', end);
    try {
      await playUnits<Outcome>({
        units: plays.map((_, index) => ({ key: String(index), itemId: String(index), epoch: 1 })),
        start: ({ key }) => startOf(plays, key),
        memo,
        answerer,
        signal,
        onLoaded: () => {
          lab.loading = null;
        },
        onReply: (_pending, _reply, remembered) => {
          progress = remembered
            ? { ...progress, remembered: progress.remembered + 1 }
            : { ...progress, made: progress.made + 1 };
          onProgress(progress);
          return Promise.resolve();
        },
        onScored: ({ unit, score }) => {
          outcomes.set(unit.key, score);
          return Promise.resolve();
        },
      });
    } finally {
      signal.removeEventListener('abort', end);
      lab.loading = null;
    }
    const done = plays.flatMap((_, index) => {
      const outcome = outcomes.get(String(index));
      return outcome === undefined ? [] : [outcome];
    });
    return done.length === plays.length
      ? { ok: true, value: done }
      : problem('unavailable', 'It was stopped before its end. What was answered is remembered.');
  });
}

function startOf<Outcome>(plays: readonly (() => PlayOf<Outcome>)[], key: string): PlayOf<Outcome> {
  const play = plays[Number(key)];
  if (play === undefined) throw new Error(`there is no play ${key}`);
  return play();
}

/** Asks one call. */
export async function askModel<const Call extends ModelCall>(
  lab: Pick<Lab, 'withModels' | 'loading'>,
  call: Call,
  stop: AbortSignal,
): Promise<Parsed<ReplyOf<Call>>> {
  function* play(): PlayOf<ReplyOf<Call>> {
    const [reply] = yield* ask([call] as const);
    return reply;
  }
  const asked = await playWithModels(lab, [play], stop);
  if (!asked.ok) return asked;
  const [reply] = asked.value;
  return reply === undefined
    ? problem('unavailable', 'The models gave no reply.')
    : { ok: true, value: reply };
}
