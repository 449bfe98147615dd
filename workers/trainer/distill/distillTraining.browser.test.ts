import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Arm } from '../../../src/core/distill/arm.ts';
import type { DistillSettings } from '../../../src/core/distill/experiment.ts';
import type { DistillSpec } from '../../../src/rpc/distillWorker.ts';
import type { ModelShape } from '../../../src/core/models/shape.ts';
import { createDistillApi } from './api.ts';

const SETTINGS: DistillSettings = {
  fewestSteps: 2,
  mostSteps: 4,
  problems: 8,
  samples: 1,
  mostTokens: 40,
  temperature: 1,
  rate: 3e-4,
  warmupSteps: 2,
  steps: 6,
  evaluateEvery: 3,
  heldOut: 8,
};

const FULL: Arm = {
  source: 'student',
  prefix: { kind: 'full' },
  objective: { kind: 'divergence', divergence: 'reverse', beta: 0 },
  selection: { kind: 'all' },
};

const shapeSchema = v.custom<ModelShape>((value) => typeof value === 'object' && value !== null);

async function model(name: string): Promise<DistillSpec['student']> {
  const folder = `/data/models/${name}`;
  const card = v.parse(
    v.object({ shape: shapeSchema }),
    await (await fetch(`${folder}/card.json`)).json(),
  );
  const file = await fetch(`${folder}/onnx/model_fp16.onnx`);
  return { shape: card.shape, onnx: new Uint8Array(await file.arrayBuffer()) };
}

async function specOf(arm: Arm, settings: Partial<DistillSettings> = {}): Promise<DistillSpec> {
  const tokenizer = async (file: string): Promise<object> =>
    v.parse(
      v.looseObject({}),
      await (await fetch(`/data/models/arithmetic-student/${file}`)).json(),
    );
  return {
    student: await model('arithmetic-student'),
    teacher: await model('arithmetic-teacher'),
    tokenizer: {
      tokenizer: await tokenizer('tokenizer.json'),
      config: await tokenizer('tokenizer_config.json'),
    },
    arm,
    settings: { ...SETTINGS, ...settings },
    seed: 'test',
    backend: 'wasm',
    checkpoint: null,
  };
}

describe('speed', () => {
  it.each([
    ['full', { kind: 'full' }],
    ['prefix 8', { kind: 'fixed', length: 8 }],
  ] as const)('%s', async (name, prefix) => {
    const api = createDistillApi();
    const opened = await api.open(
      await specOf({ ...FULL, prefix }, { problems: 32, mostSteps: 8, mostTokens: 72, heldOut: 64 }),
    );
    expect(opened).toMatchObject({ ok: true });
    for (let step = 0; step < 5; step += 1) {
      const started = performance.now();
      const said = await api.step();
      console.log(name, step, Math.round(performance.now() - started), JSON.stringify(said));
    }
    const started = performance.now();
    const evaluated = await api.evaluate(64);
    console.log(name, 'evaluate', performance.now() - started, evaluated.correct.filter(Boolean).length, evaluated.ended, evaluated.length);
    const again = performance.now();
    await api.evaluate(64);
    console.log(name, 'evaluate again', performance.now() - again);
  }, 600_000);
});
