import { lax, nn, numpy as np, tree } from '@jax-js/jax';
import type { LossTerms } from '../../../src/core/distill/rollout.ts';
import { weightSpecs, type ModelShape } from '../../../src/core/models/shape.ts';
import { batchTokens } from '../distill/scorer.ts';
import type { TextBatch } from '../distill/textBatch.ts';
import { logitsAt } from '../forward.ts';
import { part, type DeviceRecord } from '../trainStep.ts';
import type { TrainedObjective } from './objective.ts';

/** Texts with the teacher's logits and the shares of both kinds of terms, by site. */
export interface DistillBatch extends TextBatch {
  /** float32 [sites, vocabSize]; null where no divergence is asked for. */
  readonly teacherLogits: Float32Array<ArrayBuffer> | null;
  /** float32 [sites] each; 0 for sites that are not used. */
  readonly divergenceShares: Float32Array<ArrayBuffer>;
  readonly likelihoodShares: Float32Array<ArrayBuffer>;
}

type DivergenceTerms = LossTerms['divergence'];

/** The divergence at every site, [sites], of log-probabilities [sites, V]; takes both. See `core/distill/tokenFacts.ts`. */
function divergenceAt(
  { kind, beta }: NonNullable<DivergenceTerms>,
  student: np.Array,
  teacher: np.Array,
): np.Array {
  /** KL(first || second), of log-probabilities; takes both. */
  const kl = (first: np.Array, second: np.Array): np.Array =>
    np.exp(first.ref).mul(first.sub(second)).sum(-1);
  switch (kind) {
    case 'reverse':
      return kl(student, teacher);
    case 'forward':
      return kl(teacher, student);
    case 'jsd': {
      const mixture = np.log(
        np
          .exp(teacher.ref)
          .mul(beta)
          .add(np.exp(student.ref).mul(1 - beta)),
      );
      return kl(teacher, mixture.ref)
        .mul(beta)
        .add(kl(student, mixture).mul(1 - beta));
    }
  }
}

function toDevice(batch: DistillBatch, vocabSize: number): DeviceRecord {
  const { teacherLogits, sites, targets } = batch;
  const teacher = teacherLogits === null ? null : np.array(teacherLogits);
  return {
    ...batchTokens(batch),
    sites: np.array(sites),
    targets: np.array(targets),
    divergenceShares: np.array(batch.divergenceShares),
    likelihoodShares: np.array(batch.likelihoodShares),
    ...(teacher === null ? {} : { teacher: teacher.reshape([sites.length, vocabSize]) }),
  };
}

/** Terms of a divergence and of likelihood over given texts, weighted as `LossTerms` says; the shares are constants. */
export function distillObjective(
  shape: ModelShape,
  divergence: DivergenceTerms,
): TrainedObjective<DistillBatch> {
  return {
    specs: weightSpecs(shape),
    scaffold: new Set(),
    toDevice: (batch) => toDevice(batch, shape.vocabSize),
    loss: (weights, batch, tables) => {
      const tokens = {
        ids: part(batch, 'ids'),
        positions: part(batch, 'positions'),
        groups: part(batch, 'groups'),
        branches: part(batch, 'branches'),
      };
      const logits = logitsAt(shape, weights, tokens, tables, part(batch, 'sites'));
      tree.dispose(weights);
      const student = logits.ref.sub(nn.logsumexp(logits, -1, { keepdims: true }));
      const targets = part(batch, 'targets');
      const isTarget = np.equal(np.arange(shape.vocabSize), targets.reshape([targets.size, 1]));
      const written = np.where(isTarget, student.ref, 0).sum(-1);
      const likelihood = written.mul(part(batch, 'likelihoodShares')).sum();
      const shares = part(batch, 'divergenceShares');
      if (divergence === null) {
        tree.dispose([student, shares]);
        return np.negative(likelihood);
      }
      const raw = lax.stopGradient(part(batch, 'teacher'));
      const teacher = raw.ref.sub(nn.logsumexp(raw, -1, { keepdims: true }));
      return divergenceAt(divergence, student, teacher).mul(shares).sum().sub(likelihood);
    },
    dispose: () => undefined,
  };
}
