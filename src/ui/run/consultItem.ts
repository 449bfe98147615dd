import type { ConsultItem } from '../../core/packs/consultRubrics.ts';
import type { Pack } from '../../core/packs/parsePack.ts';

/** The item of a pack whose authors wrote a good and a flawed answer to it; undefined in packs without such answers. */
export function consultItem(pack: Pack, itemId: string): ConsultItem | undefined {
  return pack.kind === 'consult-rubrics' ? pack.items.find(({ id }) => id === itemId) : undefined;
}
