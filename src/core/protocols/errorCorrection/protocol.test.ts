import { describe, expect, it } from 'vitest';
import type { GenerateReply, ModelCall } from '../../calls/call.ts';
import { RANDOM_MODEL, randomReply } from '../../models/randomReply.ts';
import { buildTestItems } from '../../packs/generators/noteErrors/testItems.ts';
import type { NoteErrorItem } from '../../packs/noteErrors.ts';
import type { ItemScore } from '../itemScore.ts';
import type { ValueRow } from '../metric.ts';
import { correctionPrompt, correctionReply } from './prompt.ts';
import { errorCorrection } from './protocol.ts';

const wrongItem: NoteErrorItem = {
  id: 'x',
  cluster: 'n',
  stratum: 'dose',
  sentences: ['A man takes 20 mg of iron.', 'He is well.', 'He was given 40 mg of iron.'],
  error: { sentence: 3, correction: 'He was given 20 mg of iron.' },
};
const rightItem: NoteErrorItem = { ...wrongItem, id: 'y', stratum: 'none', error: null };

function said(text: string): GenerateReply {
  return {
    kind: 'generate',
    text,
    finishReason: 'stop',
    promptTokens: 9,
    newTokens: 3,
    latencyMs: 1,
  };
}

/** Plays an item with the reply that a function gives to its one call. */
function playWith(item: NoteErrorItem, reply: (call: ModelCall) => string): ItemScore {
  const play = errorCorrection.play(item, { student: RANDOM_MODEL, judge: RANDOM_MODEL });
  const asked = play.next([]);
  if (asked.done === true) throw new Error('asked nothing');
  expect(asked.value).toHaveLength(1);
  const [call] = asked.value;
  if (call === undefined) throw new Error('asked nothing');
  const step = play.next([said(reply(call))]);
  if (step.done !== true) throw new Error('asked more than once');
  return step.value;
}

function rowsOf(reply: (item: NoteErrorItem, call: ModelCall) => string): ValueRow[] {
  return buildTestItems().map((item) => ({
    cluster: item.cluster,
    stratum: item.stratum,
    values: playWith(item, (call) => reply(item, call)).values,
  }));
}

function estimate(id: string, rows: readonly ValueRow[]): number | null {
  const metric = errorCorrection.metrics.find((other) => other.id === id);
  if (metric === undefined) throw new Error(id);
  return metric.estimate(rows);
}

