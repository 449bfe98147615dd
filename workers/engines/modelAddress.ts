import type { ModelRef } from '../../src/core/calls/model.ts';
import type { WorkerPaths } from '../../src/rpc/modelWorker.ts';

/** Where a model's files are, in the two parts that transformers.js joins. Bundled and hub models differ here only. */
export interface ModelAddress {
  readonly host: string;
  /** With `{model}` and `{revision}` where those go. */
  readonly template: string;
}

export function modelAddress(model: ModelRef, paths: WorkerPaths): ModelAddress {
  return model.source === 'hub'
    ? { host: paths.hub, template: '{model}/resolve/{revision}/' }
    : { host: paths.models, template: '{model}/' };
}

/** The address that a model's paths are relative to. */
export function baseUrl({ host, template }: ModelAddress, id: string, revision: string): string {
  return `${host}${template.replace('{model}', id).replace('{revision}', encodeURIComponent(revision))}`;
}

/** Whether a revision names one commit for ever, so that its files can be kept. */
export function isCommit(revision: string): boolean {
  return /^[0-9a-f]{40}$/.test(revision);
}
