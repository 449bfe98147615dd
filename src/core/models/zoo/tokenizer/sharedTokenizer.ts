import { createRandom } from '../../../random.ts';
import { drawGroup, type Task } from '../drawGroup.ts';
import { VOCABULARY_SIZE } from '../recipes.ts';
import { tokenizerFiles, SPECIAL_TOKENS, type TokenizerFiles } from './tokenizerFiles.ts';
import { trainBpe } from './trainBpe.ts';

const DOCUMENTS = 1500;
const BYTES = 256;
const MAX_POSITIONS = 1024;

/** The bundled models' tokenizer, trained on prompts and replies of every role from a training seed of its own. */
export function trainSharedTokenizer(): TokenizerFiles {
  const tasks: readonly Task[] = [{ kind: 'wholeNotes' }, { kind: 'evidenceLists' }];
  const random = createRandom('tokenizer-1/train');
  const texts: string[] = [];
  for (const task of tasks) {
    for (let i = 0; i < DOCUMENTS; i++) {
      const group = drawGroup(task, random);
      texts.push(group.prefix);
      for (const { suffix, reply } of group.questions) texts.push(suffix, reply);
    }
  }
  const merges = trainBpe(texts, VOCABULARY_SIZE - BYTES - SPECIAL_TOKENS.length);
  return tokenizerFiles(merges, MAX_POSITIONS);
}
