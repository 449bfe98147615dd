import { expect, test } from 'vitest';
import type { ModelRef } from '../src/core/calls/model.ts';
import { RANDOM_MODEL } from '../src/core/models/randomReply.ts';
import { baselineEngine } from './engines/baselineEngine.ts';
import type { Engine } from './engines/engine.ts';
import { failureError } from './engines/failures.ts';
import { ModelService } from './modelService.ts';

const model: ModelRef = {
  source: 'bundled',
  id: 'student-small',
  revision: 'a'.repeat(64),
  dtype: 'fp32',
  device: 'wasm',
};

/** Loads like one that looks at the signal before it fetches anything. */
const engine: Engine = {
  ...baselineEngine,
  load: async (_, options) =>
    options.signal.aborted
      ? { ok: false, failure: failureError('aborted', 'The loading was stopped.').failure }
      : await baselineEngine.load(RANDOM_MODEL, options),
};

test('a cancel while the runtime is fetched ends the load that waits for it, and no later one', async () => {
  const service = new ModelService({
    createEngine: () => {
      service.abort();
      return Promise.resolve(engine);
    },
    probe: () => Promise.reject(new Error('nobody probes here')),
    wasmBytes: () => 0,
    onProgress: () => undefined,
    onReply: () => undefined,
    onProbed: () => undefined,
    onTuned: () => undefined,
  });
  const here = 'http://localhost/';
  service.configure({ models: here, runtime: here, hub: here });
  expect(await service.load(model, null, 0)).toMatchObject({
    ok: false,
    failure: { code: 'aborted' },
  });
  expect(await service.load(model, null, 0)).toMatchObject({ ok: true });
});
