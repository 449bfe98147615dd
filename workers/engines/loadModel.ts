import {
  AutoModel,
  AutoModelForCausalLM,
  env,
  ModelRegistry,
  PretrainedConfig,
  type PreTrainedModel,
  PreTrainedTokenizer,
} from '@huggingface/transformers';
import {
  modelKey,
  type Dtype,
  type LocalModelRef,
  type ModelRef,
} from '../../src/core/calls/model.ts';
import type { ModelConfig } from '../../src/core/models/configFiles.ts';
import { tokenizerHash } from '../../src/core/models/tokenizerHash.ts';
import { ModelFailureError } from '../../src/core/models/failure.ts';
import { graphPath } from '../../src/core/models/hubLayout.ts';
import { SHELF_LOCK } from '../../src/core/models/shelf.ts';
import type { WorkerPaths } from '../../src/rpc/modelWorker.ts';
import { wasmThreads } from '../probeMachine.ts';
import { checkAttention } from './checkAttention.ts';
import { Decoder, inputNames } from './decoder.ts';
import type { LoadOptions } from './engine.ts';
import { errorText, failureError } from './failures.ts';
import type { OpenGpu } from './gpuDevice.ts';
import type { LoadedModel } from './loadedModel.ts';
import { LoadMeter } from './loadMeter.ts';
import { modelAddress } from './modelAddress.ts';
import { ModelFiles } from './modelFiles.ts';
import { type ModelFolder, readModelFolder } from './modelFolder.ts';
import { runtimeName } from './runtime.ts';

/**
 * Fetches, checks and starts a model.
 *
 * @param gpu the open device; null for a model that runs over wasm.
 * @throws ModelFailureError, or what the runtime throws.
 */
export async function loadModel(
  ref: LocalModelRef,
  gpu: OpenGpu | null,
  paths: WorkerPaths,
  options: LoadOptions,
): Promise<LoadedModel> {
  const load = async (): Promise<LoadedModel> => await loadNow(ref, gpu, paths, options);
  // Insecure contexts have no locks, and keep nothing.
  // Whoever deletes what is kept waits for loads, in whatever tab.
  return !isSecureContext
    ? await load()
    : await navigator.locks.request(SHELF_LOCK, { mode: 'shared' }, load);
}

async function loadNow(
  ref: LocalModelRef,
  gpu: OpenGpu | null,
  paths: WorkerPaths,
  options: LoadOptions,
): Promise<LoadedModel> {
  const startMs = performance.now();
  const key = modelKey(ref);
  const stop = new AbortController();
  const address = modelAddress(ref, paths);
  const files = new ModelFiles({
    model: ref,
    address,
    files: options.files,
    agreedBytes: options.agreedBytes,
    meter: new LoadMeter(key, options.onProgress),
    signal: AbortSignal.any([options.signal, stop.signal]),
  });
  try {
    if (gpu !== null) checkPrecision(ref, gpu);
    const folder = await readModelFolder(files, ref.id);
    const tokenizer = readTokenizer(folder, ref.id);
    env.remoteHost = address.host;
    env.remotePathTemplate = address.template;
    env.fetch = files.fetch;
    const model = await startSession(ref, files, folder, gpu);
    const vocabulary = folder.config.vocab_size ?? null;
    const contextLength = folder.config.max_position_embeddings ?? null;
    const decoder = folder.kind === 'decoder' ? new Decoder(model, vocabulary) : null;
    const loaded = { ref, model, tokenizer, decoder, vocabulary, contextLength };
    await checkSession(loaded, folder, gpu);
    await files.noteUse();
    return {
      ...loaded,
      endTokens: endTokens(folder, tokenizer),
      tokenizerHash: tokenizerHash(folder.tokenizer),
      info: {
        key,
        hardware: gpu?.name ?? threadsInWords(),
        runtime: runtimeName(),
        commit: files.revision,
        bytes: files.bytes,
        loadMs: performance.now() - startMs,
      },
    };
  } finally {
    // After a failure other files may still be on their way.
    stop.abort();
  }
}

/** @throws ModelFailureError where the session cannot be trusted; it is given back first. */
async function checkSession(
  loaded: Pick<LoadedModel, 'ref' | 'model' | 'decoder' | 'vocabulary' | 'contextLength'>,
  folder: ModelFolder,
  gpu: OpenGpu | null,
): Promise<void> {
  const { ref, model, decoder, vocabulary, contextLength } = loaded;
  if (decoder === null) return;
  try {
    checkLayers(ref.id, model, folder);
    const where = `${gpu?.name ?? ''} with ${ref.id} in ${ref.dtype}`;
    if (gpu !== null) await checkAttention(decoder, vocabulary, contextLength, where);
  } catch (error) {
    if (error instanceof ModelFailureError) await model.dispose();
    throw error;
  }
}

