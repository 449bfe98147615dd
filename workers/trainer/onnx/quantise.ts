import type { Tensor } from '../../../src/core/models/shape.ts';

/** Inputs of a column that share one scale. */
export const BLOCK_SIZE = 32;
/** The 4-bit word that stands for 0. */
const ZERO = 8;
const LARGEST_WORD = 15;

/** A matrix [K, N] as com.microsoft MatMulNBits reads it. */
export interface QuantisedMatrix {
  readonly inputs: number;
  readonly outputs: number;
  readonly blocks: number;
  /** [N, blocks, BLOCK_SIZE / 2]: two words a byte, the earlier input in the lower half. */
  readonly words: Uint8Array<ArrayBuffer>;
  /** [N * blocks]. */
  readonly scales: Float32Array<ArrayBuffer>;
}

/**
 * Rounds each block of 32 inputs of a column to 4 bits: value = scale x (word - 8), where the scale takes the value
 * farthest from 0 to the word 0, the one end that reaches farther than the other (round to nearest, as onnxruntime's own
 * symmetric block quantiser does).
 */
export function quantiseMatrix({ shape, data }: Tensor): QuantisedMatrix {
  const [inputs = 0, outputs = 0] = shape;
  const blocks = Math.ceil(inputs / BLOCK_SIZE);
  const words = new Uint8Array((outputs * blocks * BLOCK_SIZE) / 2).fill(ZERO | (ZERO << 4));
  const scales = new Float32Array(outputs * blocks);
  for (let output = 0; output < outputs; output++) {
    for (let block = 0; block < blocks; block++) {
      const first = block * BLOCK_SIZE;
      const end = Math.min(inputs, first + BLOCK_SIZE);
      let farthest = 0;
      for (let input = first; input < end; input++) {
        const value = data[input * outputs + output] ?? 0;
        if (Math.abs(value) > Math.abs(farthest)) farthest = value;
      }
      const scale = Math.fround(farthest / -ZERO);
      scales[output * blocks + block] = scale;
      for (let input = first; input < end; input++) {
        const value = data[input * outputs + output] ?? 0;
        const steps = scale === 0 ? 0 : Math.round(value / scale);
        const word = Math.max(0, Math.min(LARGEST_WORD, steps + ZERO));
        const at = ((output * blocks + block) * BLOCK_SIZE + input - first) >> 1;
        const other = words[at] ?? 0;
        words[at] = input % 2 === 0 ? (other & 0xf0) | word : (other & 0x0f) | (word << 4);
      }
    }
  }
  return { inputs, outputs, blocks, words, scales };
}

/** The matrix [K, N] that the words stand for: what a parity test compares with. */
export function dequantiseMatrix(matrix: QuantisedMatrix): Tensor {
  const { inputs, outputs, blocks, words, scales } = matrix;
  const data = new Float32Array(inputs * outputs);
  for (let output = 0; output < outputs; output++) {
    for (let input = 0; input < inputs; input++) {
      const block = output * blocks + Math.floor(input / BLOCK_SIZE);
      const byte = words[(block * BLOCK_SIZE + (input % BLOCK_SIZE)) >> 1] ?? 0;
      const word = input % 2 === 0 ? byte & 0x0f : byte >> 4;
      data[input * outputs + output] = (scales[block] ?? 0) * (word - ZERO);
    }
  }
  return { shape: [inputs, outputs], data };
}
