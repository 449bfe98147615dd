/** The adapter that models run on, or why there is none. */
export type FoundAdapter =
  | { readonly kind: 'found'; readonly adapter: GPUAdapter }
  | { readonly kind: 'none'; readonly reason: string };

/** Asks for the fast adapter of a machine with two: what the page says of it must be true of what the models get. */
export async function findAdapter(): Promise<FoundAdapter> {
  // Typed as always there; it is not on plain http, and not in every browser.
  if (!('gpu' in navigator)) return { kind: 'none', reason: 'the browser does not offer it here' };
  try {
    const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (adapter === null) return { kind: 'none', reason: 'the browser found no adapter' };
    return { kind: 'found', adapter };
  } catch (error) {
    return { kind: 'none', reason: error instanceof Error ? error.message : 'it failed to start' };
  }
}

/** An adapter in words: what the browser is willing to say of it. */
export function describeAdapter(info: GPUAdapterInfo): string {
  const parts = [info.vendor, info.architecture, info.device, info.description];
  const words = parts.filter((part, index) => part !== '' && parts.indexOf(part) === index);
  return words.length === 0 ? 'an adapter that does not name itself' : words.join(' ');
}
