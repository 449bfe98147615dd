import type { ModelCall } from './call.ts';

/**
 * The text a call's prompt begins with, for ordering: calls sorted by it sit beside those that
 * share the longest prefix with them.
 */
export function prefixKey(call: ModelCall): string {
  if (call.kind === 'embed') return call.text;
  return call.messages.map((message) => `${message.role}\u0000${message.content}`).join('\u0001');
}
