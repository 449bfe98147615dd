import type { ModelReply } from '../calls/call.ts';

/**
 * How the replies of a replay differ from the remembered ones: the same calls on another device, or
 * on the same one again.
 */
export interface ReplayComparison {
  calls: number;
  /** Choices compared, and those whose most probable label changed. */
  choices: number;
  flips: number;
  /** Texts compared, and those that are not equal letter for letter. */
  texts: number;
  textsChanged: number;
  /** Largest |difference| of a label's or token's log-probability, in nats; null if none was compared. */
  maxAbsDeltaLogprob: number | null;
  /**
   * Pairs that cannot be compared: another kind of reply, another number of labels, or a
   * log-probability that is not finite in one of the two.
   */
  incomparable: number;
}

/** A comparison of nothing. */
export const emptyComparison: ReplayComparison = {
  calls: 0,
  choices: 0,
  flips: 0,
  texts: 0,
  textsChanged: 0,
  maxAbsDeltaLogprob: null,
  incomparable: 0,
};

function argMax(values: readonly number[]): number {
  let best = 0;
  values.forEach((value, index) => {
    if (value > (values[best] ?? Number.NEGATIVE_INFINITY)) best = index;
  });
  return best;
}

/** Largest |difference|; null where the lists cannot be compared: other lengths, or no finite one. */
function maxAbsDelta(a: readonly number[], b: readonly number[]): number | null {
  if (a.length !== b.length) return null;
  const most = a.reduce((sofar, value, index) => {
    const other = b[index] ?? Number.NaN;
    // Two infinities of one sign are equal; their difference would be NaN.
    return value === other ? sofar : Math.max(sofar, Math.abs(value - other));
  }, 0);
  return Number.isFinite(most) ? most : null;
}

/** Adds one pair of replies to a comparison. */
export function compareReply(
  comparison: ReplayComparison,
  remembered: ModelReply,
  replayed: ModelReply,
): ReplayComparison {
  const next = { ...comparison, calls: comparison.calls + 1 };
  if (remembered.kind === 'generate' && replayed.kind === 'generate') {
    return {
      ...next,
      texts: next.texts + 1,
      textsChanged: next.textsChanged + Number(remembered.text !== replayed.text),
    };
  }
  const bothChoose = remembered.kind === 'choose' && replayed.kind === 'choose';
  if (bothChoose || (remembered.kind === 'logprobs' && replayed.kind === 'logprobs')) {
    const delta = maxAbsDelta(remembered.logprobs, replayed.logprobs);
    if (delta !== null) {
      const flips = argMax(remembered.logprobs) !== argMax(replayed.logprobs);
      return {
        ...next,
        choices: next.choices + Number(bothChoose),
        flips: next.flips + Number(bothChoose && flips),
        maxAbsDeltaLogprob: Math.max(next.maxAbsDeltaLogprob ?? 0, delta),
      };
    }
  }
  return { ...next, incomparable: next.incomparable + 1 };
}
