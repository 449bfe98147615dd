import { byteAlphabet } from './byteAlphabet.ts';
import type { Merge } from './trainBpe.ts';

/** Special tokens, which take the first ids in this order. */
export const SPECIAL_TOKENS = ['<|end|>', '<|user|>', '<|assistant|>', '<|pad|>'] as const;

/** Ids of the special tokens, by what they do. */
export const SPECIAL_IDS = { end: 0, user: 1, assistant: 2, pad: 3 } as const;

/** Each message is its role's mark and its content; an assistant's message ends in the end mark. */
const CHAT_TEMPLATE =
  "{% for message in messages %}{{ '<|' + message['role'] + '|>' + message['content'] }}" +
  "{% if message['role'] == 'assistant' %}{{ '<|end|>' }}{% endif %}{% endfor %}" +
  "{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}";

export interface TokenizerFiles {
  /** `tokenizer.json`. */
  readonly tokenizer: object;
  /** `tokenizer_config.json`. */
  readonly config: object;
  readonly vocabSize: number;
}

/** The two files that Hugging Face's tokenizers read, from the merges of a byte-level BPE. */
export function tokenizerFiles(merges: readonly Merge[], maxPositions: number): TokenizerFiles {
  const tokens = [
    ...new Set([
      ...SPECIAL_TOKENS,
      ...byteAlphabet(),
      ...merges.map(([left, right]) => left + right),
    ]),
  ];
  const vocab = Object.fromEntries(tokens.map((token, id) => [token, id]));
  const special = SPECIAL_TOKENS.map((content, id) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  }));
  const byteLevel = {
    type: 'ByteLevel',
    add_prefix_space: false,
    trim_offsets: true,
    use_regex: true,
  };
  return {
    vocabSize: tokens.length,
    tokenizer: {
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: special,
      normalizer: null,
      pre_tokenizer: byteLevel,
      post_processor: null,
      decoder: byteLevel,
      model: {
        type: 'BPE',
        dropout: null,
        unk_token: null,
        continuing_subword_prefix: null,
        end_of_word_suffix: null,
        fuse_unk: false,
        byte_fallback: false,
        vocab,
        merges: merges.map(([left, right]) => `${left} ${right}`),
      },
    },
    config: {
      tokenizer_class: 'PreTrainedTokenizerFast',
      added_tokens_decoder: Object.fromEntries(
        special.map(({ id, ...token }) => [String(id), token]),
      ),
      add_prefix_space: false,
      add_bos_token: false,
      add_eos_token: false,
      clean_up_tokenization_spaces: false,
      eos_token: '<|end|>',
      pad_token: '<|pad|>',
      model_max_length: maxPositions,
      chat_template: CHAT_TEMPLATE,
    },
  };
}
