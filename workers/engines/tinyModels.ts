import * as v from 'valibot';
import type { Message } from '../../src/core/calls/call.ts';
import type { Device, LocalModelRef } from '../../src/core/calls/model.ts';
import { ModelFailureError } from '../../src/core/models/failure.ts';
import { ASK_ABOVE_BYTES } from '../../src/core/models/shelf.ts';
import type { Outcome } from '../../src/rpc/modelWorker.ts';
import type { LoadOptions } from './engine.ts';
import { TransformersEngine } from './transformersEngine.ts';

/** For tests: the models that the hub's imitation holds, and ways to say less about each call. */
export function tinyRef(
  name: string,
  device: Device,
  changes: Partial<LocalModelRef> = {},
): LocalModelRef {
  return {
    source: 'hub',
    id: `onnx-community/${name}`,
    revision: 'main',
    dtype: 'fp32',
    device,
    ...changes,
  };
}

/** An engine over the runtime of this page's server and the hub at an address. */
export function openEngine(
  hub: string,
  ...more: ConstructorParameters<typeof TransformersEngine> extends [unknown, ...infer Rest]
    ? Rest
    : never
): TransformersEngine {
  const { origin } = location;
  const paths = {
    hub,
    runtime: `${origin}/ort/`,
    models: `${origin}/e2e/fixtures/fakeHub/models/onnx-community/`,
  };
  return new TransformersEngine(paths, ...more);
}

/** Options of a load that no one watches, stops or checks. */
export function unwatched(changes: Partial<LoadOptions> = {}): LoadOptions {
  const options = {
    files: null,
    agreedBytes: ASK_ABOVE_BYTES,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  };
  return { ...options, ...changes };
}

/** @throws ModelFailureError where the outcome is a failure. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new ModelFailureError(outcome.failure);
}

/** @returns `none` where the outcome is a value. */
export function failureCode(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'none' : outcome.failure.code;
}

/** Messages as a golden file holds them. */
export function messagesOf(values: unknown): Message[] {
  const role = v.picklist(['system', 'user', 'assistant']);
  return v.parse(v.array(v.strictObject({ role, content: v.string() })), values);
}
