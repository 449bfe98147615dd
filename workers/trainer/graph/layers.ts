import type { Tape, Value } from './tape.ts';

/** Rows of a table [rows, width] at indices (int64 [n]): [n, width]. */
export function gather(
  tape: Tape,
  table: Value,
  indices: Value,
  [rows, width]: readonly [rows: number, width: number],
): Value {
  const taken = tape.op('Gather', [table, indices]);
  tape.differentiate(taken, (gradient) => {
    tape.addGradient(table, tape.scatterRows(indices, gradient, rows, width));
  });
  return taken;
}

/** x [n, in] times a weight [in, out], or times the transpose of one [out, in]. */
export function linear(tape: Tape, x: Value, weight: Value, transposed = false): Value {
  const transB = transposed ? 1 : 0;
  const product = tape.op('Gemm', [x, weight], { transB });
  tape.differentiate(product, (gradient) => {
    tape.addGradient(x, tape.op('Gemm', [gradient, weight], { transB: 1 - transB }));
    const pair = transposed ? [gradient, x] : [x, gradient];
    tape.addGradient(weight, tape.op('Gemm', pair, { transA: 1 }));
  });
  return product;
}

export function add(tape: Tape, a: Value, b: Value): Value {
  const sum = tape.op('Add', [a, b]);
  tape.differentiate(sum, (gradient) => {
    tape.addGradient(a, gradient);
    tape.addGradient(b, gradient);
  });
  return sum;
}

/** Root-mean-square norm over the last axis of x [n, width], scaled by `gain` [width]. */
export function rmsNorm(tape: Tape, x: Value, gain: Value, width: number, eps: number): Value {
  const meanSquare = tape.op('ReduceMean', [tape.op('Mul', [x, x]), tape.integers(-1)]);
  const root = tape.op('Sqrt', [tape.op('Add', [meanSquare, tape.float(eps)])]);
  const unit = tape.op('Div', [x, root]);
  const scaled = tape.op('Mul', [unit, gain]);
  tape.differentiate(scaled, (gradient) => {
    tape.addGradient(gain, tape.sum(tape.op('Mul', [gradient, unit]), 0, false));
    // d unit = (I - unit unit^T / width) / root
    const inner = tape.op('Mul', [gradient, gain]);
    const along = tape.sum(tape.op('Mul', [inner, unit]), -1);
    const share = tape.op('Mul', [along, tape.float(1 / width)]);
    const across = tape.op('Sub', [inner, tape.op('Mul', [unit, share])]);
    tape.addGradient(x, tape.op('Div', [across, root]));
  });
  return scaled;
}

/** silu(gate) * up. */
export function gatedUnit(tape: Tape, gate: Value, up: Value): Value {
  const sigmoid = tape.op('Sigmoid', [gate]);
  const silu = tape.op('Mul', [gate, sigmoid]);
  const product = tape.op('Mul', [silu, up]);
  tape.differentiate(product, (gradient) => {
    tape.addGradient(up, tape.op('Mul', [gradient, silu]));
    // silu' = sigmoid + silu (1 - sigmoid) = sigmoid + silu - silu sigmoid
    const slope = tape.op('Sub', [
      tape.op('Add', [sigmoid, silu]),
      tape.op('Mul', [silu, sigmoid]),
    ]);
    tape.addGradient(gate, tape.op('Mul', [tape.op('Mul', [gradient, up]), slope]));
  });
  return product;
}

/** Rotary tables [maxPositions, headDim / 2], and what turns back: the sine with its sign changed. */
export interface Turns {
  readonly cos: Value;
  readonly sin: Value;
  readonly minusSin: Value;
}

/** Turns heads x [batch, length, heads * headDim] by their positions (int64 [batch, length]). */
export function rotate(tape: Tape, x: Value, positions: Value, turns: Turns): Value {
  const turn = (value: Value, sin: Value): Value =>
    tape.microsoft('RotaryEmbedding', [value, positions, turns.cos, sin]);
  const turned = turn(x, turns.sin);
  tape.differentiate(turned, (gradient) => {
    tape.addGradient(x, turn(gradient, turns.minusSin));
  });
  return turned;
}

/** A reshape with a derivative. */
export function reshaped(
  tape: Tape,
  value: Value,
  from: readonly number[],
  to: readonly number[],
): Value {
  const out = tape.reshape(value, ...to);
  tape.differentiate(out, (gradient) => {
    tape.addGradient(value, tape.reshape(gradient, ...from));
  });
  return out;
}

/** Swaps axes 1 and 2 of a value of four axes: tokens and heads. */
export function swapMiddle(tape: Tape, value: Value): Value {
  const swap = (of: Value): Value => tape.permute(of, [0, 2, 1, 3]);
  const out = swap(value);
  tape.differentiate(out, (gradient) => {
    tape.addGradient(value, swap(gradient));
  });
  return out;
}

/**
 * Sum of shares x negative log likelihood (nats) of target classes, with its gradient put into the logits [n, classes].
 * Targets are int64 [n], shares float [n]. Also the log likelihoods [n, classes].
 */
export function sharedLoss(
  tape: Tape,
  logits: Value,
  targets: Value,
  shares: Value,
): { loss: Value; logLikelihoods: Value } {
  const logLikelihoods = tape.op('LogSoftmax', [logits], { axis: -1 });
  const column = tape.op('Unsqueeze', [targets, tape.integers(-1)]);
  const weights = tape.op('Unsqueeze', [shares, tape.integers(-1)]);
  const ofTargets = tape.op('GatherElements', [logLikelihoods, column], { axis: 1 });
  const loss = tape.op('Neg', [tape.sum(tape.op('Mul', [ofTargets, weights]), 0, false)]);
  const likely = tape.op('Mul', [tape.op('Exp', [logLikelihoods]), weights]);
  const gradient = tape.scatterElements(likely, column, tape.op('Neg', [weights]));
  tape.addGradient(logits, gradient);
  return { loss, logLikelihoods };
}