describe('error correction', () => {
  it.each([
    // reply, item, expected values
    [
      '3 He was given 20 mg of iron.',
      wrongItem,
      { correct: 1, flagCorrect: 1, rougeOneComposite: 1, exactCorrection: 1, said: 1 },
    ],
    [
      'Sentence 3: he was given 20 mg of iron',
      wrongItem,
      { correct: 1, rougeOneComposite: 1, exactCorrection: 1 },
    ],
    // The wrong sentence copied out: 6 of 7 words.
    [
      '3 He was given 40 mg of iron.',
      wrongItem,
      { correct: 1, flagCorrect: 1, rougeOneComposite: 6 / 7, exactCorrection: 0 },
    ],
    // Another sentence named: the composite still takes ROUGE-1, as the source does; 1 of 7 and 3 words is shared.
    [
      '2 He is well.',
      wrongItem,
      { correct: 0, flagCorrect: 1, rougeOneComposite: 0.2, exactCorrection: 0 },
    ],
    [
      '2 He was given 20 mg of iron.',
      wrongItem,
      { correct: 0, flagCorrect: 1, rougeOneComposite: 1, exactCorrection: 0 },
    ],
    ['3', wrongItem, { correct: 1, flagCorrect: 1, rougeOneComposite: 0, exactCorrection: 0 }],
    [
      'none',
      wrongItem,
      { correct: 0, flagCorrect: 0, rougeOneComposite: 0, exactCorrection: 0, said: 0 },
    ],
    [
      'well',
      wrongItem,
      {
        correct: 0,
        flagCorrect: 0,
        rougeOneComposite: 0,
        exactCorrection: 0,
        said: null,
        unreadable: 1,
      },
    ],
    [
      'none',
      rightItem,
      { correct: 1, flagCorrect: 1, rougeOneComposite: 1, exactCorrection: null, unreadable: 0 },
    ],
    [
      '3 He was given 20 mg of iron.',
      rightItem,
      { correct: 0, flagCorrect: 0, rougeOneComposite: 0, exactCorrection: null },
    ],
    [
      '',
      rightItem,
      { correct: 0, flagCorrect: 0, rougeOneComposite: 0, exactCorrection: null, unreadable: 1 },
    ],
  ] as const)('scores %j', (reply, item, expected) => {
    const { values, detail } = playWith(item, () => reply);
    const { rougeOneComposite, ...others } = expected;
    expect(values).toMatchObject({ criteria: 0, unscored: 0, ...others });
    expect(values.rougeOneComposite).toBeCloseTo(rougeOneComposite, 12);
    expect(detail.readable).toBe(values.unreadable === 0);
  });

  it('asks the student once, with all sentences, and never says the right one', () => {
    playWith(wrongItem, (call) => {
      if (call.kind !== 'generate') throw new Error('it asks for text');
      const { prefix, suffix } = correctionPrompt(wrongItem.sentences);
      expect(call.messages).toEqual([{ role: 'user', content: prefix + suffix }]);
      expect(call.stop).toEqual([]);
      for (const sentence of wrongItem.sentences) expect(prefix).toContain(sentence);
      expect(prefix + suffix).not.toContain('He was given 20 mg');
      // The first sentence is never the wrong one, so chance does not name it.
      expect(call.answerSpace).toEqual({
        kind: 'oneOf',
        options: ['none', 'none', '2 He is well.', '3 He was given 40 mg of iron.'],
      });
      return 'none';
    });
  });

  it('marks the sentences that were hit, missed and wrongly named', () => {
    const marks = (item: NoteErrorItem, reply: string) =>
      playWith(item, () => reply).detail.evidence;
    expect(marks(wrongItem, '3 x')).toEqual({ hit: [3], missed: [], wrong: [] });
    expect(marks(wrongItem, '2 x')).toEqual({ hit: [], missed: [3], wrong: [2] });
    expect(marks(wrongItem, 'none')).toEqual({ hit: [], missed: [3], wrong: [] });
    expect(marks(rightItem, '2 x')).toEqual({ hit: [], missed: [], wrong: [2] });
    expect(marks(rightItem, 'none')).toBeNull();
  });

  it('gives full marks to the right replies of the whole pack', () => {
    const rows = rowsOf(({ error }) => correctionReply(error));
    for (const { id } of errorCorrection.metrics) expect(estimate(id, rows), id).toBe(1);
  });

  it('gives half to a student that always says none', () => {
    const rows = rowsOf(() => 'none');
    expect(estimate('sentenceAccuracy', rows)).toBe(0.5);
    expect(estimate('flagAccuracy', rows)).toBe(0.5);
    expect(estimate('rougeOneComposite', rows)).toBe(0.5);
    expect(estimate('exactCorrection', rows)).toBe(0);
  });

  it('gives chance half of the flags and few of the sentences', () => {
    const rows = rowsOf((_, call) => {
      const reply = randomReply(call);
      if (reply.kind !== 'generate') throw new Error('not a text');
      return reply.text;
    });
    expect(rows.every(({ values }) => values.unreadable === 0)).toBe(true);
    expect(Math.abs((estimate('flagAccuracy', rows) ?? 0) - 0.5)).toBeLessThan(0.12);
    expect(estimate('sentenceAccuracy', rows)).toBeGreaterThan(0.2);
    expect(estimate('sentenceAccuracy', rows)).toBeLessThan(0.45);
    expect(estimate('exactCorrection', rows)).toBe(0);
  });

  it('names values in its metrics that its scores have', () => {
    const { values } = playWith(wrongItem, () => 'none');
    for (const { measuredBy } of errorCorrection.metrics) expect(values).toHaveProperty(measuredBy);
  });
});
