import type { QuestionGroup } from '../../../models/zoo/questionGroup.ts';
import { correctionPrompt, correctionReply } from '../../../protocols/errorCorrection/prompt.ts';
import type { Random } from '../../../random.ts';
import { ERROR_KINDS } from '../../noteErrors.ts';
import { generatePair, type NotePair } from './generateNote.ts';

/** A word without the signs around it. */
function bare(word: string): string {
  return word.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/**
 * For each word of the reply the place in the prefix of the word that it repeats: in the wrong sentence, or in the first
 * one where it puts a word right. The number rests on the words that are wrong and on those that put them right.
 */
function wordsRepeated(prefix: string, { right, wrong, sentence }: NotePair): number[][] {
  const placesOf = (number: number): { word: string; at: number }[] => {
    const line = `\n${String(number)} `;
    const start = prefix.indexOf(line) + line.length;
    return [...(wrong[number - 1] ?? '').matchAll(/\S+/gu)].map((match) => ({
      word: bare(match[0]),
      at: start + match.index,
    }));
  };
  const given = placesOf(1);
  const said = placesOf(sentence);
  const corrected = [...(right[sentence - 1] ?? '').matchAll(/\S+/gu)].map(([word]) => bare(word));
  const differs = corrected.map((word, index) => said[index]?.word !== word);
  const sources = corrected.map((word, index) => {
    const source = differs[index] ? given.find((one) => one.word === word) : said[index];
    return source === undefined ? [] : [source.at];
  });
  const wrongWords = differs.flatMap((isWrong, index) => (isWrong ? (said[index]?.at ?? []) : []));
  return [[...wrongWords, ...sources.filter((_, index) => differs[index]).flat()], ...sources];
}

/** One training note, half of them with a wrong sentence. */
export function drawTraining(random: Random): QuestionGroup {
  const pair = generatePair(random, 'train', random.pick(ERROR_KINDS));
  if (random.chance(0.5)) {
    const { prefix, suffix } = correctionPrompt(pair.right);
    return { prefix, questions: [{ suffix, reply: correctionReply(null), replyWordsOn: [] }] };
  }
  const { prefix, suffix } = correctionPrompt(pair.wrong);
  const correction = pair.right[pair.sentence - 1] ?? '';
  const reply = correctionReply({ sentence: pair.sentence, correction });
  const replyWordsOn = wordsRepeated(prefix, pair);
  return { prefix, questions: [{ suffix, reply, replyWordsOn }] };
}
