import type { ModelCard } from '../../core/models/card.ts';
import type { PackKind } from '../../core/packs/manifest.ts';
import type { Role } from '../../core/protocols/protocol.ts';
import type { PickedModel } from './modelForm.svelte.ts';

/** What a model is to have been taught: packs of a kind, and a protocol. */
interface Taught {
  kind?: PackKind | undefined;
  protocolId?: string | undefined;
}

/** The bundled models of a site. */
interface BundledModels {
  forRole(role: Role, taught?: Taught): readonly ModelCard[];
}

/** The first of some bundled models, as a list names it; chance where there is none. */
export function firstPicked(cards: readonly ModelCard[]): PickedModel {
  const [card] = cards;
  return card === undefined ? 'baseline:random' : `bundled:${card.id}`;
}

/** Models that were taught this in this role, and behind them the one that is chosen, whatever it was taught. */
export function offeredCards(
  models: BundledModels,
  role: Role,
  taught: Taught,
  picked: PickedModel,
): readonly ModelCard[] {
  const fitting = models.forRole(role, taught);
  const chosen = models
    .forRole(role)
    .filter((card) => !fitting.includes(card) && picked === `bundled:${card.id}`);
  return [...fitting, ...chosen];
}
