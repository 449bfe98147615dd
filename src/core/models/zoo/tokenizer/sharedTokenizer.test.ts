import { Tokenizer } from '@huggingface/tokenizers';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../random.ts';
import { drawGroup, type Task } from '../drawGroup.ts';
import { createGroupEncoder } from '../encoding.ts';
import { VOCABULARY_SIZE } from '../recipes.ts';
import { trainSharedTokenizer } from './sharedTokenizer.ts';
import { SPECIAL_IDS, SPECIAL_TOKENS } from './tokenizerFiles.ts';

const files = trainSharedTokenizer();
const tokenizer = new Tokenizer(files.tokenizer, files.config);
const encode = (text: string): number[] =>
  tokenizer.encode(text, { add_special_tokens: false }).ids;

describe('the shared tokenizer', () => {
  it('has the vocabulary that the recipes say', () => {
    expect(files.vocabSize).toBe(VOCABULARY_SIZE);
  });

  it('gives back any text', () => {
    for (const text of ['Troponin was 38.5 ng/L.\n2 Ü 😀 中\t\n\n x', '  two  spaces ']) {
      expect(tokenizer.decode(encode(text), { skip_special_tokens: false })).toBe(text);
    }
  });

  it('has one token for each verdict and each sentence number, with and without a space', () => {
    for (let number = 1; number <= 12; number++) {
      expect(encode(String(number))).toHaveLength(1);
      expect(encode(` ${String(number)}`)).toHaveLength(1);
    }
    expect(encode('yes')).toHaveLength(1);
    expect(encode('no')).toHaveLength(1);
  });

  it('reads the special tokens as the ids that training puts there', () => {
    expect(encode(SPECIAL_TOKENS.join(''))).toEqual(Object.values(SPECIAL_IDS));
  });
});

describe('createGroupEncoder', () => {
  it('gives piece by piece the ids of the whole text', () => {
    const encodeGroup = createGroupEncoder(encode);
    const random = createRandom('encoder test');
    const tasks: readonly Task[] = [
      { kind: 'wholeNotes' },
      { kind: 'shortNotes', mostSentences: 4 },
      { kind: 'evidenceLists' },
    ];
    for (const task of [...tasks, ...tasks, ...tasks]) {
      const group = drawGroup(task, random);
      const encoded = encodeGroup(group);
      const { questions } = group;
      expect(encoded.branches).toHaveLength(questions.length);
      questions.forEach(({ suffix, reply }, index) => {
        const branch = encoded.branches[index];
        expect([...encoded.trunk, ...(branch?.question ?? []), ...(branch?.reply ?? [])]).toEqual(
          encode(`<|user|>${group.prefix}${suffix}<|assistant|>${reply}<|end|>`),
        );
      });
    }
  });
});
