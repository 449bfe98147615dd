import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AutoTokenizer, env, type PreTrainedTokenizer } from '@huggingface/transformers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../random.ts';
import { drawGroup } from '../tasks.ts';
import { createGroupEncoder } from '../encoding.ts';
import { Tokenizer } from '@huggingface/tokenizers';
import { trainZooTokenizer } from './zooTokenizers.ts';

const files = trainZooTokenizer('words');
let folder: string;
let tokenizer: PreTrainedTokenizer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokenizer-'));
  await mkdir(join(folder, 'student'));
  await writeFile(join(folder, 'student/tokenizer.json'), JSON.stringify(files.tokenizer));
  await writeFile(join(folder, 'student/tokenizer_config.json'), JSON.stringify(files.config));
  env.allowRemoteModels = false;
  env.localModelPath = folder;
  tokenizer = await AutoTokenizer.from_pretrained('student');
});

afterAll(() => rm(folder, { recursive: true }));

describe('the files as transformers.js reads them', () => {
  it('turn a chat into the ids that training sees', () => {
    const own = new Tokenizer(files.tokenizer, files.config);
    const encodeGroup = createGroupEncoder(
      (text) => own.encode(text, { add_special_tokens: false }).ids,
    );
    const random = createRandom('parity test');
    for (let i = 0; i < 5; i++) {
      const group = drawGroup({ kind: 'wholeNotes' }, random);
      const { trunk, branches } = encodeGroup('notes', group);
      group.questions.forEach(({ suffix, reply }, index) => {
        const prompt = tokenizer.apply_chat_template(
          [{ role: 'user', content: group.prefix + suffix }],
          { add_generation_prompt: true, return_tensor: false, return_dict: false },
        );
        expect(prompt).toEqual([...trunk, ...(branches[index]?.question ?? [])]);
        const replyIds = tokenizer.encode(`${reply}<|end|>`, { add_special_tokens: false });
        expect(replyIds).toEqual(branches[index]?.reply);
        expect(tokenizer.decode(replyIds, { skip_special_tokens: true })).toBe(reply);
      });
    }
  });

  it('close an assistant turn with the end mark', () => {
    const text = tokenizer.apply_chat_template(
      [
        { role: 'user', content: 'Question' },
        { role: 'assistant', content: 'no' },
      ],
      { tokenize: false },
    );
    expect(text).toBe('<|user|>Question<|assistant|>no<|end|>');
  });

  it('add nothing before a text, and end and pad with their marks', () => {
    expect(tokenizer.encode('no')).toEqual(tokenizer.encode('no', { add_special_tokens: false }));
    expect(tokenizer.eos_token).toBe('<|end|>');
    expect(tokenizer.pad_token_id).toBe(3);
  });
});
