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

/** Where a passage's tokens stand in the trunk. */
interface PassagePlaces {
  readonly first: number;
  readonly last: number;
}

/** A prefix in pieces; `passage` is 'begins' or 'ends' where one does, or both. */
interface Piece {
  readonly text: string;
  readonly begins?: true;
  readonly ends?: true;
}

/** Numbered lines are cut behind the number, too, so that lines of one text share their ids. */
function cutLines(prefix: string): Piece[] {
  return (prefix.match(/[^\n]*\n/gu) ?? []).flatMap((line): Piece[] => {
    const [, number, rest] = /^(\d+)( .*)$/su.exec(line) ?? [];
    if (number === undefined || rest === undefined) return [{ text: line }];
    return [
      { text: number, begins: true },
      { text: rest, ends: true },
    ];
  });
}

/**
 * Cuts before the space that leads to a sentence and behind its last sign, where the pre-tokeniser cuts as well.
 *
 * @throws RangeError for a sentence that the prefix does not hold after the ones before it.
 */
function cutSentences(prefix: string, sentences: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const sentence of sentences) {
    const at = prefix.indexOf(sentence, done);
    if (at < 0) throw new RangeError(`The prefix does not hold “${sentence}” where it should.`);
    const first = prefix[at - 1] === ' ' ? at - 1 : at;
    if (first > done) pieces.push({ text: prefix.slice(done, first) });
    done = at + sentence.length;
    pieces.push({ text: prefix.slice(first, done), begins: true, ends: true });
  }
  return done === prefix.length ? pieces : [...pieces, { text: prefix.slice(done) }];
}

/** Words with the white space before them. The pre-tokeniser cuts where they begin, so ids of them joined are ids of the whole. */
function wordsOf(text: string): { readonly text: string; readonly at: number }[] {
  return [...text.matchAll(/\s*\S+|\s+$/gu)].map((match) => ({ text: match[0], at: match.index }));
}

/** Where the tokens of the prefix's words stand in the trunk, with the index of the word's end in the prefix. */
interface WordPlace extends PassagePlaces {
  readonly text: string;
  readonly end: number;
}

/** @throws RangeError where the words' tokens are not the trunk's. */
function wordPlaces(prefix: string, trunk: readonly number[], encode: Encode): WordPlace[] {
  let first = 1;
  const places = wordsOf(prefix).map(({ text, at }) => {
    const ids = encode(text);
    const place = { first, last: first + ids.length - 1, text, end: at + text.length };
    ids.forEach((id, index) => {
      if (trunk[first + index] !== id)
        throw new RangeError(`The word “${text}” has other tokens by itself than in its prefix.`);
    });
    first += ids.length;
    return place;
  });
  return places;
}

/**
 * Each token of a word that is copied looks at the same token of its source; each of another word at the last token of the
 * words that decide it, which has read all of them.
 */
function looksAtWords(
  reply: string,
  replyWordsOn: readonly (readonly number[])[],
  words: readonly WordPlace[],
  encode: Encode,
): number[][] {
  return wordsOf(reply).flatMap(({ text }, index) => {
    const sources = (replyWordsOn[index] ?? []).flatMap(
      (at) => words.find(({ end }) => at < end) ?? [],
    );
    const bare = text.trim();
    return encode(text).map((_, token) =>
      sources.map((source) =>
        source.text.trim().startsWith(bare)
          ? Math.min(source.first + token, source.last)
          : source.last,
      ),
    );
  });
}

/** Where guided attention should look from each token of the reply: at a passage's end, where its meaning is, or all of it. */
function looksAt(
  { reply, restsOn, replyLinesOn }: Question,
  places: readonly PassagePlaces[],
  encodePiece: Encode,
): number[][] | null {
  if (restsOn !== undefined)
    return restsOn.map((numbers) => numbers.flatMap((number) => places[number - 1]?.last ?? []));
  if (replyLinesOn === undefined) return null;
  const lines = reply.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
  return lines.flatMap((line, index) => {
    const at = places[(replyLinesOn[index] ?? 0) - 1];
    const tokens =
      at === undefined
        ? []
        : Array.from({ length: at.last - at.first + 1 }, (_, offset) => at.first + offset);
    return encodePiece(line).map(() => tokens);
  });
}

/**
 * Encodes question groups piece by piece, remembering the pieces: the byte-level pre-tokeniser cuts after a line feed
 * before a word, and between a line's number and the space after it, so ids of the pieces joined are ids of the whole.
 */
export function createGroupEncoder(
  encode: Encode,
): (task: string, group: QuestionGroup) => EncodedGroup {
  const encodePiece = remembering(encode);
  const encodeBranch = (
    question: Question,
    places: readonly PassagePlaces[],
    words: readonly WordPlace[],
  ): EncodedBranch => ({
    question: [...encodePiece(question.suffix), SPECIAL_IDS.assistant],
    reply: [...encodePiece(question.reply), SPECIAL_IDS.end],
    conceptClass: question.conceptClass ?? null,
    looksAt:
      question.replyWordsOn === undefined
        ? looksAt(question, places, encodePiece)
        : looksAtWords(question.reply, question.replyWordsOn, words, encodePiece),
  });
  return (task, group) => {
    const trunk: number[] = [SPECIAL_IDS.user];
    const places: PassagePlaces[] = [];
    let first = 0;
    const pieces =
      group.sentences === undefined
        ? cutLines(group.prefix)
        : cutSentences(group.prefix, group.sentences);
    for (const { text, begins, ends } of pieces) {
      if (begins) first = trunk.length;
      trunk.push(...encodePiece(text));
      if (ends) places.push({ first, last: trunk.length - 1 });
    }
    const words = group.questions.some(({ replyWordsOn }) => replyWordsOn !== undefined)
      ? wordPlaces(group.prefix, trunk, encodePiece)
      : [];
    return {
      task,
      trunk,
      sentences:
        group.sentenceClasses === undefined
          ? []
          : places.map(({ last }, index) => ({
              at: last,
              conceptClass: group.sentenceClasses?.[index] ?? 0,
            })),
      branches: group.questions.map((question) => encodeBranch(question, places, words)),
    };
  };
}
