import type { DistillSpec, DistillWorkerApi } from '../../../src/rpc/distillWorker.ts';
import { NothingOpenError } from '../api.ts';
import { writeLlamaOnnx } from '../onnx/writeLlama.ts';
import type { DistillTraining } from './distillTraining.ts';
import { checkpointOf, openDistillation } from './openDistillation.ts';

/** The distilling worker's functions over one training at a time. */
export function createDistillApi(): DistillWorkerApi {
  let open: { readonly spec: DistillSpec; readonly training: DistillTraining } | undefined;
  const current = (): NonNullable<typeof open> => {
    if (open === undefined) throw new NothingOpenError();
    return open;
  };
  return {
    async open(spec) {
      open?.training.dispose();
      open = undefined;
      const opened = await openDistillation(spec);
      if (!opened.ok) return opened;
      open = { spec, training: opened.training };
      return { ok: true, progress: opened.training.progress };
    },
    async step() {
      return await current().training.step();
    },
    async evaluate(problems) {
      return await current().training.evaluate(problems);
    },
    async checkpoint() {
      const { spec, training } = current();
      return await checkpointOf(spec, training);
    },
    async onnx(format) {
      const { spec, training } = current();
      const weights = await training.weights();
      return writeLlamaOnnx(spec.student.shape, weights, { format, output: 'logits' });
    },
  };
}
