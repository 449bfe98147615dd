import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const tokenId = v.pipe(v.number(), v.integer(), v.minValue(0));
const tokenIds = v.nullish(v.union([tokenId, v.array(tokenId)]));
const special = v.nullish(v.union([v.string(), v.looseObject({ content: v.string() })]));

/** What is read of config.json; the rest goes to transformers.js as it is. */
export const configSchema = v.looseObject({
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
export type ModelConfig = v.InferOutput<typeof configSchema>;

/** A Llama-shaped decoder cannot do without these; transformers.js would fail far from the cause. */
export const llamaSchema = v.looseObject({
  vocab_size: count,
  hidden_size: count,
  num_hidden_layers: count,
  num_attention_heads: count,
  num_key_value_heads: count,
});
export const tokenizerSchema = v.looseObject({
  model: v.looseObject({
    vocab: v.union([v.record(v.string(), v.number()), v.array(v.unknown())]),
  }),
});
export const tokenizerConfigSchema = v.looseObject({
  chat_template: v.nullish(
    v.union([v.string(), v.array(v.looseObject({ name: v.string(), template: v.string() }))]),
  ),
  bos_token: special,
  eos_token: special,
});
export const generationSchema = v.looseObject({ eos_token_id: tokenIds });

/** A value as its schema has it, or one sentence that names file, field and what is wrong with it. */
export type Checked<T> = { ok: true; value: T } | { ok: false; message: string };

/** @param id the model's, for the sentence. */
export function checkFile<S extends v.GenericSchema>(
  id: string,
  path: string,
  schema: S,
  value: unknown,
): Checked<v.InferOutput<S>> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return { ok: true, value: parsed.output };
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue);
  const where = field === null ? path : `${path}, field "${field}"`;
  // A missing key has no kind of value to expect, only its own name.
  const wanted = issue.expected ?? issue.message;
  const what =
    issue.received === 'undefined' ? 'is missing' : `is ${issue.received}, not ${wanted}`;
  return { ok: false, message: `${where} of ${id} ${what}.` };
}

/** @throws nothing: what is no config.json comes back as a sentence. */
export function checkConfig(id: string, value: unknown): Checked<ModelConfig> {
  const config = checkFile(id, 'config.json', configSchema, value);
  if (!config.ok || config.value.model_type !== 'llama') return config;
  const llama = checkFile(id, 'config.json', llamaSchema, config.value);
  return llama.ok ? config : llama;
}
