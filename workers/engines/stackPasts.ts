import { DynamicCache, Tensor } from '@huggingface/transformers';
import { failureError } from './failures.ts';
import { type GpuRow, isGpuRows, stackRows } from './gpuStack.ts';
import type { Past, StackedPast } from './past.ts';

/** One row of a stack, or a sequence by itself. */
interface Source {
  readonly cache: DynamicCache;
  readonly row: number;
  readonly length: number;
}

type Values = Float32Array | Uint16Array;

function valuesOf(tensor: Tensor): Values {
  const data: unknown = tensor.data;
  if (data instanceof Float32Array || data instanceof Uint16Array) return data;
  throw failureError(
    'unsupported-call',
    `Keys and values of type ${tensor.type} cannot be stacked.`,
  );
}

function tensorOf(cache: DynamicCache, name: string): Tensor {
  const tensor: unknown = Object.entries(cache).find(([key]) => key === name)?.[1];
  if (tensor instanceof Tensor) return tensor;
  throw failureError('bad-config', `The model gives no "${name}".`);
}

/** Names of a cache's tensors. */
function namesOf(cache: DynamicCache): string[] {
  return Object.entries(cache).flatMap(([name, value]) => (value instanceof Tensor ? [name] : []));
}

/** Whether a sequence's keys and values, wherever they lie, can be copied beside others. */
export function canStack({ cache }: Past, device: GPUDevice | null): boolean {
  return namesOf(cache).every((name) => {
    const tensor = tensorOf(cache, name);
    if (isGpuRows(tensor)) return device !== null;
    if (tensor.location !== 'cpu' || tensor.dims.length !== 4) return false;
    const data: unknown = tensor.data;
    return data instanceof Float32Array || data instanceof Uint16Array;
  });
}

/** Copies rows beside each other, [rows, heads, width, headDim]; what is right of a row's own tokens is zero. */
function stack(sources: readonly Source[], device: GPUDevice | null): StackedPast {
  const [first] = sources;
  if (first === undefined) throw new RangeError('Nothing to stack.');
  const names = namesOf(first.cache);
  const isOnGpu = names.every((name) => tensorOf(first.cache, name).location === 'gpu-buffer');
  const tensors =
    isOnGpu && device !== null
      ? stackRows(device, new Map(names.map((name) => [name, rowsOf(sources, name)])))
      : stackHere(names, sources);
  const lengths = sources.map(({ length }) => length);
  return { cache: new DynamicCache(tensors), lengths, width: Math.max(...lengths) };
}

function rowsOf(sources: readonly Source[], name: string): GpuRow[] {
  return sources.map(({ cache, row, length }) => ({ tensor: tensorOf(cache, name), row, length }));
}

/** In the machine's own memory. */
function stackHere(names: readonly string[], sources: readonly Source[]): Record<string, Tensor> {
  const width = Math.max(...sources.map(({ length }) => length));
  const tensors: Record<string, Tensor> = {};
  for (const name of names) {
    const [first] = sources;
    if (first === undefined) break;
    const model = tensorOf(first.cache, name);
    const [, heads = 0, , headDim = 0] = model.dims;
    const size = sources.length * heads * width * headDim;
    const out =
      valuesOf(model) instanceof Float32Array ? new Float32Array(size) : new Uint16Array(size);
    for (const [at, { cache, row, length }] of sources.entries()) {
      const tensor = tensorOf(cache, name);
      const data = valuesOf(tensor);
      const room = tensor.dims[2] ?? 0;
      for (let head = 0; head < heads; head++) {
        const from = (row * heads + head) * room * headDim;
        out.set(
          data.subarray(from, from + length * headDim),
          (at * heads + head) * width * headDim,
        );
      }
    }
    tensors[name] = new Tensor(model.type, out, [sources.length, heads, width, headDim]);
  }
  return tensors;
}

/**
 * Sequences side by side, where they lie. They stay as they are; what comes back is the caller's to dispose of.
 *
 * @param device the GPU that the keys and values may lie on; null where they lie in the machine's own memory.
 */
export function stackPasts(pasts: readonly Past[], device: GPUDevice | null): StackedPast {
  return stack(
    pasts.map(({ cache, length }) => ({ cache, row: 0, length })),
    device,
  );
}

/** Some rows of a stack, which stays as it is. */
export function pickRows(
  { cache, lengths }: StackedPast,
  rows: readonly number[],
  device: GPUDevice | null,
): StackedPast {
  return stack(
    rows.map((row) => ({ cache, row, length: lengths[row] ?? 0 })),
    device,
  );
}

/** Bytes that a sequence's keys and values take. */
export function pastBytes({ cache }: Past): number {
  return namesOf(cache).reduce((sum, name) => {
    const { dims, type } = tensorOf(cache, name);
    return sum + dims.reduce((product, size) => product * size, type === 'float32' ? 4 : 2);
  }, 0);
}
