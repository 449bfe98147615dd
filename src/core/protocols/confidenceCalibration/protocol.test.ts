import { describe, expect, it } from 'vitest';
import type { ChooseReply, ModelCall, ModelReply } from '../../calls/call.ts';
import type { ModelRef } from '../../calls/model.ts';
import { chosen, written } from '../../models/baselineReply.ts';
import type { ChoiceItem } from '../../packs/multipleChoice.ts';
import type { EligibilityItem } from '../../packs/trialEligibility.ts';
import { metricInterval } from '../../runs/aggregate.ts';
import { choicePrompt } from '../multipleChoice/prompt.ts';
import { eligibilityPrompt } from '../eligibility/prompt.ts';
import type { ItemScore } from '../itemScore.ts';
import type { ValueRow } from '../metric.ts';
import type { Play } from '../protocol.ts';
import { confidenceMetrics } from './metrics.ts';
import { choiceConfidence, eligibilityConfidence } from './protocol.ts';

const student: ModelRef = { source: 'hub', id: 'o/s', revision: '1', dtype: 'q4', device: 'wasm' };
const roles = { student, judge: student };

const choice: ChoiceItem = {
  id: 'c',
  cluster: 'c',
  stratum: 's',
  topic: 't',
  text: 'Today is Sunday.',
  question: 'What day is tomorrow?',
  options: ['Friday', 'Monday', 'Tuesday', 'Sunday'],
  answer: 1,
};
const trial: EligibilityItem = {
  id: 'e',
  cluster: 'e',
  stratum: 'age',
  register: 'clinical',
  pair: 1,
  sentences: ['Patient of age 60.'],
  criterion: 'Must be under 50.',
  label: false,
  evidence: [1],
};

const unreadable: ChooseReply = { ...chosen([0.5, 0.5]), logprobs: [-9, -9] };

function playWith(
  play: Play,
  choice: ChooseReply,
  words = '90',
): { score: ItemScore; asked: ModelCall[] } {
  const asked: ModelCall[] = [];
  let step = play.next([]);
  while (step.done !== true) {
    asked.push(...step.value);
    step = play.next(
      step.value.map((call): ModelReply => (call.kind === 'choose' ? choice : written(words))),
    );
  }
  return { score: step.value, asked };
}

describe('confidence over multiple choice', () => {
  it('is the share of the chosen letter, and what the student says of it', () => {
    const { score, asked } = playWith(
      choiceConfidence.play(choice, roles),
      chosen([0.1, 0.7, 0.1, 0.1]),
    );
    expect(score.values).toEqual({
      correct: 1,
      confidence: 0.7,
      verbal: 0.9,
      verbalRead: 1,
      criteria: 0,
      unscored: 0,
      unreadable: 0,
    });
    expect(score.detail).toMatchObject({
      answer: 'B Monday · confidence 70 % · in words 90 %',
      readable: true,
    });
    const { prefix, suffix } = choicePrompt(choice);
    expect(asked).toMatchObject([
      {
        kind: 'choose',
        labels: ['A', 'B', 'C', 'D'],
        messages: [{ role: 'user', content: prefix + suffix }],
      },
      {
        kind: 'generate',
        maxNewTokens: 16,
        stop: ['\n'],
        answerSpace: { kind: 'wholeNumber', before: '', least: 0, most: 100 },
        messages: [
          { role: 'user', content: prefix + suffix },
          { role: 'assistant', content: 'B' },
          {
            role: 'user',
            content:
              'How sure are you that this answer is right? Reply with one whole number from 0 (surely wrong) to 100 (surely right) and nothing else.',
          },
        ],
      },
    ]);
  });

  it('is kept where the answer is wrong, and where the words cannot be read', () => {
    const { score } = playWith(
      choiceConfidence.play(choice, roles),
      chosen([0.6, 0.2, 0.1, 0.1]),
      'very',
    );
    expect(score.values).toMatchObject({
      correct: 0,
      confidence: 0.6,
      verbal: null,
      verbalRead: 0,
      unreadable: 0,
    });
    expect(score.detail.answer).toBe('A Friday · confidence 60 % · in words unread');
  });

  it('is not there for an unreadable choice, which is a wrong answer and asked no further', () => {
    const { score, asked } = playWith(choiceConfidence.play(choice, roles), unreadable);
    expect(asked).toHaveLength(1);
    expect(score.values).toMatchObject({
      correct: 0,
      confidence: null,
      verbal: null,
      verbalRead: null,
      unreadable: 1,
    });
    expect(score.detail).toMatchObject({ readable: false, answer: '' });
  });
});

