import type { numpy as np } from '@jax-js/jax';

/** A device array holds another type of number than the caller expects; a programming error. */
export class ArrayTypeError extends Error {
  override readonly name = 'ArrayTypeError';
}

/** Reads float32 values from the device; takes the array. */
export async function readFloats(array: np.Array): Promise<Float32Array<ArrayBuffer>> {
  const data: unknown = await array.data();
  if (data instanceof Float32Array) return Float32Array.from(data);
  throw new ArrayTypeError('The device array does not hold float32 values.');
}

/** Reads int32 values from the device; takes the array. */
export async function readInts(array: np.Array): Promise<Int32Array<ArrayBuffer>> {
  const data: unknown = await array.data();
  if (data instanceof Int32Array) return Int32Array.from(data);
  throw new ArrayTypeError('The device array does not hold int32 values.');
}
