import { identityOf } from '../calls/identity.ts';

/** The parts of tokenizer.json that decide which tokens a text becomes, and which text tokens become. */
const PARTS = [
  'model',
  'added_tokens',
  'normalizer',
  'pre_tokenizer',
  'post_processor',
  'decoder',
] as const;

/**
 * SHA-256 over what decides the tokens in a parsed tokenizer.json, as canonical JSON: two files that differ in white space, in
 * the order of their keys, or in how batches are padded and cut are the same tokeniser.
 */
export function tokenizerHash(file: Readonly<Record<string, unknown>>): string {
  return identityOf(Object.fromEntries(PARTS.map((part) => [part, file[part] ?? null])));
}
