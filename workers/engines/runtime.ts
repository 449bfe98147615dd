import { env, LogLevel } from '@huggingface/transformers';
import { wasmThreads } from '../probeMachine.ts';

/** The build that waits for the GPU in every browser, whatever its stack can do. */
const WASM_BUILD = 'asyncify';

/** Versions of what runs the models, for the provenance of a result. */
export function runtimeName(): string {
  const ort = env.backends.onnx.versions?.web ?? 'of unknown version';
  return `transformers.js ${env.version}, onnxruntime-web ${ort}`;
}

/**
 * Points the runtime at the site's own wasm files, away from the public host that it would fetch them from, and switches
 * off what the engine does itself. To be called before the first model is loaded; later calls change nothing.
 *
 * @param folder absolute address with a slash at the end.
 */
export function configureRuntime(folder: string): void {
  const { wasm } = env.backends.onnx;
  if (wasm === undefined) throw new Error('The runtime has no wasm settings.');
  const file = `${folder}ort-wasm-simd-threaded.${WASM_BUILD}`;
  wasm.wasmPaths = { mjs: `${file}.mjs`, wasm: `${file}.wasm` };
  wasm.numThreads = wasmThreads();
  env.allowLocalModels = false;
  env.allowRemoteModels = true;
  env.useBrowserCache = false;
  // It would import a blob: script, which the content security policy refuses.
  env.useWasmCache = false;
  // Failures come back as values; the runtime would print every tensor that it was given.
  env.logLevel = LogLevel.NONE;
}
