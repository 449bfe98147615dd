import type { LocalModelRef } from '../../core/calls/model.ts';
import type { Lab } from '../../lab/lab.svelte.ts';

/** Whether something stopped because the reader has not agreed to a download; the worker's own words say so. */
export function asksConsent(message: string): boolean {
  return message.includes('Agree to the download');
}

/** Agrees to the downloads of a pair's hub models. */
export async function agreeTo(
  { shelf }: Pick<Lab, 'shelf'>,
  models: readonly LocalModelRef[],
): Promise<void> {
  for (const model of models) if (model.source === 'hub') await shelf.agree(model);
}
