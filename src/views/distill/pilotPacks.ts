import { pilotProtocol } from '../../core/distill/pilots/pilotPacks.ts';
import type { PackManifest } from '../../core/packs/manifest.ts';

/** Packs whose problems are answered with one text and marked without a judge; the longest answers first. */
export function pilotPacks(manifests: readonly PackManifest[]): readonly PackManifest[] {
  const able = manifests.filter(({ kind }) => pilotProtocol(kind) !== undefined);
  const isLong = ({ kind }: PackManifest): number => Number(kind === 'multistep-arithmetic');
  return able.sort((a, b) => isLong(b) - isLong(a));
}
