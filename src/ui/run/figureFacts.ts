import { isNoModel, type ModelRef } from '../../core/calls/model.ts';
import type { FigureFacts } from '../../core/figures/scene.ts';
import type { RunSpec } from '../../core/runs/spec.ts';

function listed(values: readonly (string | null)[]): string | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : [...new Set(known)].join(', ');
}

function inWords(model: ModelRef): string | null {
  return isNoModel(model) ? null : `${model.id} ${model.dtype} ${model.device}`;
}

/** What a figure of these runs is saved with: pack, protocol and judge, each as often as they differ. */
export function figureFacts(specs: readonly RunSpec[]): FigureFacts {
  return {
    pack: listed(specs.map(({ packId }) => packId)),
    'pack SHA-256': listed(specs.map(({ packHash }) => packHash)),
    protocol: listed(
      specs.map(({ protocol: { id, version } }) => `${id} version ${String(version)}`),
    ),
    // Many students are the figure's own rows.
    student: specs.length === 1 ? listed(specs.map(({ roles }) => inWords(roles.student))) : null,
    judge: listed(specs.map(({ roles }) => inWords(roles.judge))),
  };
}
