import type { Question, QuestionGroup } from './questionGroup.ts';
import type { EncodedBranch, EncodedGroup } from './packing.ts';
import { SPECIAL_IDS } from './tokenizer/tokenizerFiles.ts';

/** Token ids of a text without special tokens. */
export type Encode = (text: string) => readonly number[];

/** Remembered lines and suffixes; past this the cache starts again, so that it cannot grow without bound. */
const CACHE_LIMIT = 50_000;

function remembering(encode: Encode): Encode {
  const cache = new Map<string, readonly number[]>();
  return (text) => {
    const known = cache.get(text);
    if (known !== undefined) return known;
    if (cache.size >= CACHE_LIMIT) cache.clear();
    const ids = encode(text);
    cache.set(text, ids);
    return ids;
  };
}

/**
 * Encodes question groups piece by piece, remembering the pieces: the byte-level pre-tokeniser cuts after a line feed
 * before a word, and between a line's number and the space after it, so ids of the pieces joined are ids of the whole.
 */
export function createGroupEncoder(encode: Encode): (group: QuestionGroup) => EncodedGroup {
  const encodePiece = remembering(encode);
  const encodeBranch = (
    { suffix, reply, conceptClass, restsOn }: Question,
    sentenceEnds: readonly number[],
  ): EncodedBranch => ({
    question: [...encodePiece(suffix), SPECIAL_IDS.assistant],
    reply: [...encodePiece(reply), SPECIAL_IDS.end],
    conceptClass,
    looksAt: restsOn.map((numbers) => numbers.flatMap((number) => sentenceEnds[number - 1] ?? [])),
  });
  return (group) => {
    const trunk: number[] = [SPECIAL_IDS.user];
    const sentenceEnds: number[] = [];
    for (const line of group.prefix.match(/[^\n]*\n/gu) ?? []) {
      const [, number, rest] = /^(\d+)( .*)$/su.exec(line) ?? [];
      if (number === undefined || rest === undefined) {
        trunk.push(...encodePiece(line));
        continue;
      }
      trunk.push(...encodePiece(number), ...encodePiece(rest));
      sentenceEnds.push(trunk.length - 1);
    }
    return {
      trunk,
      sentences: sentenceEnds.map((at, index) => ({
        at,
        conceptClass: group.sentenceClasses[index] ?? 0,
      })),
      branches: group.questions.map((question) => encodeBranch(question, sentenceEnds)),
    };
  };
}
