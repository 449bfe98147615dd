import { parameterCount, type ModelShape } from '../models/shape.ts';
import type { Arm, Prefix } from './arm.ts';
import type { DistillFlops } from './experiment.ts';
import { needsOf } from './needs.ts';
import { prefixLength } from './prefix.ts';

/**
 * Floating point operations of one forward pass over so many tokens: 2 N n + 2 l d n². N: parameters without the input embedding but
 * with the output layer, which is every parameter where the two are tied, as here. The second part is attention, 4 l d for each
 * token before, half of them on average. l layers; d the width of all query heads together.
 *
 * The formula is ours (methods A1, derived): Prefix OPD does not publish the one behind its figures. Writing a text with keys
 * and values kept costs the same as reading it.
 */
export function forwardFlops(shape: ModelShape, tokens: number): number {
  const width = shape.heads * shape.headDim;
  return 2 * parameterCount(shape) * tokens + 2 * shape.layers * width * tokens ** 2;
}

export interface TextCost {
  readonly student: ModelShape;
  readonly teacher: ModelShape;
  readonly arm: Pick<Arm, 'source' | 'objective' | 'selection'>;
  readonly promptTokens: number;
  /** Tokens really written, the end mark included. */
  readonly writtenTokens: number;
  /** Whether a cached text is used for the first time, when its writing and scoring are paid; other sources pay each time. */
  readonly firstUse: boolean;
}

/**
 * What one text costs. Sampling: a forward pass of who writes it, nothing for worked answers. Teacher: a forward pass of the teacher
 * where the arm asks for it, also over its own texts, and one of the student at the start for G-OPD. Training: a forward and a backward
 * pass of the student, three forward passes. A prompt is paid with each text over it. Ours, after methods A1.
 */
export function textFlops(cost: TextCost): DistillFlops {
  const { student, teacher, arm, promptTokens, writtenTokens, firstUse } = cost;
  const tokens = promptTokens + writtenTokens;
  const [small, large] = [forwardFlops(student, tokens), forwardFlops(teacher, tokens)];
  const needs = needsOf({ ...arm, prefix: { kind: 'full' } });
  const paid = arm.source !== 'cached' || firstUse;
  const writer = { gold: 0, teacher: large, student: small, cached: small }[arm.source];
  return {
    sampling: paid ? writer : 0,
    teacher: paid ? (needs.teacher ? large : 0) + (needs.reference ? small : 0) : 0,
    training: 3 * small,
  };
}

export const NO_FLOPS: DistillFlops = { sampling: 0, teacher: 0, training: 0 };

/** What was spent together. */
export function addFlops(first: DistillFlops, second: DistillFlops): DistillFlops {
  return {
    sampling: first.sampling + second.sampling,
    teacher: first.teacher + second.teacher,
    training: first.training + second.training,
  };
}

/** All three parts together. */
export function totalFlops({ sampling, teacher, training }: DistillFlops): number {
  return sampling + teacher + training;
}

/**
 * How many times as much full on-policy distillation costs as one with a prefix, over so many steps of texts that would be
 * `fullTokens` long. A plan from the formula above: texts that end early make the true ratio smaller.
 */
export function ratioOfFull({
  student,
  teacher,
  promptTokens,
  fullTokens,
  prefix,
  steps,
}: {
  readonly student: ModelShape;
  readonly teacher: ModelShape;
  readonly promptTokens: number;
  readonly fullTokens: number;
  readonly prefix: Prefix;
  readonly steps: number;
}): number {
  const costOf = (writtenTokens: number): number =>
    totalFlops(
      textFlops({
        student,
        teacher,
        arm: {
          source: 'student',
          objective: { kind: 'divergence', divergence: 'reverse', beta: 0 },
          selection: { kind: 'all' },
        },
        promptTokens,
        writtenTokens,
        firstUse: true,
      }),
    );
  let spent = 0;
  for (let step = 0; step < steps; step += 1) {
    spent += costOf(prefixLength(prefix, step, fullTokens));
  }
  return (steps * costOf(fullTokens)) / spent;
}
