import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/**
 * The onnxruntime-web files that the site serves under `ort/`, so that no wasm comes from another host. The
 * asyncify build runs WebGPU and wasm alike in every browser the site supports.
 */
export const ORT_FILES: readonly string[] = [
  'ort-wasm-simd-threaded.asyncify.mjs',
  'ort-wasm-simd-threaded.asyncify.wasm',
];

/** The dist folder of the onnxruntime-web that transformers.js itself resolves: its exact version matters. */
export function ortFolder(): string {
  const fromHere = createRequire(import.meta.url);
  const fromTransformers = createRequire(fromHere.resolve('@huggingface/transformers'));
  return dirname(fromTransformers.resolve('onnxruntime-web'));
}
