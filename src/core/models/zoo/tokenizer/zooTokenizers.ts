import { createRandom } from '../../../random.ts';
import type { TokenizerName } from '../recipe.ts';
import { drawGroup, WORD_TASKS, type Task } from '../tasks.ts';
import { tokenizerFiles, SPECIAL_TOKENS, type TokenizerFiles } from './tokenizerFiles.ts';
import { trainBpe } from './trainBpe.ts';

const BYTES = 256;

/** Positions of every bundled model. */
export const MAX_POSITIONS = 2048;

interface TokenizerPlan {
  /** Entries, special tokens and bytes included; fewer where the texts hold no more pairs. */
  readonly vocabSize: number;
  readonly tasks: readonly Task[];
  /** Documents drawn of each task. */
  readonly documents: number;
}

const PLANS: Readonly<Record<TokenizerName, TokenizerPlan>> = {
  words: { vocabSize: 2048, tasks: WORD_TASKS, documents: 500 },
  // Large enough for every whole number up to 199 to be one token: a step is then seven tokens, and its operand is copied at once.
  sums: { vocabSize: 578, tasks: [{ kind: 'arithmetic' }], documents: 2000 },
};

/** A tokenizer of the zoo, trained on prompts and replies of its tasks from a training seed of its own. */
export function trainZooTokenizer(name: TokenizerName): TokenizerFiles {
  const { vocabSize, tasks, documents } = PLANS[name];
  const random = createRandom(`tokenizer-${name}-1/train`);
  const texts: string[] = [];
  for (const task of tasks) {
    for (let i = 0; i < documents; i++) {
      const group = drawGroup(task, random);
      texts.push(group.prefix);
      for (const { suffix, reply } of group.questions) texts.push(suffix, reply);
    }
  }
  const merges = trainBpe(texts, vocabSize - BYTES - SPECIAL_TOKENS.length);
  return tokenizerFiles(merges, MAX_POSITIONS);
}

/** Entries of a tokenizer's vocabulary; the models' embeddings have as many rows. */
export function zooVocabulary(name: TokenizerName): number {
  return PLANS[name].vocabSize;
}
