import { DynamicCache, Tensor } from '@huggingface/transformers';
import { failureError } from './failures.ts';
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

/** Whether a sequence's keys and values lie in the machine's own memory, in numbers that can be copied. */
export function canStack({ cache }: Past): boolean {
  return namesOf(cache).every((name) => {
    const tensor = tensorOf(cache, name);
    if (tensor.location !== 'cpu' || tensor.dims.length !== 4) return false;
    const data: unknown = tensor.data;
    return data instanceof Float32Array || data instanceof Uint16Array;
  });
}

/** Copies rows beside each other, [rows, heads, width, headDim]; what is right of a row's own tokens is zero. */
function stack(sources: readonly Source[]): StackedPast {
  const [first] = sources;
  if (first === undefined) throw new RangeError('Nothing to stack.');
  const width = Math.max(...sources.map(({ length }) => length));
  const tensors: Record<string, Tensor> = {};
  for (const name of namesOf(first.cache)) {
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
  return { cache: new DynamicCache(tensors), lengths: sources.map(({ length }) => length), width };
}

/** Sequences side by side. They stay as they are. For tensors in the machine's own memory. */
export function stackPasts(pasts: readonly Past[]): StackedPast {
  return stack(pasts.map(({ cache, length }) => ({ cache, row: 0, length })));
}

/** Some rows of a stack. */
export function pickRows({ cache, lengths }: StackedPast, rows: readonly number[]): StackedPast {
  return stack(rows.map((row) => ({ cache, row, length: lengths[row] ?? 0 })));
}

/** Bytes that a sequence's keys and values take. */
export function pastBytes({ cache }: Past): number {
  return namesOf(cache).reduce((sum, name) => {
    const { dims, type } = tensorOf(cache, name);
    return sum + dims.reduce((product, size) => product * size, type === 'float32' ? 4 : 2);
  }, 0);
}
