import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../random.ts';
import { PROMPT_AXES, RESPONSE_AXES } from '../../../protocols/likertExpectation/axes.ts';
import { drawRatedAnswer, drawRatedMessage } from './ratingTraining.ts';
import { readAnswer } from './readActs.ts';
import { OFF_TOPIC } from './training.ts';

const DRAWS = 600;

/** The axis that a question names. */
function axisOf(suffix: string): string {
  return /^Axis: ([^.]+)\./u.exec(suffix)?.[1] ?? '';
}

/** How often each rating is given, by axis. */
function ratingsByAxis(draw: typeof drawRatedMessage, seed: string) {
  const random = createRandom(seed);
  const counts = new Map<string, Map<string, number>>();
  for (let round = 0; round < DRAWS; round += 1) {
    for (const { suffix, reply } of draw(random).questions) {
      const axis = counts.get(axisOf(suffix)) ?? new Map<string, number>();
      counts.set(axisOf(suffix), axis);
      axis.set(reply, (axis.get(reply) ?? 0) + 1);
    }
  }
  return counts;
}

describe('drawRatedAnswer', () => {
  it('asks every axis of an answer once, and the whole', () => {
    const random = createRandom('rated-answers-test');
    for (let round = 0; round < 50; round += 1) {
      const { questions } = drawRatedAnswer(random);
      expect(questions.map(({ suffix }) => axisOf(suffix)).sort()).toEqual(
        [...RESPONSE_AXES.map(({ title }) => title), 'Overall quality'].sort(),
      );
    }
  });

  it('shows sentences of the training split, each an act or about something else', () => {
    const random = createRandom('rated-sentences-test');
    for (let round = 0; round < 200; round += 1) {
      const { prefix, sentences = [], sentenceClasses = [] } = drawRatedAnswer(random);
      expect(sentenceClasses).toHaveLength(sentences.length);
      expect(prefix.endsWith(`Answer to rate:\n<<<\n${sentences.join(' ')}\n>>>\n`)).toBe(true);
      for (const [index, sentence] of sentences.entries()) {
        if (OFF_TOPIC.includes(sentence)) expect(sentenceClasses[index]).toBe(0);
        else expect(readAnswer(sentence, 'train')).toHaveLength(1);
      }
    }
  });

  it('uses the whole of every scale, with no more than six in ten at one end', () => {
    for (const [axis, counts] of ratingsByAxis(drawRatedAnswer, 'rated-scales-test')) {
      expect(counts.size, axis).toBeGreaterThanOrEqual(axis === 'Overall quality' ? 9 : 3);
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      for (const count of counts.values()) expect(count / total, axis).toBeLessThan(0.7);
    }
  });

  it('cuts answers short for a curriculum', () => {
    const random = createRandom('rated-short-test');
    for (let round = 0; round < 100; round += 1) {
      expect(drawRatedAnswer(random, 3).sentences?.length).toBeLessThanOrEqual(3);
    }
  });
});

describe('drawRatedMessage', () => {
  it('asks the axes of the prompt, with low and high ratings on each', () => {
    const byAxis = ratingsByAxis(drawRatedMessage, 'rated-messages-test');
    expect([...byAxis.keys()].sort()).toEqual(PROMPT_AXES.map(({ title }) => title).sort());
    for (const [axis, counts] of byAxis) {
      expect(counts.get('5') ?? 0, axis).toBeGreaterThan(DRAWS * 0.3);
      expect(counts.size, axis).toBeGreaterThanOrEqual(3);
    }
  });
});
