import { distances, type PowerOptions } from './power.ts';

/**
 * The smallest true difference that a two-sided test finds with the wanted power, from the standard error of the difference:
 * (z_{1-α/2} + z_power) times it (Cohen 1988). It is `detectableMeanDifference` for differences whose error is not s / √n: of
 * items that share documents, and of statistics that are no means.
 *
 * @throws RangeError for an error that is negative or not finite, or options out of range.
 */
export function detectableFromError(
  standardError: number,
  options: Partial<PowerOptions> = {},
): number {
  if (!(standardError >= 0 && standardError < Infinity)) {
    throw new RangeError(`A standard error of ${String(standardError)} is none.`);
  }
  const { claim, find } = distances(options);
  return (claim + find) * standardError;
}
