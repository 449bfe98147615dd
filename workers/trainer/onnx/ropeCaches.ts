import type { ModelShape } from '../../../src/core/models/shape.ts';
import type { OnnxConstant, OnnxNode } from './onnxModel.ts';

/**
 * Cosines and sines of the rotary angles, `cos_cache` and `sin_cache`, each [maxPositions, headDim / 2]: position p turns
 * pair j by p * theta^(-2j / headDim) (Su et al. 2021, arXiv 2104.09864). Which two values of a head make a pair is the
 * operator's business: with `rotary_interleaved` 0 they are j and j + headDim / 2.
 *
 * The file holds positions and frequencies; a session multiplies them out once, when it folds constants. Stored tables
 * would be a tenth of a small model's file.
 */
export function ropeConstants({
  maxPositions,
  headDim,
  ropeTheta,
}: Pick<ModelShape, 'maxPositions' | 'headDim' | 'ropeTheta'>): OnnxConstant[] {
  const pairs = headDim / 2;
  return [
    {
      name: 'positions',
      dims: [maxPositions, 1],
      data: Float32Array.from({ length: maxPositions }, (_, position) => position),
    },
    {
      name: 'frequencies',
      dims: [1, pairs],
      data: Float32Array.from({ length: pairs }, (_, pair) => ropeTheta ** ((-2 * pair) / headDim)),
    },
  ];
}

/** The nodes that make the tables of `ropeConstants`. */
export function ropeNodes(): OnnxNode[] {
  return [
    { name: 'angles', opType: 'Mul', inputs: ['positions', 'frequencies'], outputs: ['angles'] },
    { name: 'cos_cache', opType: 'Cos', inputs: ['angles'], outputs: ['cos_cache'] },
    { name: 'sin_cache', opType: 'Sin', inputs: ['angles'], outputs: ['sin_cache'] },
  ];
}
