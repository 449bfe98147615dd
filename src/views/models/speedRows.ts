import type { Device, LocalModelRef } from '../../core/calls/model.ts';
import { shippedFormats } from '../../core/models/bundledWeights.ts';
import { formatsOf } from '../../core/models/hubLayout.ts';
import type { KeptModel } from '../../core/models/shelf.ts';
import type { ModelsStore } from '../../lab/models.svelte.ts';

/** Models that can be measured, as they would run over wasm: those of the site that read text, and what is kept here whole. */
export function measurableModels(
  models: ModelsStore,
  kept: readonly KeptModel[],
): readonly LocalModelRef[] {
  const bundled = models.cards
    .filter(({ role }) => role !== 'embedder')
    .flatMap(({ id, files }) => {
      const [dtype] = shippedFormats(files);
      return models.computing([
        { source: 'bundled', id, ...(dtype === undefined ? {} : { dtype }) },
      ]);
    });
  const own = kept.flatMap(({ source, id, revision, paths }): LocalModelRef[] => {
    const [dtype] = formatsOf(paths);
    return dtype === undefined ? [] : [{ source, id, revision, dtype, device: 'wasm' }];
  });
  return [...bundled, ...own];
}

/** The same models on the devices that this machine has, device by device for each. */
export function onDevices(
  models: readonly LocalModelRef[],
  devices: readonly Exclude<Device, 'none'>[],
): LocalModelRef[] {
  return models.flatMap((model) => devices.map((device) => ({ ...model, device })));
}
