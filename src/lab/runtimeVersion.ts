/** Written by the build (`vite.config.ts`): the versions that it ships. */
declare const __RUNTIME_VERSIONS__: { readonly transformers: string; readonly onnxruntime: string };

/**
 * What runs the models of this page, in the words in which a load says it (`workers/engines/runtime.ts`): so that figures of
 * another version are known for stale before anything is loaded.
 */
export function shippedRuntime(): string {
  const build = 'Suspending' in WebAssembly ? 'jspi' : 'asyncify';
  const { transformers, onnxruntime } = __RUNTIME_VERSIONS__;
  return `transformers.js ${transformers}, onnxruntime-web ${onnxruntime} (${build})`;
}
