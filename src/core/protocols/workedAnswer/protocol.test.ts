import { describe, expect, it } from 'vitest';
import type { GenerateReply, ModelCall } from '../../calls/call.ts';
import type { ModelRef } from '../../calls/model.ts';
import type { ArithmeticItem } from '../../packs/multistepArithmetic.ts';
import type { ValueRow } from '../metric.ts';
import { workedAnswerPrompt, workedReply } from './prompt.ts';
import { workedAnswer } from './protocol.ts';

const student: ModelRef = {
  source: 'bundled',
  id: 's',
  revision: '1',
  dtype: 'fp32',
  device: 'wasm',
};
const item: ArithmeticItem = {
  id: 'x',
  cluster: 'x',
  stratum: 'steps-03',
  lines: ['start at 37', 'now add 48', 'then 19 less', 'double it'],
  steps: ['37 + 48 = 85', '85 - 19 = 66', '66 x 2 = 132'],
  answer: 132,
};

function played(text: string) {
  const play = workedAnswer.play(item, { student, judge: student });
  const asked: ModelCall[] = [];
  let step = play.next([]);
  while (step.done !== true) {
    asked.push(...step.value);
    const reply: GenerateReply = {
      kind: 'generate',
      text,
      finishReason: 'stop',
      promptTokens: 9,
      newTokens: 3,
      latencyMs: 1,
    };
    step = play.next([reply]);
  }
  return { asked, score: step.value };
}

describe('worked answers', () => {
  it.each([
    // reply, correct, share of right steps, first wrong step, unreadable
    [workedReply(item.steps, 132), 1, 1, null, 0],
    ['37 + 48 = 85\n85 - 19 = 66\n66 x 2 = 132\nAnswer 131', 0, 1, null, 0],
    ['48 + 37 = 85\n85 - 19 = 66\n2 x 66 = 132\nAnswer 132', 1, 1, null, 0],
    ['37 + 48 = 75\n75 - 19 = 56\n56 x 2 = 112\nAnswer 112', 0, 0, 1, 0],
    ['37 + 48 = 85\n19 - 85 = 66\n66 x 2 = 132\nAnswer 132', 1, 2 / 3, 2, 0],
    ['37 + 48 = 85\nAnswer 132', 1, 1 / 3, 2, 0],
    ['Answer 132', 1, 0, 1, 0],
    ['37 + 48 = 85\n85 - 19 = 66\n66 x 2 = 132\n132 + 0 = 132\nAnswer 132', 1, 0.75, 4, 0],
    ['37 + 48 = 85\n85 - 19 = 66\n66 x 2 = 132', 0, 1, null, 1],
    ['', 0, 0, 1, 1],
  ] as const)('scores %j', (text, correct, stepsRight, firstWrongStep, unreadable) => {
    const { values } = played(text).score;
    expect(values).toEqual({
      correct,
      stepsRight,
      allStepsRight: Number(firstWrongStep === null),
      firstWrongStep,
      criteria: 0,
      unscored: 0,
      unreadable,
    });
  });

  it('asks the student once, with every line of the problem, and never says the answer', () => {
    const { asked } = played('');
    const [call] = asked;
    if (call?.kind !== 'generate') throw new Error('it asks for text');
    expect(asked).toHaveLength(1);
    const { prefix, suffix } = workedAnswerPrompt(item.lines);
    expect(call.messages).toEqual([{ role: 'user', content: prefix + suffix }]);
    expect(prefix.endsWith('\n')).toBe(true);
    for (const line of item.lines) expect(prefix).toContain(`${line}\n`);
    expect(prefix).not.toContain('132');
    expect(call.maxNewTokens).toBeGreaterThanOrEqual(220);
    expect(call.answerSpace).toEqual({
      kind: 'wholeNumber',
      before: 'Answer ',
      least: 0,
      most: 199,
    });
    // Room for every step of a long problem.
    const steps = Array.from({ length: 40 }, () => '1 x 1 = 1');
    const long = workedAnswer.play({ ...item, steps }, { student, judge: student }).next([]);
    expect(long.value).toMatchObject([{ maxNewTokens: 800 }]);
  });

  it('keeps the reply as it came, and says whether an answer was found', () => {
    const detail = { criteria: [], evidence: null };
    expect(played('Answer 132').score.detail).toEqual({
      ...detail,
      answer: 'Answer 132',
      readable: true,
    });
    expect(played('132?').score.detail).toEqual({ ...detail, answer: '132?', readable: false });
  });

  it('averages over items: golden numbers', () => {
    const rows: ValueRow[] = [
      'Answer 132',
      '37 + 48 = 85\nAnswer 1',
      workedReply(item.steps, 132),
      '',
    ].map((text) => ({ cluster: 'c', stratum: 's', values: played(text).score.values }));
    const numbers = workedAnswer.metrics.map((metric) => [metric.id, metric.estimate(rows)]);
    expect(Object.fromEntries(numbers)).toEqual({
      accuracy: 0.5,
      stepAccuracy: (0 + 1 / 3 + 1 + 0) / 4,
      allSteps: 0.25,
    });
  });
});
