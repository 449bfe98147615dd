import { Tensor } from '@huggingface/transformers';
import { failureError } from './failures.ts';

/** Token ids and the like, as models take them. */
export function int64(values: readonly number[], dims: number[]): Tensor {
  return new Tensor('int64', BigInt64Array.from(values, BigInt), dims);
}

/** A model's outputs by name. */
export function tensorsOf(outputs: unknown): Map<string, Tensor> {
  const tensors = new Map<string, Tensor>();
  if (typeof outputs !== 'object' || outputs === null) return tensors;
  for (const [name, value] of Object.entries(outputs)) {
    if (value instanceof Tensor) tensors.set(name, value);
  }
  return tensors;
}

/** A tensor's values, row-major; those in 16 bits are widened. */
export function floatsOf(tensor: Tensor): Float32Array {
  const data: unknown = tensor.to('float32').data;
  if (data instanceof Float32Array) return data;
  throw failureError('bad-config', `The model answers with ${tensor.type}, not with numbers.`);
}
