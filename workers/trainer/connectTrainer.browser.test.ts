import { afterEach, describe, expect, it } from 'vitest';
import type { Recipe } from '../../src/core/models/zoo/recipe.ts';
import {
  trainZooTokenizer,
  zooVocabulary,
} from '../../src/core/models/zoo/tokenizer/zooTokenizers.ts';
import { connectTrainer, TrainerDiedError } from './connectTrainer.ts';

const RECIPE: Recipe = {
  name: 'tiny',
  title: 'Tiny',
  role: 'judge',
  summary: 'For a test.',
  limits: 'All.',
  tokenizer: 'sums',
  formats: ['fp32'],
  shape: {
    vocabSize: zooVocabulary('sums'),
    hidden: 32,
    layers: 1,
    heads: 2,
    kvHeads: 1,
    headDim: 16,
    mlp: 32,
    maxPositions: 256,
    ropeTheta: 10_000,
    rmsEps: 1e-5,
  },
  seed: 'tiny-1',
  schedule: { peakRate: 3e-3, warmupSteps: 2, totalSteps: 6, floor: 0.1 },
  optimiser: { beta1: 0.9, beta2: 0.98, eps: 1e-8, weightDecay: 0.1, clipNorm: 1 },
  stages: [
    {
      share: 1,
      mix: [{ task: { kind: 'arithmetic', mostSteps: 3 }, weight: 1 }],
      packing: {
        rows: 2,
        length: 128,
        sites: 128,
        trunkWeight: 0.1,
        headSites: 16,
        guideSites: 16,
        guideWeight: 0.5,
        headWeight: 1,
      },
    },
  ],
};

let end: () => void = () => undefined;
afterEach(() => {
  end();
});

function start() {
  const worker = new Worker(new URL('../trainer.worker.ts', import.meta.url), { type: 'module' });
  const trainer = connectTrainer(worker);
  end = trainer.end;
  return trainer.rpc;
}

describe("the trainer's worker", () => {
  it('trains, stops at the end of the schedule, and goes on from a checkpoint to the same weights', async () => {
    const { tokenizer, config } = trainZooTokenizer('sums');
    const spec = { recipe: RECIPE, tokenizer: { tokenizer, config }, backend: 'wasm' } as const;
    const trainer = start();
    expect(await trainer.open({ ...spec, checkpoint: null })).toMatchObject({
      ok: true,
      progress: { step: 0 },
    });
    const begun = await trainer.train(3);
    expect(begun.progress.step).toBe(3);
    const checkpoint = await trainer.checkpoint();
    const ended = await trainer.train(100);
    expect(ended.progress.step).toBe(6);
    expect(ended.loss).toBeLessThan(begun.loss);
    const heldOut = await trainer.evaluate(2);
    expect(heldOut.questions).toBeGreaterThan(4);
    expect(heldOut.metrics['reply-loss']).toBeGreaterThan(0);
    const weights = await trainer.weightsFile();

    expect(await trainer.open({ ...spec, checkpoint })).toMatchObject({
      ok: true,
      progress: { step: 3 },
    });
    await trainer.train(100);
    expect(await trainer.weightsFile()).toEqual(weights);

    const torn = await trainer.open({ ...spec, checkpoint: checkpoint.slice(0, -4) });
    expect(torn).toMatchObject({ ok: false });
  });

  it('says that nothing is open', async () => {
    await expect(start().train(1)).rejects.toThrow('No training is open');
  });

  it('rejects what is pending when it is ended, and what comes after', async () => {
    const trainer = start();
    const pending = trainer.evaluate(1_000_000);
    end();
    await expect(pending).rejects.toThrow(TrainerDiedError);
    await expect(trainer.train(1)).rejects.toThrow();
  });

  it('rejects what is pending when it dies of an error', async () => {
    const source = "onmessage = () => { setTimeout(() => { throw new Error('boom'); }); };";
    const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    const trainer = connectTrainer(new Worker(address));
    await expect(trainer.rpc.checkpoint()).rejects.toThrow('boom');
    URL.revokeObjectURL(address);
  });
});
