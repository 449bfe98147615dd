import type { Dtype, ModelRef } from '../../core/calls/model.ts';
import type { ModelChoice } from '../../core/models/modelChoice.ts';

/** What a model picker offers, as the value of its list. */
export type PickedModel =
  | `bundled:${string}`
  | 'baseline:random'
  | 'baseline:majority'
  | 'hub'
  /** Revision and id, a blank between them: neither has one. */
  | `endpoint:${string}`
  /** Name and revision of a folder that this browser keeps. */
  | `folder:${string}@${string}`;

/** How a list names a model behind an endpoint. */
export function pickedEndpoint({
  id,
  revision,
}: Pick<ModelRef, 'id' | 'revision'>): `endpoint:${string}` {
  return `endpoint:${revision} ${id}`;
}

/** The other way round; null for every other model. */
export function endpointOf(picked: PickedModel): { id: string; revision: string } | null {
  if (!picked.startsWith('endpoint:')) return null;
  const [revision = '', id = ''] = picked.slice('endpoint:'.length).split(' ', 2);
  return { id, revision };
}

/** One model of the form, with all that can be typed about it. */
export class ModelForm {
  picked: PickedModel = $state('baseline:random');
  hubId = $state('');
  revision = $state('main');
  dtype: Dtype = $state('q8');
  /** Number format of a bundled model or a folder; null for the first that it has. */
  format: Dtype | null = $state(null);

  constructor(picked: PickedModel) {
    this.picked = picked;
  }

  /** The choice that the form stands for; faults in it are found when the run is planned. */
  get choice(): ModelChoice {
    if (this.picked === 'hub') {
      const revision = this.revision.trim() === '' ? 'main' : this.revision.trim();
      return { source: 'hub', id: this.hubId.trim(), revision, dtype: this.dtype };
    }
    if (this.picked === 'baseline:random') return { source: 'baseline', id: 'random' };
    if (this.picked === 'baseline:majority') return { source: 'baseline', id: 'majority' };
    const endpoint = endpointOf(this.picked);
    if (endpoint !== null) return { source: 'endpoint', ...endpoint };
    if (this.picked.startsWith('folder:')) {
      const [id = '', revision = ''] = this.picked.slice('folder:'.length).split('@');
      return { source: 'folder', id, revision, dtype: this.format ?? 'fp32' };
    }
    const id = this.picked.slice('bundled:'.length);
    return { source: 'bundled', id, ...(this.format === null ? {} : { dtype: this.format }) };
  }

  /**
   * Another model: what was chosen about the last one does not hold for it.
   *
   * @param format that it is to be in; null for the first that it has.
   */
  pick(picked: PickedModel, format: Dtype | null = null): void {
    this.picked = picked;
    this.format = format;
  }

  fill(model: ModelRef): void {
    if (model.source === 'baseline')
      this.picked = model.id === 'majority' ? 'baseline:majority' : 'baseline:random';
    else if (model.source === 'endpoint') this.picked = pickedEndpoint(model);
    else if (model.source === 'bundled') {
      this.picked = `bundled:${model.id}`;
      this.format = model.dtype;
    } else if (model.source === 'folder') {
      this.picked = folderOption(model);
      this.format = model.dtype;
    } else {
      this.picked = 'hub';
      this.hubId = model.id;
      this.revision = model.revision;
      this.dtype = model.dtype;
    }
  }
}

/** How the list of models names a folder. */
export function folderOption({ id, revision }: Pick<ModelRef, 'id' | 'revision'>): PickedModel {
  return `folder:${id}@${revision}`;
}

/** A form that stands for a model which played. */
export function filledModel(model: ModelRef): ModelForm {
  const form = new ModelForm('baseline:random');
  form.fill(model);
  return form;
}