describe('a choice without a number', () => {
  it('is no doing of the student: unscored, and neither right nor wrong', () => {
    const broken: ChooseReply = { ...chosen([0.5, 0.5]), logprobs: [NaN, NaN] };
    for (const play of [
      choiceConfidence.play(choice, roles),
      eligibilityConfidence.play(trial, roles),
    ]) {
      const { score, asked } = playWith(play, broken);
      expect(asked).toHaveLength(1);
      expect(score.values).toMatchObject({
        correct: null,
        confidence: null,
        verbalRead: null,
        unscored: 1,
        unreadable: 0,
      });
    }
  });
});

describe('confidence over trial eligibility', () => {
  it.each([
    [trial, [0.2, 0.8], 1, 'no'],
    [trial, [0.8, 0.2], 0, 'yes'],
    [{ ...trial, label: true }, [0.8, 0.2], 1, 'yes'],
    [{ ...trial, label: true }, [0.2, 0.8], 0, 'no'],
  ])('marks the verdict', (item, probabilities, correct, said) => {
    const { score, asked } = playWith(
      eligibilityConfidence.play(item, roles),
      chosen(probabilities),
    );
    expect(score.values).toMatchObject({ correct, confidence: 0.8 });
    expect(score.detail.answer).toBe(`${said} · confidence 80 % · in words 90 %`);
    const { prefix, suffix } = eligibilityPrompt(item.sentences, item.criterion);
    expect(asked[0]).toMatchObject({
      labels: ['yes', 'no'],
      messages: [{ content: prefix + suffix }],
    });
    expect(asked[1]).toMatchObject({ messages: [{}, { role: 'assistant', content: said }, {}] });
  });
});

describe('the metrics of calibration', () => {
  const rowOf = (values: ValueRow['values']): ValueRow => ({
    cluster: JSON.stringify(values),
    stratum: 's',
    values,
  });
  const estimate = (id: string, rows: readonly ValueRow[]) => {
    const metric = confidenceMetrics.find((one) => one.id === id);
    if (metric === undefined) throw new Error(`no metric ${id}`);
    return metric.estimate(rows);
  };
  // The worked example of CaOPD, as label confidence and, halved, in words.
  const example = [0.9, 0.8, 0.6, 0.7, 0.95].map((confidence, index) =>
    rowOf({
      confidence,
      correct: [1, 0, 1, 0, 1][index] ?? 0,
      verbal: confidence / 2,
      verbalRead: 1,
    }),
  );
  const rows = [
    ...example,
    rowOf({ confidence: null, correct: 0, verbal: null, verbalRead: null }),
  ];

  it.each([
    ['ece', 0.41],
    ['brier', 0.2605],
    ['ocg', 0.19],
    ['spr', 2 / 3],
    // Six pairs, four in order, none equal.
    ['auroc', 2 / 3],
    // From the most confident down: right, right, wrong, wrong, right. Accepted and wrong after each: 0 0 1 2 2 fifths; trapezoids of
    // width 1/5 from 0: (0 + 0 + 1/2 + 3/2 + 2) / 25.
    ['augrc', 4 / 25],
    // Three right of six: the unreadable one is wrong.
    ['accuracy', 0.5],
    ['verbalRead', 1],
    ['verbalOcg', 0.395 - 0.6],
    // Halved: 0.45 and 0.4 share a bin (right, wrong), 0.475 too: mean 1.325/3 against 2/3; 0.3 right, 0.35 wrong: mean 0.325, 1/2.
    ['verbalEce', (3 / 5) * (2 / 3 - 1.325 / 3) + (2 / 5) * (1 / 2 - 0.325)],
  ])('%s is as worked out by hand', (id, value) => {
    expect(estimate(id, rows)).toBeCloseTo(value, 12);
  });

  it('counts an equal confidence half for AUROC and nothing for SPR', () => {
    const equal = [rowOf({ confidence: 0.5, correct: 1 }), rowOf({ confidence: 0.5, correct: 0 })];
    expect(estimate('auroc', equal)).toBe(0.5);
    expect(estimate('spr', equal)).toBe(0);
  });

  it('is undefined where nothing can be said', () => {
    const right = [rowOf({ confidence: 0.5, correct: 1 })];
    expect(estimate('spr', right)).toBeNull();
    expect(estimate('auroc', right)).toBeNull();
    for (const { id } of confidenceMetrics) {
      if (id !== 'accuracy')
        expect(estimate(id, [rowOf({ confidence: null, correct: 0 })]), id).toBeNull();
    }
  });

  it('rests on the rows that have the confidence', () => {
    const [ece] = confidenceMetrics;
    expect(ece && metricInterval(rows, ece)?.n).toBe(5);
    expect(ece).toMatchObject({ id: 'ece', lowerIsBetter: true });
    const verbal = confidenceMetrics.find(({ id }) => id === 'verbalEce');
    expect(verbal?.measuredBy).toBe('verbal');
  });
});
