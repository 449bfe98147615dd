import { defaultDevice, init } from '@jax-js/jax';
import * as ort from 'onnxruntime-web';
import { beforeAll, expect, it } from 'vitest';
import { trainedSpecs } from '../../../src/core/models/zoo/conceptHead.ts';
import { packGroups, type PackedBatch } from '../../../src/core/models/zoo/packing.ts';
import { zeroMoments, type Checkpoint } from '../checkpoint.ts';
import { languageObjective } from '../objectives/language.ts';
import { randomGroups, strongWeights, TINY_SHAPE } from '../testing.ts';
import { EvaluatedSession } from '../evaluatedSession.ts';
import { GraphSession } from './graphSession.ts';

const OPTIMISER = { beta1: 0.9, beta2: 0.95, eps: 1e-8, weightDecay: 0.1, clipNorm: 1 };
const SCHEDULE = { peakRate: 1e-2, warmupSteps: 2, totalSteps: 20, floor: 0.1 };
const STEPS = 3;

/** Two rows with every part of the loss: replies, documents, the concept head and guided attention. */
function batch(number: number): PackedBatch {
  const groups = [...randomGroups(`graph ${String(number)}`), ...randomGroups('graph')];
  const sizes = { rows: 2, length: 48, sites: 40, headSites: 16, guideSites: 24 };
  return packGroups(
    groups,
    { ...sizes, trunkWeight: 0.1, headWeight: 1, guideWeight: 0.5 },
    (bound) => bound - 1,
  ).batch;
}

function start(): Checkpoint {
  const specs = trainedSpecs(TINY_SHAPE);
  return {
    weights: strongWeights(),
    first: zeroMoments(specs),
    second: zeroMoments(specs),
    progress: { step: 0, tokens: 0, seconds: 0 },
  };
}

beforeAll(async () => {
  await init('wasm');
  defaultDevice('wasm');
  const file = new URL('/ort/ort-wasm-simd-threaded.asyncify', location.href).href;
  ort.env.wasm.wasmPaths = { mjs: `${file}.mjs`, wasm: `${file}.wasm` };
  ort.env.wasm.numThreads = 1;
});

it('takes the same steps as the compiled training, and says the same of held-out batches', async () => {
  const graph = new GraphSession(ort, 'wasm', TINY_SHAPE, SCHEDULE, OPTIMISER, start());
  const compiled = new EvaluatedSession(
    TINY_SHAPE,
    languageObjective(TINY_SHAPE),
    SCHEDULE,
    OPTIMISER,
    start(),
  );
  for (let step = 0; step < STEPS; step++) {
    const [ours, theirs] = [await graph.step(batch(step)), await compiled.step(batch(step))];
    expect(ours.loss).toBeCloseTo(theirs.loss, 4);
    expect(ours.norm / theirs.norm).toBeCloseTo(1, 4);
  }
  const [ours, theirs] = [await graph.checkpoint(), await compiled.checkpoint()];
  expect(ours.progress).toMatchObject({ step: STEPS, tokens: theirs.progress.tokens });
  for (const part of ['weights', 'first'] as const) {
    for (const [name, { data }] of theirs[part]) {
      const other = ours[part].get(name)?.data ?? new Float32Array();
      expect(other.length).toBe(data.length);
      const largest = data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      const apart = data.reduce(
        (most, value, index) => Math.max(most, Math.abs(value - (other[index] ?? Number.NaN))),
        0,
      );
      // Adam turns the sign of a gradient near 0 into a whole step: a rate of 1e-2 bounds what rounding may do.
      expect(apart / largest, `${part} of ${name}`).toBeLessThan(1e-3);
    }
  }
  const heldOut = [batch(7), batch(8)];
  const [said, expected] = [await graph.evaluate(heldOut), await compiled.evaluate(heldOut)];
  expect(said.questions).toBe(expected.questions);
  for (const [name, value] of Object.entries(expected.metrics))
    expect(said.metrics[name], name).toBeCloseTo(value, 4);
  compiled.dispose();
});
