import type { ModelShape } from '../../../src/core/models/shape.ts';

/**
 * Cosines and sines of the rotary angles, each [maxPositions, headDim / 2]: position p turns pair j by
 * p * theta^(-2j / headDim) (Su et al. 2021, arXiv 2104.09864). Which two values of a head make a pair is the
 * operator's business: with `rotary_interleaved` 0 they are j and j + headDim / 2.
 */
export function ropeCaches({
  maxPositions,
  headDim,
  ropeTheta,
}: Pick<ModelShape, 'maxPositions' | 'headDim' | 'ropeTheta'>): {
  cos: Float32Array<ArrayBuffer>;
  sin: Float32Array<ArrayBuffer>;
} {
  const pairs = headDim / 2;
  const cos = new Float32Array(maxPositions * pairs);
  const sin = new Float32Array(maxPositions * pairs);
  for (let position = 0; position < maxPositions; position++) {
    for (let pair = 0; pair < pairs; pair++) {
      const angle = position * ropeTheta ** ((-2 * pair) / headDim);
      cos[position * pairs + pair] = Math.cos(angle);
      sin[position * pairs + pair] = Math.sin(angle);
    }
  }
  return { cos, sin };
}
