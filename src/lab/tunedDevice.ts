import type { ModelRef } from '../core/calls/model.ts';
import { bestDevice, workSeconds } from '../core/models/tuning.ts';
import type { DeviceChoice, ResolvedDevice } from './machine.svelte.ts';
import type { ModelChoice } from '../core/models/modelChoice.ts';
import type { TuningsStore } from './tunings.svelte.ts';

/** Settles a choice of device for the models of a run. */
export type ResolveDevice = (
  choice: DeviceChoice,
  models: readonly (ModelChoice | null)[],
) => Promise<ResolvedDevice>;

/** Of the store, what choosing needs. */
export type Measured = Pick<TuningsStore, 'find' | 'stale' | 'fresh' | 'passed'>;

const NAMES = { wasm: 'wasm', webgpu: 'WebGPU' } as const;

/** `0.42 s`, `12 ms`. */
function duration(seconds: number): string {
  if (seconds >= 10) return `${seconds.toFixed(0)} s`;
  return seconds >= 0.1 ? `${seconds.toFixed(2)} s` : `${(seconds * 1000).toFixed(1)} ms`;
}

function on(model: ModelRef, device: 'wasm' | 'webgpu'): ModelRef {
  return model.source === 'endpoint' ? model : { ...model, device };
}

/** Seconds of the same work of all models on a device; null where one of them was not measured there. */
function secondsOf(
  models: readonly ModelRef[],
  device: 'wasm' | 'webgpu',
  tunings: Measured,
): number | null {
  let sum = 0;
  for (const model of models) {
    const tuning = tunings.fresh(on(model, device));
    const seconds = tuning === undefined ? null : workSeconds(tuning.figures);
    if (seconds === null) return null;
    sum += seconds;
  }
  return sum;
}

/**
 * Settles `auto` by what was measured here: the fastest device whose numbers passed the parity check, and wasm in doubt. Where
 * a device was not measured, or the figures are stale, the machine's own answer stands, and the note says so.
 *
 * @param models those of a run that compute on a device of this machine.
 */
export async function tunedDevice(
  settled: ResolvedDevice,
  models: readonly ModelRef[],
  tunings: Measured,
): Promise<ResolvedDevice> {
  if (models.length === 0 || settled.kind !== 'device') return settled;
  const states = await Promise.all(
    models.map(async (model) => await tunings.passed(on(model, 'webgpu'))),
  );
  const failing = models[states.indexOf(false)];
  if (failing !== undefined) {
    const note = `On this adapter ${failing.id} does not compute what it computes over wasm, so wasm was chosen.`;
    return { kind: 'device', device: 'wasm', note };
  }
  const passed = states.every((state) => state === true);
  const wasm = secondsOf(models, 'wasm', tunings);
  const webgpu = secondsOf(models, 'webgpu', tunings);
  if (wasm === null || webgpu === null) return unmeasured(settled, models, tunings);
  const best = bestDevice([
    { device: 'wasm', seconds: wasm, passed: true },
    { device: 'webgpu', seconds: webgpu, passed },
  ]);
  const device = best?.device ?? 'wasm';
  const figures = `measured here, a verdict and 32 tokens take ${duration(wasm)} over wasm and ${duration(webgpu)} over WebGPU`;
  const note =
    device === 'wasm' && webgpu < wasm && !passed
      ? `wasm was chosen: WebGPU is faster (${figures}), but was not compared with wasm yet. Measure it again on the Models page to have it compared.`
      : `${NAMES[device]} was chosen as the faster one: ${figures}.`;
  return { kind: 'device', device, note };
}

/** The machine's own choice, and why no figures decided it. */
function unmeasured(
  settled: Extract<ResolvedDevice, { kind: 'device' }>,
  models: readonly ModelRef[],
  tunings: Measured,
): ResolvedDevice {
  const kept = models.flatMap((model) =>
    (['wasm', 'webgpu'] as const).flatMap((device) => tunings.find(on(model, device)) ?? []),
  );
  const stale = kept.map((tuning) => tunings.stale(tuning)).find((reason) => reason !== null);
  if (stale !== undefined) {
    const why = `${stale}; measure it again on the Models page`;
    return {
      ...settled,
      note: `${settled.note ?? ''} The speed kept here is out of date: ${why}.`.trim(),
    };
  }
  if (settled.note !== null) return settled;
  const note = `${NAMES[settled.device]} was chosen unmeasured: the Models page can measure both devices.`;
  return { ...settled, note };
}
