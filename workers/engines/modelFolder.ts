import type * as v from 'valibot';
import {
  checkConfig,
  checkFile,
  type Checked,
  generationSchema,
  type ModelConfig,
  tokenizerConfigSchema,
  tokenizerSchema,
} from '../../src/core/models/configFiles.ts';
import { failureError } from './failures.ts';
import type { ModelFiles } from './modelFiles.ts';

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
  const config = valueOf(checkConfig(id, await files.readJson('config.json')));
  const tokenizer = valueOf(
    checkFile(id, 'tokenizer.json', tokenizerSchema, await files.readJson('tokenizer.json')),
  );
  // A tokeniser without settings has no template and no special tokens; the rest of it works.
  const settings = (await files.readJson('tokenizer_config.json', { optional: true })) ?? {};
  const tokenizerConfig = valueOf(
    checkFile(id, 'tokenizer_config.json', tokenizerConfigSchema, settings),
  );
  if (tokenizerConfig.chat_template === undefined) {
    // Newer repositories keep the template in a file of its own.
    const template = await files.readText('chat_template.jinja', { optional: true });
    if (template !== null) tokenizerConfig.chat_template = template;
  }
  const generation = valueOf(
    checkFile(
      id,
      'generation_config.json',
      generationSchema,
      (await files.readJson('generation_config.json', { optional: true })) ?? {},
    ),
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

function valueOf<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw failureError('bad-config', checked.message);
}
