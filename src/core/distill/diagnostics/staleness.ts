import { requireSameLength } from '../../stats/requireSameLength.ts';

/** A cached text's tokens: log-probability under the student that wrote it and under the student as it is now, and the advantage. */
export interface CachedText {
  readonly logWriter: ArrayLike<number>;
  readonly logStudent: ArrayLike<number>;
  readonly advantages: ArrayLike<number>;
}

export interface Staleness {
  readonly tokens: number;
  /** Estimate of χ²(student || writer), token by token: the mean of (S / writer - 1)². 0 at the start. */
  readonly chiSquare: number;
  /** Share of the tokens that the texts are still worth: (Σ w)² / (n Σ w²), w = S / writer. 1 at the start. */
  readonly effectiveShare: number;
  /** Standard deviation of the advantages, nats. */
  readonly advantageDeviation: number;
  /** σ_A √χ²: the bound on the gradient's error without its constant G, which is unknown. */
  readonly gapFactor: number;
}

/**
 * How stale cached texts are. Lightning OPD bounds the distance of its gradient from the on-policy one by G σ_A √χ²(π_θ || π_ref) (methods C7,
 * code and public pages). G, the largest norm of ∇ log π_θ, cannot be had here, so the rest is given: it compares
 * moments of one training, not trainings with one another.
 *
 * Ours: weights of single tokens, not of whole texts, whose product has no use after a few dozen tokens. An estimate from samples
 * of the writer is too low where the student now says what the writer hardly ever wrote. Null for no tokens.
 *
 * @throws RangeError for columns of different length.
 */
export function staleness(texts: readonly CachedText[]): Staleness | null {
  const weights: number[] = [];
  const advantages: number[] = [];
  for (const text of texts) {
    requireSameLength(text.logWriter, text.logStudent);
    requireSameLength(text.logWriter, text.advantages);
    for (let t = 0; t < text.logWriter.length; t += 1) {
      weights.push(
        Math.exp((text.logStudent[t] ?? Number.NaN) - (text.logWriter[t] ?? Number.NaN)),
      );
      advantages.push(text.advantages[t] ?? Number.NaN);
    }
  }
  const n = weights.length;
  if (n === 0) return null;
  const sum = (values: readonly number[], of: (value: number) => number): number =>
    values.reduce((total, value) => total + of(value), 0);
  const total = sum(weights, (w) => w);
  const squares = sum(weights, (w) => w * w);
  const chiSquare = sum(weights, (w) => (w - 1) ** 2) / n;
  const mean = sum(advantages, (a) => a) / n;
  const advantageDeviation = Math.sqrt(sum(advantages, (a) => (a - mean) ** 2) / n);
  return {
    tokens: n,
    chiSquare,
    effectiveShare: squares > 0 ? (total * total) / (n * squares) : 0,
    advantageDeviation,
    gapFactor: advantageDeviation * Math.sqrt(chiSquare),
  };
}