function readTokenizer(
  { tokenizer, tokenizerConfig }: ModelFolder,
  id: string,
): PreTrainedTokenizer {
  try {
    return new PreTrainedTokenizer(tokenizer, tokenizerConfig);
  } catch (error) {
    const text = errorText(error);
    throw failureError('bad-config', `tokenizer.json of ${id} makes no tokeniser: ${text}.`);
  }
}

/** The site's own fp16 files store 16 bits and compute in 32; what others wrote computes in what its name says. */
function checkPrecision({ dtype, id, source }: ModelRef, { device, name }: OpenGpu): void {
  if (source === 'bundled') return;
  if (!dtype.endsWith('f16') && dtype !== 'fp16') return;
  if (device.features.has('shader-f16')) return;
  const what = `${id} in ${dtype} computes in 16 bits, which the adapter ${name} does not`;
  throw failureError('unsupported-operator', `${what} (no shader-f16).`);
}

/**
 * Bundled files of every format compute in float32, which transformers.js must be told: it takes an `fp16` file for one that
 * computes in 16 bits and refuses it on adapters that do not.
 */
function weightsOptions({ source, dtype }: LocalModelRef): {
  dtype: Dtype;
  model_file_name?: string;
} {
  if (source !== 'bundled' || dtype === 'fp32') return { dtype };
  return { dtype: 'fp32', model_file_name: `model_${dtype}` };
}

async function startSession(
  ref: LocalModelRef,
  files: ModelFiles,
  folder: ModelFolder,
  gpu: OpenGpu | null,
): Promise<PreTrainedModel> {
  const { id, device } = ref;
  const Auto = folder.kind === 'decoder' ? AutoModelForCausalLM : AutoModel;
  const type = folder.config.model_type;
  if (!Auto.supports(type)) {
    const what = `config.json, field "model_type" of ${id} is "${type}"`;
    throw failureError('bad-config', `${what}, which transformers.js does not know.`);
  }
  const config = new PretrainedConfig(await withDataFiles(folder.config, ref, files));
  const options = {
    config,
    ...weightsOptions(ref),
    device: device === 'webgpu' ? 'webgpu' : 'wasm',
  } as const;
  const paths = await ModelRegistry.get_model_files(id, options);
  await files.plan(paths.filter((path) => path.startsWith('onnx/')));
  // The one graph of most models, and its weights; parts of others that text needs are for transformers.js to pick.
  await files.readAhead(paths.filter((path) => path.startsWith('onnx/model')));
  const starting = Auto.from_pretrained(id, {
    ...options,
    revision: files.revision,
    session_options:
      gpu === null ? {} : { executionProviders: [{ name: 'webgpu', device: gpu.device }] },
  });
  return await Promise.race([starting, files.failed]);
}

/** A config that does not say how many files of weights lie beside its graph is told by the listing. */
async function withDataFiles(
  config: ModelConfig,
  { source, dtype }: LocalModelRef,
  files: ModelFiles,
): Promise<ModelConfig> {
  const own = config['transformers.js_config'] ?? {};
  if (source === 'bundled' || 'use_external_data_format' in own) return config;
  const graph = graphPath(dtype);
  const count = await files.dataFiles(graph);
  if (count === null || count === 0) return config;
  const format = { [graph.slice('onnx/'.length)]: count };
  return { ...config, 'transformers.js_config': { ...own, use_external_data_format: format } };
}

/** A config of fewer layers than the graph would leave its keys and values unfed. */
function checkLayers(id: string, model: PreTrainedModel, { config }: ModelFolder): void {
  const layers = inputNames(model).filter((name) =>
    /^past_key_values\.\d+\.key$/.test(name),
  ).length;
  const said = config.num_hidden_layers;
  if (config.model_type !== 'llama' || said === undefined || said === layers) return;
  const what = `config.json, field "num_hidden_layers" of ${id} is ${String(said)}`;
  throw failureError('bad-config', `${what}, but the graph has ${String(layers)} layers.`);
}

function endTokens(folder: ModelFolder, tokenizer: PreTrainedTokenizer): ReadonlySet<number> {
  const own: unknown = tokenizer.eos_token_id;
  return typeof own === 'number' ? new Set([...folder.endTokens, own]) : folder.endTokens;
}

function threadsInWords(): string {
  const threads = wasmThreads();
  return `wasm, ${String(threads)} ${threads === 1 ? 'thread' : 'threads'}`;
}
