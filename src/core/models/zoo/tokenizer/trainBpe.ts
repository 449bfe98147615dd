import { utf8ToBytes } from '@noble/hashes/utils.js';
import { byteAlphabet, splitPieces } from './byteAlphabet.ts';

export type Merge = readonly [left: string, right: string];

interface Word {
  symbols: string[];
  readonly count: number;
}

function countWords(texts: Iterable<string>): Word[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const piece of splitPieces(text)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  const alphabet = byteAlphabet();
  return [...counts].map(([piece, count]) => ({
    symbols: Array.from(utf8ToBytes(piece), (byte) => alphabet[byte] ?? ''),
    count,
  }));
}

/** The most frequent neighbouring pair; ties go to the pair that sorts first, so that training is repeatable. */
function bestPair(words: readonly Word[]): { merge: Merge; count: number } | undefined {
  const counts = new Map<string, number>();
  for (const { symbols, count } of words) {
    for (let i = 0; i + 1 < symbols.length; i++) {
      const pair = `${symbols[i] ?? ''} ${symbols[i + 1] ?? ''}`;
      counts.set(pair, (counts.get(pair) ?? 0) + count);
    }
  }
  let best: { pair: string; count: number } | undefined;
  for (const [pair, count] of counts) {
    if (best === undefined || count > best.count || (count === best.count && pair < best.pair))
      best = { pair, count };
  }
  if (best === undefined) return undefined;
  const [left = '', right = ''] = best.pair.split(' ');
  return { merge: [left, right], count: best.count };
}

function applyMerge(word: Word, [left, right]: Merge): void {
  const { symbols } = word;
  if (!symbols.includes(left)) return;
  const merged: string[] = [];
  for (let i = 0; i < symbols.length; i++) {
    if (symbols[i] === left && symbols[i + 1] === right) {
      merged.push(left + right);
      i++;
    } else merged.push(symbols[i] ?? '');
  }
  word.symbols = merged;
}

/**
 * Byte-pair encoding (Sennrich et al. 2016) over bytes: merges, most frequent pair first, until they make `tokenCount`
 * new tokens or no pair occurs twice. Two merges may spell the same token.
 */
export function trainBpe(texts: Iterable<string>, tokenCount: number): Merge[] {
  const words = countWords(texts);
  const merges: Merge[] = [];
  const tokens = new Set<string>();
  while (tokens.size < tokenCount) {
    const best = bestPair(words);
    if (best === undefined || best.count < 2) break;
    merges.push(best.merge);
    tokens.add(best.merge.join(''));
    for (const word of words) applyMerge(word, best.merge);
  }
  return merges;
}
