import { describe, expect, it } from 'vitest';
import { modelKey, type LocalModelRef, type ModelRef } from '../core/calls/model.ts';
import { TUNING_VERSION, type DeviceTuning } from '../core/models/tuning.ts';
import type { ResolvedDevice } from './machine.svelte.ts';
import { tunedDevice, type Measured } from './tunedDevice.ts';

const model: LocalModelRef = {
  source: 'bundled',
  id: 'student-small',
  revision: 'a'.repeat(64),
  dtype: 'fp16',
  device: 'wasm',
};
const judge: LocalModelRef = { ...model, id: 'rubric-judge' };
const gpu: ResolvedDevice = { kind: 'device', device: 'webgpu', note: null };

/** A model that takes `seconds` for a verdict and 32 tokens: half of it each. */
function tuning(of: LocalModelRef, device: 'wasm' | 'webgpu', seconds: number): DeviceTuning {
  return {
    modelKey: modelKey({ ...of, device }),
    version: TUNING_VERSION,
    id: of.id,
    dtype: of.dtype,
    device,
    hardware: device,
    runtime: 'r',
    figures: {
      verdictsPerSecond: 2 / seconds,
      prefillTokensPerSecond: 1,
      writing: [{ batch: 8, tokensPerSecond: 64 / seconds }],
      tookMs: 1,
    },
    measuredAt: '2026-11-21T20:00:00.000Z',
  };
}

function measured(
  tunings: readonly DeviceTuning[],
  passed: boolean | null,
  stale: string | null = null,
): Measured {
  const find = (wanted: ModelRef): DeviceTuning | undefined =>
    tunings.find(({ modelKey: key }) => key === modelKey(wanted));
  return {
    find,
    stale: () => stale,
    fresh: (wanted) => (stale === null ? find(wanted) : undefined),
    passed: () => Promise.resolve(passed),
  };
}

describe('tunedDevice', () => {
  it('is the faster device, with the figures it was chosen by', async () => {
    const faster = measured([tuning(model, 'wasm', 1), tuning(model, 'webgpu', 0.25)], true);
    expect(await tunedDevice(gpu, [model], faster)).toEqual({
      kind: 'device',
      device: 'webgpu',
      note: 'WebGPU was chosen as the faster one: measured here, a verdict and 32 tokens take 1.00 s over wasm and 0.25 s over WebGPU.',
    });
    const slower = measured([tuning(model, 'wasm', 0.01), tuning(model, 'webgpu', 4)], true);
    const chosen = await tunedDevice(gpu, [model], slower);
    expect(chosen).toMatchObject({ device: 'wasm' });
    expect(chosen.kind === 'device' && chosen.note).toContain('10.0 ms over wasm and 4.00 s');
  });

  it('adds up the models of a run, of which each has to be measured on both', async () => {
    const both = [tuning(model, 'wasm', 1), tuning(model, 'webgpu', 0.5)];
    const three = [...both, tuning(judge, 'wasm', 1)];
    const four = [...three, tuning(judge, 'webgpu', 3)];
    expect(await tunedDevice(gpu, [model, judge], measured(four, true))).toMatchObject({
      device: 'wasm',
    });
    const open = await tunedDevice(gpu, [model, judge], measured(three, true));
    expect(open).toMatchObject({ device: 'webgpu' });
    expect(open.kind === 'device' && open.note).toContain('unmeasured');
  });

  it('is wasm where a GPU is faster and was not compared, or does not agree', async () => {
    const faster = [tuning(model, 'wasm', 1), tuning(model, 'webgpu', 0.25)];
    const unknown = await tunedDevice(gpu, [model], measured(faster, null));
    expect(unknown).toMatchObject({ device: 'wasm' });
    expect(unknown.kind === 'device' && unknown.note).toContain('not compared');
    const failed = await tunedDevice(gpu, [model], measured([], false));
    expect(failed).toMatchObject({ device: 'wasm' });
    expect(failed.kind === 'device' && failed.note).toContain('student-small does not compute');
  });

  it('leaves figures that are out of date alone, and says why', async () => {
    const old = measured([tuning(model, 'wasm', 1), tuning(model, 'webgpu', 9)], true, 'too old');
    const chosen = await tunedDevice(gpu, [model], old);
    expect(chosen).toMatchObject({ device: 'webgpu' });
    expect(chosen.kind === 'device' && chosen.note).toContain('out of date: too old');
  });

  it('has nothing to say of baselines and endpoints alone', async () => {
    expect(await tunedDevice(gpu, [], measured([], null))).toEqual(gpu);
  });
});
