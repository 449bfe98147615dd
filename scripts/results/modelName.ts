import type { ModelRef } from '../../src/core/calls/model.ts';

/** A model as tables name it. */
export function modelName({ source, id, dtype, device }: ModelRef): string {
  return source === 'baseline' ? id : `${id} (${dtype}, ${device})`;
}
