import type { ModelCall } from '../calls/call.ts';
import { modelKey } from '../calls/model.ts';
import { prefixKey } from '../calls/prefixKey.ts';

/** A call that at least one unit waits for. */
export interface PendingCall {
  identity: string;
  call: ModelCall;
}

/** The calls of one model, ordered so that neighbours share the longest prefixes. */
export interface ModelBatch {
  modelKey: string;
  calls: readonly PendingCall[];
}

/**
 * The frontier as batches: the model that is loaded comes first, then the one that most calls wait
 * for, so that a model is loaded once for as much as it can answer. Within a batch calls are in the
 * order of their prompts.
 */
export function orderFrontier(
  pending: readonly PendingCall[],
  loadedModelKey: string | null,
): ModelBatch[] {
  const groups = new Map<string, PendingCall[]>();
  for (const entry of pending) {
    const key = modelKey(entry.call.model);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  const byPrompt = (a: PendingCall, b: PendingCall): number => {
    const [left, right] = [prefixKey(a.call), prefixKey(b.call)];
    return left < right ? -1 : left > right ? 1 : a.identity < b.identity ? -1 : 1;
  };
  return [...groups.entries()]
    .map(([key, calls]) => ({ modelKey: key, calls: calls.sort(byPrompt) }))
    .sort(
      (a, b) =>
        Number(b.modelKey === loadedModelKey) - Number(a.modelKey === loadedModelKey) ||
        b.calls.length - a.calls.length ||
        (a.modelKey < b.modelKey ? -1 : 1),
    );
}
