import type { ModelShape } from '../../../src/core/models/shape.ts';
import {
  HEAD_GAIN,
  HEAD_MATRIX,
  headLayer,
  trainedSpecs,
} from '../../../src/core/models/zoo/conceptHead.ts';
import type { PackedBatch } from '../../../src/core/models/zoo/packing.ts';
import { encodeOnnxModel } from '../onnx/onnxModel.ts';
import { attention, type Guide } from './attention.ts';
import {
  add,
  gather,
  gatedUnit,
  linear,
  reshaped,
  rmsNorm,
  rotate,
  sharedLoss,
  swapMiddle,
  type Turns,
} from './layers.ts';
import { Tape, TAPE_OPSETS, type Value } from './tape.ts';

/** Sizes of a batch, which a graph is written for. */
export type BatchShape = Pick<PackedBatch, 'rows' | 'length'> & {
  readonly sites: number;
  readonly headSites: number;
  readonly guideSites: number;
};

/** Names of a graph's outputs beside the gradients, which have their weights' names after this. */
export const GRADIENT = 'gradient/';
export const LOSS = 'loss';
/** The most likely token at every site (int64 [sites]), and the log likelihood of its target ([sites], nats). */
export const BEST = 'best';
export const LOG_LIKELIHOOD = 'log_likelihood';

function turns(tape: Tape, { maxPositions, headDim, ropeTheta }: ModelShape): Turns {
  const half = headDim / 2;
  const table = (of: (angle: number) => number): Value => {
    const data = Float32Array.from({ length: maxPositions * half }, (_, index) =>
      of(Math.floor(index / half) * ropeTheta ** (-(index % half) / half)),
    );
    return tape.table(data, [maxPositions, half]);
  };
  return {
    cos: table(Math.cos),
    sin: table(Math.sin),
    minusSin: table((angle) => -Math.sin(angle)),
  };
}

/** Streams [rows * length, hidden] not normed: after the last layer and before the concept head's. */
function residualStream(
  tape: Tape,
  shape: ModelShape,
  { rows, length }: BatchShape,
  guide: Guide | undefined,
): { last: Value; middle: Value; guideLoss: Value | undefined } {
  const { heads, kvHeads, headDim, hidden, rmsEps } = shape;
  const tokens = rows * length;
  const ids = int64Input(tape, 'ids', tokens);
  const positions = tape.reshape(int64Input(tape, 'positions', tokens), rows, length);
  const bias = tape.input('bias', 'float32', [rows, 1, 1, length, length]);
  const angles = turns(tape, shape);
  const middleLayer = headLayer(shape);
  let x = gather(tape, 'embed', ids, [shape.vocabSize, hidden]);
  let middle = x;
  let guideLoss: Value | undefined;
  for (let layer = 0; layer < shape.layers; layer++) {
    const at = (name: string): string => `layers.${String(layer)}.${name}`;
    if (layer === middleLayer) middle = x;
    const normed = rmsNorm(tape, x, at('attn_norm'), hidden, rmsEps);
    const project = (name: string, count: number, turned: boolean): Value => {
      const width = count * headDim;
      const flat = linear(tape, normed, at(name), false);
      const perRow = reshaped(tape, flat, [tokens, width], [rows, length, width]);
      const ready = turned ? rotate(tape, perRow, positions, angles) : perRow;
      const byHead = [rows, length, count, headDim];
      return swapMiddle(tape, reshaped(tape, ready, [rows, length, width], byHead));
    };
    const attended = attention(
      tape,
      { batch: rows, length, heads, kvHeads, headDim },
      {
        query: project('q', heads, true),
        key: project('k', kvHeads, true),
        value: project('v', kvHeads, false),
        bias,
      },
      layer === middleLayer ? guide : undefined,
    );
    guideLoss ??= attended.loss;
    const byToken = swapMiddle(tape, attended.out);
    const flat = reshaped(tape, byToken, [rows, length, heads, headDim], [tokens, heads * headDim]);
    x = add(tape, x, linear(tape, flat, at('o')));
    const mid = rmsNorm(tape, x, at('mlp_norm'), hidden, rmsEps);
    const unit = gatedUnit(tape, linear(tape, mid, at('gate')), linear(tape, mid, at('up')));
    x = add(tape, x, linear(tape, unit, at('down')));
  }
  return { last: x, middle, guideLoss };
}

/** An int32 input of one axis, as the int64 that indices must be. */
function int64Input(tape: Tape, name: string, count: number): Value {
  return tape.op('Cast', [tape.input(name, 'int32', [count])], { to: 7 });
}

