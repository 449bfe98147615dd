import { Tensor } from '@huggingface/transformers';
import { Tensor as RuntimeTensor } from 'onnxruntime-web/webgpu';
import { failureError } from './failures.ts';

/** A tensor on the GPU, [rows, heads, room, headDim], of which one row's first tokens are wanted. */
export interface GpuRow {
  readonly tensor: Tensor;
  readonly row: number;
  /** Tokens. */
  readonly length: number;
}

/** Copies between buffers go by whole words. */
const WORD_BYTES = 4;

function numberBytes(type: string): number | null {
  if (type === 'float32') return 4;
  return type === 'float16' ? 2 : null;
}

/** Whether keys and values lie on the GPU in a layout whose rows can be copied by whole words. */
export function isGpuRows(tensor: Tensor): boolean {
  const bytes = numberBytes(tensor.type);
  return (
    tensor.location === 'gpu-buffer' &&
    tensor.dims.length === 4 &&
    bytes !== null &&
    ((tensor.dims[3] ?? 0) * bytes) % WORD_BYTES === 0
  );
}

function bufferOf(tensor: Tensor): GPUBuffer {
  const inner: unknown = tensor.ort_tensor;
  if (inner instanceof RuntimeTensor) {
    const buffer: unknown = inner.gpuBuffer;
    if (buffer instanceof GPUBuffer) return buffer;
  }
  throw failureError('unsupported-call', 'Keys and values do not lie in a buffer of the GPU.');
}

/**
 * Copies rows beside each other on the GPU, [rows, heads, width, headDim]; what is right of a row's own tokens is zero. The
 * copies are queued behind the work that wrote the rows, so those may be given back as soon as this returns. What comes back is
 * the caller's to dispose of.
 */
export function stackRows(device: GPUDevice, groups: ReadonlyMap<string, readonly GpuRow[]>) {
  const encoder = device.createCommandEncoder();
  const stacked: Record<string, Tensor> = {};
  for (const [name, rows] of groups) stacked[name] = stackOne(device, encoder, rows);
  device.queue.submit([encoder.finish()]);
  return stacked;
}

function stackOne(device: GPUDevice, encoder: GPUCommandEncoder, rows: readonly GpuRow[]): Tensor {
  const [first] = rows;
  if (first === undefined) throw new RangeError('Nothing to stack.');
  const { type, dims } = first.tensor;
  const [, heads = 0, , headDim = 0] = dims;
  const isHalf = type === 'float16';
  const tokenBytes = headDim * (isHalf ? 2 : 4);
  const width = Math.max(...rows.map(({ length }) => length));
  const buffer = device.createBuffer({
    // The runtime binds buffers by multiples of 16 bytes.
    size: Math.ceil((rows.length * heads * width * tokenBytes) / 16) * 16,
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
  });
  for (const [at, { tensor, row, length }] of rows.entries()) {
    const source = bufferOf(tensor);
    const room = tensor.dims[2] ?? 0;
    const from = row * heads * room * tokenBytes;
    const to = at * heads * width * tokenBytes;
    // Heads of a row that fills both sides lie one after the other.
    const parts = length === room && length === width ? 1 : heads;
    const bytes = (length * tokenBytes * heads) / parts;
    for (let part = 0; part < parts; part++) {
      const [start, end] = [from + part * room * tokenBytes, to + part * width * tokenBytes];
      encoder.copyBufferToBuffer(source, start, buffer, end, bytes);
    }
  }
  return new Tensor(
    RuntimeTensor.fromGpuBuffer(buffer, {
      dataType: isHalf ? 'float16' : 'float32',
      dims: [rows.length, heads, width, headDim],
      dispose: () => {
        buffer.destroy();
      },
    }),
  );
}
