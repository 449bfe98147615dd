import * as v from 'valibot';
import type { Dtype, ModelRef } from '../../src/core/calls/model.ts';
import { filesForFormat, weightsFileOf } from '../../src/core/models/bundledWeights.ts';
import { parseModelCard, type ModelCard } from '../../src/core/models/card.ts';
import { ENGINE_SETTINGS, type EngineSettings } from './answerMany.ts';
import { unwatched, valueOf } from './tinyModels.ts';
import { TransformersEngine } from './transformersEngine.ts';

/** Where tests find the models that the site ships. */
export const MODELS = `${location.origin}/data/models/`;

export async function readCard(id: string): Promise<ModelCard> {
  const parsed = parseModelCard(await (await fetch(`${MODELS}${id}/card.json`)).text());
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.card;
}

/** An engine that has loaded a bundled model. */
export async function openBundled(
  hub: string,
  card: ModelCard,
  dtype: Dtype,
  device: 'wasm' | 'webgpu',
  settings: EngineSettings = ENGINE_SETTINGS,
): Promise<{ engine: TransformersEngine; model: ModelRef }> {
  const revision = weightsFileOf(card.files, dtype)?.sha256 ?? '';
  const model: ModelRef = { source: 'bundled', id: card.id, revision, dtype, device };
  const paths = { hub, runtime: `${location.origin}/ort/`, models: MODELS };
  const engine = new TransformersEngine(paths, undefined, settings);
  valueOf(await engine.load(model, unwatched({ files: filesForFormat(card.files, dtype) })));
  return { engine, model };
}

const indexSchema = v.object({ models: v.array(v.string()) });

/** Cards of all models that the site ships and that read or write text. */
export async function bundledDecoders(): Promise<ModelCard[]> {
  const index = v.parse(indexSchema, await (await fetch(`${MODELS}index.json`)).json());
  const cards: ModelCard[] = [];
  for (const id of index.models) {
    const card = await readCard(id);
    if (card.role !== 'embedder') cards.push(card);
  }
  return cards;
}