function weightInputs(tape: Tape, shape: ModelShape): void {
  for (const spec of trainedSpecs(shape)) tape.input(spec.name, 'float32', spec.shape);
}

/** Logits after the tokens at `sites`, and those sites. */
function siteLogits(tape: Tape, shape: ModelShape, last: Value, batch: BatchShape): Value {
  const { hidden, rmsEps } = shape;
  const sites = int64Input(tape, 'sites', batch.sites);
  const rows = gather(tape, last, sites, [batch.rows * batch.length, hidden]);
  const normed = rmsNorm(tape, rows, 'final_norm', hidden, rmsEps);
  return linear(tape, normed, 'embed', true);
}

function encode(name: string, tape: Tape, outputs: readonly OutputOf[]): Uint8Array<ArrayBuffer> {
  return encodeOnnxModel({
    producer: 'benchside',
    opsets: TAPE_OPSETS,
    graph: {
      name,
      inputs: tape.inputs,
      outputs: outputs.map(({ name: of, dims, type }) => ({
        name: of,
        dims,
        type: type ?? 'float32',
      })),
      constants: tape.constants,
      nodes: tape.nodes,
    },
  });
}

interface OutputOf {
  readonly name: string;
  readonly dims: readonly number[];
  readonly type?: 'int64';
}

/**
 * The loss of a batch and its gradient by every trained weight, as an ONNX graph: the same numbers as the language
 * objective's, for runtimes that run ONNX faster than a compiler of the page can.
 */
export function writeGradientGraph(shape: ModelShape, batch: BatchShape): Uint8Array<ArrayBuffer> {
  const tape = new Tape();
  weightInputs(tape, shape);
  const guide: Guide = {
    sites: int64Input(tape, 'guide_sites', batch.guideSites),
    targets: tape.input('guide_targets', 'float32', [batch.guideSites, batch.length]),
    shares: tape.input('guide_shares', 'float32', [batch.guideSites]),
  };
  const { last, middle, guideLoss } = residualStream(tape, shape, batch, guide);
  if (guideLoss === undefined) throw new RangeError('The model has no layer to guide.');
  const logits = siteLogits(tape, shape, last, batch);
  const replies = sharedLoss(
    tape,
    logits,
    int64Input(tape, 'targets', batch.sites),
    tape.input('shares', 'float32', [batch.sites]),
  );
  const { hidden, rmsEps } = shape;
  const headSites = int64Input(tape, 'head_sites', batch.headSites);
  const seen = gather(tape, middle, headSites, [batch.rows * batch.length, hidden]);
  const concepts = sharedLoss(
    tape,
    linear(tape, rmsNorm(tape, seen, HEAD_GAIN, hidden, rmsEps), HEAD_MATRIX),
    int64Input(tape, 'head_classes', batch.headSites),
    tape.input('head_shares', 'float32', [batch.headSites]),
  );
  tape.backward();
  tape.name(tape.op('Add', [tape.op('Add', [replies.loss, concepts.loss]), guideLoss]), LOSS);
  const specs = trainedSpecs(shape);
  for (const { name } of specs) tape.name(tape.gradientOf(name), GRADIENT + name);
  return encode('gradient', tape, [
    { name: LOSS, dims: [1] },
    ...specs.map((spec) => ({ name: GRADIENT + spec.name, dims: spec.shape })),
  ]);
}

/** What a model says at the sites of a batch. */
export function writeEvaluationGraph(
  shape: ModelShape,
  batch: BatchShape,
): Uint8Array<ArrayBuffer> {
  const tape = new Tape();
  weightInputs(tape, shape);
  const { last } = residualStream(tape, shape, batch, undefined);
  const logits = siteLogits(tape, shape, last, batch);
  const column = tape.op('Unsqueeze', [
    int64Input(tape, 'targets', batch.sites),
    tape.integers(-1),
  ]);
  const likelihoods = tape.op('LogSoftmax', [logits], { axis: -1 });
  const ofTargets = tape.op('GatherElements', [likelihoods, column], { axis: 1 });
  tape.name(tape.reshape(ofTargets, batch.sites), LOG_LIKELIHOOD);
  tape.name(tape.op('ArgMax', [logits], { axis: -1, keepdims: 0 }), BEST);
  return encode('evaluation', tape, [
    { name: LOG_LIKELIHOOD, dims: [batch.sites] },
    { name: BEST, dims: [batch.sites], type: 'int64' },
  ]);
}
