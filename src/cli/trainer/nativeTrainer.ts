import { readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as v from 'valibot';
import { createTrainerApi } from '../../../workers/trainer/api.ts';
import type { OnnxRuntime } from '../../../workers/trainer/graph/graphSession.ts';
import { openGraph } from '../../../workers/trainer/graph/openGraph.ts';
import type { Trainer } from './trainer.ts';

/** Where the native runtime is looked for: a folder of its own, since nothing else of the project needs its 290 MB. */
export const NATIVE_FOLDER = '.cache/native';

/** The version that was tried; others of the 1.x line should do. */
const PACKAGE = 'onnxruntime-node@1.30.0';

/** The native runtime is not there. */
export class NoNativeRuntimeError extends Error {
  override readonly name = 'NoNativeRuntimeError';
  constructor() {
    super(
      `--native needs onnxruntime for Node: run "npm install --prefix ${NATIVE_FOLDER} --ignore-scripts ${PACKAGE}" first, or leave --native out to train in a browser.`,
    );
  }
}

const runtimeSchema = v.custom<OnnxRuntime>(
  (value) =>
    typeof value === 'object' && value !== null && 'InferenceSession' in value && 'Tensor' in value,
  'It is not onnxruntime.',
);

function loadRuntime(root: string): OnnxRuntime {
  const require = createRequire(join(root, NATIVE_FOLDER, 'package.json'));
  try {
    require.resolve('onnxruntime-node');
  } catch {
    throw new NoNativeRuntimeError();
  }
  return v.parse(runtimeSchema, require('onnxruntime-node'));
}

/** Writes a file in one step, so that a crash leaves the old one. */
async function replace(file: string, bytes: Uint8Array): Promise<void> {
  await writeFile(`${file}.part`, bytes);
  await rename(`${file}.part`, file);
}

/**
 * Trains in this process, on one core: the same batches and the same steps as in the page, a few times faster, because the
 * processor's widest vector instructions are open to it. Sums run in another order.
 *
 * @throws NoNativeRuntimeError
 */
export function openNativeTrainer(root: string, folder: string): Trainer {
  const runtime = loadRuntime(root);
  const api = createTrainerApi((spec) => Promise.resolve(openGraph(runtime, 'cpu', spec)));
  return {
    open: async (spec, checkpoint) =>
      api.open({
        ...spec,
        checkpoint:
          checkpoint === null ? null : new Uint8Array(await readFile(join(folder, checkpoint))),
      }),
    train: (steps) => api.train(steps),
    evaluate: (batches) => api.evaluate(batches),
    saveCheckpoint: async (file) => replace(join(folder, file), await api.checkpoint()),
    saveOnnx: async (file, format) => replace(join(folder, file), await api.onnx(format)),
    close: () => Promise.resolve(),
  };
}
