import type { ModelRef } from '../../src/core/calls/model.ts';
import { FOLDER_HOST } from '../../src/core/models/shelf.ts';
import type { WorkerPaths } from '../../src/rpc/modelWorker.ts';

/** Where a model's files are, in the two parts that transformers.js joins. Sources differ here only. */
export interface ModelAddress {
  readonly host: string;
  /** With `{model}` and `{revision}` where those go. */
  readonly template: string;
}

const HUB_TEMPLATE = '{model}/resolve/{revision}/';

export function modelAddress(model: ModelRef, paths: WorkerPaths): ModelAddress {
  if (model.source === 'hub') return { host: paths.hub, template: HUB_TEMPLATE };
  // A folder's files are kept under the addresses of a hub that is nowhere.
  if (model.source === 'folder') return { host: FOLDER_HOST, template: HUB_TEMPLATE };
  return { host: paths.models, template: '{model}/' };
}

/** The address that a model's paths are relative to. */
export function baseUrl({ host, template }: ModelAddress, id: string, revision: string): string {
  return `${host}${template.replace('{model}', id).replace('{revision}', encodeURIComponent(revision))}`;
}

/** Whether a hub's revision names one commit for ever, so that its files can be kept. */
export function isFixed(revision: string): boolean {
  return /^[0-9a-f]{40}$/.test(revision);
}
