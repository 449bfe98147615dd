import type { ModelCard } from '../../core/models/card.ts';
import { weightsFileOf } from '../../core/models/bundledWeights.ts';
import type { RunSpec } from '../../core/runs/spec.ts';

/**
 * A sentence when the site ships other weights by now than those a result was computed with, or
 * none in their number format; null where it ships the same, or no model under that name.
 */
export function changedWeights(
  { roles }: Pick<RunSpec, 'roles'>,
  cards: readonly ModelCard[],
): string | null {
  const changed = [roles.student, roles.judge].filter((model) => {
    if (model.source !== 'bundled') return false;
    const card = cards.find(({ id }) => id === model.id);
    return card !== undefined && weightsFileOf(card.files, model.dtype)?.sha256 !== model.revision;
  });
  if (changed.length === 0) return null;
  const names = [...new Set(changed.map(({ id }) => id))].join(' and ');
  return `This site has newer weights of ${names} than this result was computed with: “Run it here” uses the newer ones, so its numbers may differ.`;
}
