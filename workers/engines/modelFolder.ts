import * as v from 'valibot';
import { failureError } from './failures.ts';
import type { ModelFiles } from './modelFiles.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const tokenId = v.pipe(v.number(), v.integer(), v.minValue(0));
const tokenIds = v.nullish(v.union([tokenId, v.array(tokenId)]));
const special = v.nullish(v.union([v.string(), v.looseObject({ content: v.string() })]));

/** What the engine reads of config.json; the rest goes to transformers.js as it is. */
const configSchema = v.looseObject({
  model_type: v.pipe(v.string(), v.minLength(1)),
  architectures: v.nullish(v.array(v.string())),
  vocab_size: v.optional(count),
  hidden_size: v.optional(count),
  num_hidden_layers: v.optional(count),
  num_attention_heads: v.optional(count),
  num_key_value_heads: v.optional(count),
  max_position_embeddings: v.nullish(count),
  eos_token_id: tokenIds,
  'transformers.js_config': v.nullish(v.looseObject({})),
});
/** A Llama-shaped decoder cannot do without these; transformers.js would fail far from the cause. */
const llamaSchema = v.looseObject({
  vocab_size: count,
  hidden_size: count,
  num_hidden_layers: count,
  num_attention_heads: count,
  num_key_value_heads: count,
});
const tokenizerSchema = v.looseObject({
  model: v.looseObject({
    vocab: v.union([v.record(v.string(), v.number()), v.array(v.unknown())]),
  }),
});
const tokenizerConfigSchema = v.looseObject({
  chat_template: v.nullish(
    v.union([v.string(), v.array(v.looseObject({ name: v.string(), template: v.string() }))]),
  ),
  bos_token: special,
  eos_token: special,
});
const generationSchema = v.looseObject({ eos_token_id: tokenIds });

export type ModelConfig = v.InferOutput<typeof configSchema>;

/** The small files of a model, read and checked before anything large is fetched. */
export interface ModelFolder {
  readonly config: ModelConfig;
  readonly tokenizer: v.InferOutput<typeof tokenizerSchema>;
  readonly tokenizerConfig: v.InferOutput<typeof tokenizerConfigSchema>;
  /** Tokens that end a reply. */
  readonly endTokens: ReadonlySet<number>;
  /** A decoder writes; an encoder gives vectors. */
  readonly kind: 'decoder' | 'encoder';
}

/** Architectures whose weights end in a language-model head. */
const WRITES = /(ForCausalLM|LMHeadModel|ForConditionalGeneration)$/;

/** @throws ModelFailureError `bad-config` that names file and field, or what reading the files throws. */
export async function readModelFolder(files: ModelFiles, id: string): Promise<ModelFolder> {
  const read = async <S extends v.GenericSchema>(
    path: string,
    schema: S,
  ): Promise<v.InferOutput<S>> => checked(id, path, schema, await files.readJson(path));
  const config = await read('config.json', configSchema);
  if (config.model_type === 'llama') checked(id, 'config.json', llamaSchema, config);
  const tokenizer = await read('tokenizer.json', tokenizerSchema);
  const tokenizerConfig = await read('tokenizer_config.json', tokenizerConfigSchema);
  if (tokenizerConfig.chat_template === undefined) {
    // Newer repositories keep the template in a file of its own.
    const template = await files.readText('chat_template.jinja', { optional: true });
    if (template !== null) tokenizerConfig.chat_template = template;
  }
  const generation = checked(
    id,
    'generation_config.json',
    generationSchema,
    (await files.readJson('generation_config.json', { optional: true })) ?? {},
  );
  const architectures = config.architectures ?? [];
  return {
    config,
    tokenizer,
    tokenizerConfig,
    endTokens: new Set([config.eos_token_id, generation.eos_token_id].flatMap((ids) => ids ?? [])),
    kind: architectures.some((name) => WRITES.test(name)) ? 'decoder' : 'encoder',
  };
}

function checked<S extends v.GenericSchema>(
  id: string,
  path: string,
  schema: S,
  value: unknown,
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue);
  const where = field === null ? path : `${path}, field "${field}"`;
  // A missing key has no kind of value to expect, only its own name.
  const wanted = issue.expected ?? issue.message;
  const what =
    issue.received === 'undefined' ? 'is missing' : `is ${issue.received}, not ${wanted}`;
  throw failureError('bad-config', `${where} of ${id} ${what}.`);
}
