import { Tokenizer } from '@huggingface/tokenizers';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../random.ts';
import { drawGroup, taskName, WORD_TASKS, type Task } from '../tasks.ts';
import { createGroupEncoder } from '../encoding.ts';
import { trainZooTokenizer, zooVocabulary } from './zooTokenizers.ts';
import { SPECIAL_IDS, SPECIAL_TOKENS } from './tokenizerFiles.ts';

const files = trainZooTokenizer('words');
const tokenizer = new Tokenizer(files.tokenizer, files.config);
const encode = (text: string): number[] =>
  tokenizer.encode(text, { add_special_tokens: false }).ids;

describe('the zoo’s tokenizers', () => {
  it('have the vocabularies that the recipes say', () => {
    expect(files.vocabSize).toBe(zooVocabulary('words'));
    expect(trainZooTokenizer('sums').vocabSize).toBe(zooVocabulary('sums'));
  });

  it('have one token for every value of an arithmetic problem', () => {
    const { tokenizer: json, config } = trainZooTokenizer('sums');
    const sums = new Tokenizer(json, config);
    for (let value = 1; value < 200; value++)
      expect(sums.encode(` ${String(value)}`, { add_special_tokens: false }).ids).toHaveLength(1);
  });

  it('gives back any text', () => {
    for (const text of ['Troponin was 38.5 ng/L.\n2 Ü 😀 中\t\n\n x', '  two  spaces ']) {
      expect(tokenizer.decode(encode(text), { skip_special_tokens: false })).toBe(text);
    }
  });

  it('has one token for each verdict, and for each number of a sentence of all but the longest notes', () => {
    for (let number = 1; number <= 40; number++) {
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
      ...WORD_TASKS,
      { kind: 'shortNotes', mostSentences: 4 },
      { kind: 'judgedNotes', sentences: [5, 12] },
    ];
    for (const task of [...tasks, ...tasks, ...tasks]) {
      const group = drawGroup(task, random);
      const encoded = encodeGroup(taskName(task), group);
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
