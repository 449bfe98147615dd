import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseModelCard, type ModelCard } from '../../core/models/card.ts';
import type { ModelFile } from '../../core/models/modelFile.ts';
import type { ModelShape } from '../../core/models/shape.ts';
import { graphPath } from '../../core/models/hubLayout.ts';
import type { WeightFormat } from '../../core/models/weightFormats.ts';
import type { Recipe } from '../../core/models/zoo/recipe.ts';
import { taskName } from '../../core/models/zoo/tasks.ts';
import {
  SPECIAL_IDS,
  type TokenizerFiles,
} from '../../core/models/zoo/tokenizer/tokenizerFiles.ts';
import type { HeldOut } from '../../core/models/zoo/heldOut.ts';
import type { TrainingOutcome } from './trainModel.ts';

/** The `config.json` that readers of Llama models expect. An embedder has no head to write with, and says so. */
function hubConfig(shape: ModelShape, role: Recipe['role']): object {
  return {
    model_type: 'llama',
    architectures: [role === 'embedder' ? 'LlamaModel' : 'LlamaForCausalLM'],
    vocab_size: shape.vocabSize,
    hidden_size: shape.hidden,
    intermediate_size: shape.mlp,
    num_hidden_layers: shape.layers,
    num_attention_heads: shape.heads,
    num_key_value_heads: shape.kvHeads,
    head_dim: shape.headDim,
    max_position_embeddings: shape.maxPositions,
    rms_norm_eps: shape.rmsEps,
    rope_theta: shape.ropeTheta,
    hidden_act: 'silu',
    attention_bias: false,
    mlp_bias: false,
    tie_word_embeddings: true,
    torch_dtype: 'float32',
    bos_token_id: null,
    eos_token_id: SPECIAL_IDS.end,
    pad_token_id: SPECIAL_IDS.pad,
  };
}

const GENERATION_CONFIG = {
  do_sample: false,
  eos_token_id: SPECIAL_IDS.end,
  pad_token_id: SPECIAL_IDS.pad,
};

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
}

function round(value: number, decimals = 4): number {
  return Number(value.toFixed(decimals));
}

function rounded(metrics: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(metrics).map(([name, value]) => [name, round(value)]));
}

/** What a curve draws: shares only, since a loss has its own curve. */
function curveMetrics({ metrics }: HeldOut): Record<string, number> {
  const shares = Object.entries(metrics).filter(([name]) => !name.endsWith('loss'));
  return rounded(Object.fromEntries(shares));
}

function recipeFacts(recipe: Recipe): Record<string, string | number> {
  const { schedule, optimiser } = recipe;
  const stages = recipe.stages.flatMap(({ share, mix, packing }, index): [string, string][] => {
    const stage = `stage-${String(index + 1)}`;
    const { rows, length, headWeight, guideWeight, trunkWeight } = packing;
    const tasks = mix.map(({ task, weight }) => `${String(weight)} ${taskName(task)}`);
    return [
      [stage, `${String(share * 100)}% of steps, ${String(rows)} x ${String(length)} tokens`],
      [`${stage}-tasks`, tasks.join(', ')],
      [
        `${stage}-loss`,
        `replies + ${String(headWeight)} concept head + ${String(guideWeight)} guided attention + ${String(trunkWeight)} documents`,
      ],
    ];
  });
  return {
    optimiser: `AdamW ${String(optimiser.beta1)}/${String(optimiser.beta2)}, weight decay ${String(optimiser.weightDecay)} on matrices, gradient norm at most ${String(optimiser.clipNorm)}`,
    'peak-learning-rate': schedule.peakRate,
    'warm-up-steps': schedule.warmupSteps,
    'cosine-floor': schedule.floor,
    ...Object.fromEntries(stages),
  };
}

function cardOf(recipe: Recipe, outcome: TrainingOutcome, files: readonly ModelFile[]): ModelCard {
  const { heldOut } = outcome.curve.at(-1) ?? {};
  if (heldOut === undefined)
    throw new Error(`${recipe.name} has no held-out figures: its training is not finished.`);
  const card: unknown = {
    format: 'benchside-model-card',
    formatVersion: 1,
    id: recipe.name,
    title: recipe.title,
    role: recipe.role,
    ...(recipe.kinds === undefined ? {} : { kinds: recipe.kinds }),
    ...(recipe.protocols === undefined ? {} : { protocols: recipe.protocols }),
    summary: recipe.summary,
    licence: 'Apache-2.0',
    parameters: outcome.parameters,
    shape: recipe.shape,
    tokensSeen: outcome.progress.tokens,
    steps: outcome.progress.step,
    trainingSeconds: Math.round(outcome.progress.seconds),
    seed: recipe.seed,
    recipe: recipeFacts(recipe),
    data: {
      generator: 'src/core/packs/generators, written by the Benchside contributors',
      splits: {
        train: `seeds ${recipe.seed}/train/STEP; one batch a step, none seen twice`,
        validation: `seeds ${recipe.seed}/validation/NUMBER; the held-out figures; unseen documents in the wordings of training`,
        test: 'the packs’ own seeds and wordings, which no training reads',
      },
    },
    heldOut: { n: heldOut.questions, metrics: rounded(heldOut.metrics) },
    curve: outcome.curve.map(({ step, loss, heldOut: figures }) => ({
      step,
      loss: round(loss),
      ...(figures === undefined ? {} : { heldOut: curveMetrics(figures) }),
    })),
    files,
    limits: recipe.limits,
  };
  const parsed = parseModelCard(JSON.stringify(card));
  if (!parsed.ok) throw new Error(`The card of ${recipe.name}: ${parsed.error}`);
  return parsed.card;
}

/** Writes a model in the layout of the hubs, with its card, into `folder`. */
export async function writeModelFolder(
  folder: string,
  recipe: Recipe,
  tokenizer: TokenizerFiles,
  outcome: TrainingOutcome,
  weights: ReadonlyMap<WeightFormat, Uint8Array>,
): Promise<void> {
  const contents: readonly (readonly [path: string, bytes: Uint8Array])[] = [
    ['config.json', json(hubConfig(recipe.shape, recipe.role))],
    ['generation_config.json', json(GENERATION_CONFIG)],
    ['tokenizer.json', json(tokenizer.tokenizer)],
    ['tokenizer_config.json', json(tokenizer.config)],
    ...[...weights].map(([format, bytes]) => [graphPath(format), bytes] as const),
  ];
  const files: ModelFile[] = contents.map(([path, bytes]) => ({
    path,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  const card = json(cardOf(recipe, outcome, files));
  for (const [path, bytes] of [...contents, ['card.json', card] as const]) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}
