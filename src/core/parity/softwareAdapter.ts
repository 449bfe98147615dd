const SOFTWARE_ADAPTER = /swiftshader|llvmpipe|software|basic render/iu;

/** Whether an adapter, as the browser names it, computes on the processor; wasm is many times faster than those. */
export function isSoftwareAdapter(adapter: string): boolean {
  return SOFTWARE_ADAPTER.test(adapter);
}
