import { describe, expect, it } from 'vitest';
import type { ModelCall } from '../../calls/call.ts';
import type { ModelRef } from '../../calls/model.ts';
import { generateAtRandom } from '../../models/randomReply.ts';
import type { NumericItem } from '../../packs/numericAnswers.ts';
import { isWithin, relativeError } from './markNumber.ts';
import { numericAnswerMetrics } from './metrics.ts';
import { numericAnswer } from './protocol.ts';

const student: ModelRef = {
  source: 'bundled',
  id: 's',
  revision: '1',
  dtype: 'fp32',
  device: 'wasm',
};
const item: NumericItem = {
  id: 'x',
  cluster: 'x',
  stratum: 'one-step',
  calculator: 'pulse-pressure',
  text: 'The top pressure is 120. The low pressure is 80.',
  question: 'What is the pulse pressure?',
  answer: 40,
  tolerance: { kind: 'absolute', value: 1 },
  unit: 'mmHg',
  range: { min: 10, max: 110, decimals: 0 },
};
const relative: NumericItem = { ...item, tolerance: { kind: 'relative', value: 0.05 } };
const negative: NumericItem = { ...item, answer: -40, range: { ...item.range, min: -40 } };
const zero: NumericItem = { ...item, answer: 0, range: { ...item.range, min: 0 } };

/** Hands the generator one reply, and keeps what it asked. */
function playWith(played: NumericItem, text: string) {
  const play = numericAnswer.play(played, { student, judge: student });
  const asked: ModelCall[] = [];
  let step = play.next([]);
  while (step.done !== true) {
    asked.push(...step.value);
    const counts = { promptTokens: 9, newTokens: 3, latencyMs: 1 };
    step = play.next([{ kind: 'generate', text, finishReason: 'stop', ...counts }]);
  }
  return { score: step.value, asked };
}

describe('numeric answers', () => {
  it.each([
    ['40', item, { correct: 1, said: 40, relativeError: 0, unreadable: 0 }],
    ['41', item, { correct: 1, said: 41, relativeError: 0.025 }],
    ['39 mmHg', item, { correct: 1 }],
    ['41.1', item, { correct: 0 }],
    ['-40', item, { correct: 0, relativeError: 2 }],
    ['42', relative, { correct: 1, relativeError: 0.05 }],
    ['42.1', relative, { correct: 0 }],
    ['-41', negative, { correct: 1, relativeError: 0.025 }],
    ['1', zero, { correct: 1, relativeError: null }],
    ['forty', item, { correct: 0, said: null, relativeError: null, unreadable: 1 }],
    ['', item, { correct: 0, unreadable: 1 }],
  ] as const)('scores “%s”', (text, played, expected) => {
    const { score } = playWith(played, text);
    expect(score.values).toMatchObject({ criteria: 0, unscored: 0, ...expected });
    expect(score.detail).toMatchObject({ answer: text, readable: score.values.unreadable === 0 });
  });

  it('asks the student once, and no judge', () => {
    const { asked } = playWith(item, '40');
    expect(numericAnswer.roles).toEqual(['student']);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      answerSpace: { kind: 'number', min: 10, max: 110, decimals: 0 },
      messages: [
        {
          content:
            'Work out the number by the rule. Answer with the number.\n' +
            'Case: The top pressure is 120. The low pressure is 80.\n' +
            'Question: What is the pulse pressure?\nAnswer:',
        },
      ],
    });
  });

  it('reads what the random baseline says', () => {
    const [call] = playWith(item, '').asked;
    if (call?.kind !== 'generate') throw new Error('a generate call was expected');
    expect(playWith(item, generateAtRandom(call).text).score.values.unreadable).toBe(0);
  });
});

describe('marking a number', () => {
  it('takes in the edge of the tolerance in spite of binary fractions', () => {
    // 2.57 - 2.56 is 0.00999..., 1.1 - 1 is more than 0.1 in binary.
    expect(isWithin(1.1, 1, { kind: 'absolute', value: 0.1 })).toBe(true);
    expect(isWithin(1.1001, 1, { kind: 'absolute', value: 0.1 })).toBe(false);
    expect(isWithin(0.3, 0.1 + 0.2, { kind: 'absolute', value: 0 })).toBe(true);
    expect(isWithin(41, 40, { kind: 'absolute', value: 0 })).toBe(false);
    expect(isWithin(-105, -100, { kind: 'relative', value: 0.05 })).toBe(true);
  });

  it('takes a relative error of the size of the answer', () => {
    expect(relativeError(30, -40)).toBe(1.75);
    expect(relativeError(0, 0)).toBeNull();
  });
});

describe('the metrics', () => {
  const rows = ['40', '44', '60', 'none', '39'].map((text) => ({
    cluster: text,
    stratum: 'one-step',
    values: playWith(item, text).score.values,
  }));
  const figures = Object.fromEntries(
    numericAnswerMetrics.map((metric) => [metric.id, metric.estimate(rows)]),
  );

  it('are what they are by hand', () => {
    // Right: 40 and 39. Relative errors 0, 0.025, 0.1, 0.5: the median is between the middle two.
    expect(figures).toEqual({
      accuracy: 0.4,
      medianRelativeError: expect.closeTo(0.0625, 12) as unknown,
      unreadableShare: 0.2,
    });
  });

  it('are nothing where nothing was measured', () => {
    expect(numericAnswerMetrics.map((metric) => metric.estimate([]))).toEqual([null, null, null]);
  });
});
