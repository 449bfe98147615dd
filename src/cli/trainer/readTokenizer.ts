import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { TokenizerName } from '../../core/models/zoo/recipe.ts';
import type { TokenizerFiles } from '../../core/models/zoo/tokenizer/tokenizerFiles.ts';
import { trainZooTokenizer } from '../../core/models/zoo/tokenizer/zooTokenizers.ts';

const savedSchema = v.looseObject({
  tokenizer: v.looseObject({}),
  config: v.looseObject({}),
  vocabSize: v.number(),
});

/**
 * The tokenizer of a training, kept beside its checkpoint: weights know token ids, so a training that goes on, or is
 * exported, must keep the tokenizer it began with even when the packs' wordings have changed since.
 */
export async function readTokenizer(
  folder: string,
  name: TokenizerName,
  { resume }: { resume: boolean },
): Promise<TokenizerFiles> {
  const file = join(folder, 'tokenizer.json');
  const saved = resume ? await readFile(file, 'utf8').catch(() => null) : null;
  if (saved !== null) return v.parse(savedSchema, JSON.parse(saved));
  const files = trainZooTokenizer(name);
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify(files));
  return files;
}
