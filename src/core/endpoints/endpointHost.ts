import type { EndpointModelRef } from '../calls/model.ts';

/** Host and port of the endpoint that a reference names. */
export function endpointHost({ revision }: Pick<EndpointModelRef, 'revision'>): string {
  return revision.slice(0, revision.lastIndexOf('#'));
}
