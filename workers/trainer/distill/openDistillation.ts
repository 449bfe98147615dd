import { defaultDevice, init } from '@jax-js/jax';
import * as v from 'valibot';
import { checkArm } from '../../../src/core/distill/checkArm.ts';
import { flopsSchema } from '../../../src/core/distill/experiment.ts';
import { NO_FLOPS } from '../../../src/core/distill/flops.ts';
import { weightSpecs } from '../../../src/core/models/shape.ts';
import type { DistillSpec } from '../../../src/rpc/distillWorker.ts';
import { decodeCheckpoint, encodeCheckpoint, zeroMoments } from '../checkpoint.ts';
import { readLlamaOnnx } from '../onnx/readLlama.ts';
import { DistillTraining, type DistillStart } from './distillTraining.ts';

export type OpenDistillationResult =
  | { readonly ok: true; readonly training: DistillTraining }
  | { readonly ok: false; readonly error: string };

const checkpointSchema = v.object({ training: v.string(), flops: flopsSchema });

/** What makes two trainings the same: a checkpoint goes on with the training that it is of, and with no other. */
function identityOf({ arm, settings, seed, backend }: DistillSpec): string {
  return JSON.stringify({ arm, settings, seed, backend });
}

/** A checkpoint's bytes, with the operations spent and what it is a checkpoint of. */
export async function checkpointOf(
  spec: DistillSpec,
  training: DistillTraining,
): Promise<Uint8Array<ArrayBuffer>> {
  const { flops } = training.progress;
  return encodeCheckpoint(await training.checkpoint(), {
    distillation: JSON.stringify({ training: identityOf(spec), flops }),
  });
}

type StartResult =
  | { readonly ok: true; readonly start: DistillStart }
  | { readonly ok: false; readonly error: string };

function startOf(spec: DistillSpec): StartResult {
  const { student, teacher, checkpoint } = spec;
  const read = readLlamaOnnx(student.shape, student.onnx);
  if (!read.ok) return read;
  const taught = readLlamaOnnx(teacher.shape, teacher.onnx);
  if (!taught.ok) return taught;
  const models = { studentWeights: read.weights, teacherWeights: taught.weights };
  const specs = weightSpecs(student.shape);
  if (checkpoint === null) {
    const fresh = {
      weights: read.weights,
      first: zeroMoments(specs),
      second: zeroMoments(specs),
      progress: { step: 0, tokens: 0, seconds: 0 },
    };
    return { ok: true, start: { ...models, checkpoint: fresh, flops: NO_FLOPS } };
  }
  const decoded = decodeCheckpoint(checkpoint, specs);
  if (!decoded.ok) return decoded;
  const said = v.safeParse(
    v.pipe(v.string(), v.parseJson(), checkpointSchema),
    decoded.metadata['distillation'],
  );
  if (!said.success || said.output.training !== identityOf(spec))
    return {
      ok: false,
      error:
        'The checkpoint is of another training: its arm, settings, seed or device differ. Start this one from its first step.',
    };
  const { flops } = said.output;
  return { ok: true, start: { ...models, checkpoint: decoded.checkpoint, flops } };
}

/** Opens a distillation on a device of this browser. */
export async function openDistillation(spec: DistillSpec): Promise<OpenDistillationResult> {
  const { student, teacher, settings, arm } = spec;
  const possible = checkArm(arm, settings);
  if (!possible.ok) return possible;
  if (student.shape.vocabSize !== teacher.shape.vocabSize)
    return {
      ok: false,
      error: `The student knows ${String(student.shape.vocabSize)} tokens and the teacher ${String(teacher.shape.vocabSize)}: only models with one tokenizer can be distilled.`,
    };
  if (settings.fewestSteps > settings.mostSteps)
    return { ok: false, error: 'The fewest steps of a problem are more than the most steps.' };
  const available = await init(spec.backend);
  if (!available.includes(spec.backend))
    return { ok: false, error: `This browser cannot train on "${spec.backend}".` };
  defaultDevice(spec.backend);
  const start = startOf(spec);
  if (!start.ok) return start;
  return { ok: true, training: new DistillTraining(spec, start.start) };
}
