import { describe, expect, it } from 'vitest';
import type { GenerateReply, ModelCall } from '../../calls/call.ts';
import type { ModelRef } from '../../calls/model.ts';
import { trialEligibilityKind, type EligibilityItem } from '../../packs/trialEligibility.ts';
import type { ItemScore } from '../itemScore.ts';
import type { ValueRow } from '../metric.ts';
import { eligibility } from './protocol.ts';

const student: ModelRef = {
  source: 'bundled',
  id: 's',
  revision: '1',
  dtype: 'fp32',
  device: 'wasm',
};

const met: EligibilityItem = {
  id: 'p1-clinical',
  cluster: 'p1',
  stratum: 'condition',
  register: 'clinical',
  pair: 1,
  sentences: ['Known epilepsy.', 'Age 40 years.', 'Under treatment for epilepsy.'],
  criterion: 'Has current epilepsy.',
  label: true,
  evidence: [1, 3],
};
const unmet: EligibilityItem = {
  ...met,
  register: 'patient',
  sentences: ['I have fits.', 'I am 40.', 'I get treatment for fits.'],
  criterion: 'No current epilepsy.',
  label: false,
};

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

/** Hands the generator one reply, and keeps what it asked. */
function answer(item: EligibilityItem, text: string): { score: ItemScore; asked: ModelCall[] } {
  const play = eligibility.play(item, { student, judge: student });
  const asked: ModelCall[] = [];
  let step = play.next([]);
  while (step.done !== true) {
    asked.push(...step.value);
    step = play.next([said(text)]);
  }
  return { score: step.value, asked };
}

describe('trial eligibility', () => {
  it.each([
    ['yes 1 3', met, { label: 1, said: 1, correct: 1, evidenceF1: 1, register: 0, unreadable: 0 }],
    ['yes 1 2', met, { correct: 1, evidenceF1: 0.5, evidencePrecision: 0.5, evidenceRecall: 0.5 }],
    ['yes 1', met, { correct: 1, evidenceF1: 2 / 3, evidencePrecision: 1, evidenceRecall: 0.5 }],
    ['yes', met, { correct: 1, evidenceF1: 0, evidencePrecision: 0, evidenceRecall: 0 }],
    ['no 1 3', met, { said: 0, correct: 0, evidenceF1: 1 }],
    ['no 1 3', unmet, { label: 0, said: 0, correct: 1, evidenceF1: 1, register: 1, pair: 1 }],
    ['no', unmet, { correct: 1, evidenceF1: 0 }],
    ['yes 2', unmet, { said: 1, correct: 0, evidenceF1: 0 }],
    ['maybe 1 3', met, { said: null, correct: 0, evidenceF1: 0, unreadable: 1 }],
    ['maybe 1 3', unmet, { said: null, correct: 0, evidenceF1: 0, unreadable: 1 }],
  ] as const)('scores “%s”', (text, item, expected) => {
    expect(answer(item, text).score.values).toMatchObject({
      criteria: 0,
      unscored: 0,
      ...expected,
    });
  });

  it('asks the student once, and chance for numbers after a no as well', () => {
    const { asked, score } = answer(met, 'yes 1 2');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      kind: 'generate',
      model: { id: 's' },
      stop: ['\n'],
      answerSpace: { kind: 'verdictWithIndices', maxIndex: 3, noHasIndices: true },
    });
    expect(score.detail).toEqual({
      answer: 'yes 1 2',
      readable: true,
      criteria: [],
      evidence: { hit: [1], missed: [3], wrong: [2] },
    });
  });

  it('shows an item with its gold', () => {
    expect(trialEligibilityKind.view(unmet)).toMatchObject({
      title: 'No current epilepsy.',
      blocks: [{ kind: 'sentences', gold: [1, 3] }, { kind: 'text' }],
    });
    expect(trialEligibilityKind.view(unmet).gold).toMatch(/^no\b.*\b1\b.*\b3\b/u);
    expect(trialEligibilityKind.clusterOf(met)).toBe('p1');
    expect(trialEligibilityKind.stratumOf(met)).toBe('condition');
  });
});

describe('the schema', () => {
  it.each([
    [{ evidence: [] }, 'evidence'],
    [{ evidence: [3, 1] }, 'evidence'],
    [{ evidence: [4] }, 'evidence'],
    [{ register: 'slang' }, 'register'],
    [{ stratum: 'mood' }, 'stratum'],
    [{ criterion: 'two\nlines' }, 'criterion'],
    [{ sentences: [] }, 'sentences'],
    [{ pair: 0 }, 'pair'],
  ])('refuses %j', (change, field) => {
    const parsed = trialEligibilityKind.parse(JSON.stringify({ ...met, ...change }), 7);
    expect(parsed).toMatchObject({ ok: false });
    expect(JSON.stringify(parsed)).toContain(field);
  });

  it('takes the item unchanged', () => {
    expect(trialEligibilityKind.parse(JSON.stringify(met), 1)).toEqual({ ok: true, value: met });
  });
});

const estimate = (id: string, rows: readonly ValueRow[]) =>
  eligibility.metrics.find((metric) => metric.id === id)?.estimate(rows);

function row(values: ValueRow['values']): ValueRow {
  return { cluster: 'c', stratum: 's', values };
}

describe('the metrics', () => {
  // 3 TP, 1 FN, 1 unreadable (a miss), 2 FP, 3 TN; one unreadable of those that do not meet it.
  const verdicts = [
    ...[1, 1, 1, 0, null].map((said) => row({ label: 1, said })),
    ...[1, 1, 0, 0, 0, null].map((said) => row({ label: 0, said })),
  ];

  it('give the golden numbers by hand', () => {
    // Yes: 2·3 / (2·3 + 2 + 2) = 0.6. No: 2·3 / (2·3 + 1 + 3) = 0.6.
    expect(estimate('verdictF1', verdicts)).toBeCloseTo(0.6, 12);
    expect(estimate('macroF1', verdicts)).toBeCloseTo(0.6, 12);
    // Always yes on 2 of 4: F1 of yes 4 / (4 + 2) = 2/3, of no 0.
    const always = [1, 1, 0, 0].map((label) => row({ label, said: 1 }));
    expect(estimate('verdictF1', always)).toBeCloseTo(2 / 3, 12);
    expect(estimate('macroF1', always)).toBeCloseTo(1 / 3, 12);
    expect(estimate('macroF1', [])).toBeNull();
  });

  it('takes the difference of registers pair by pair', () => {
    const half = (pair: number, register: number, correct: number) =>
      row({ pair, register, correct });
    const pairs = [
      ...[half(1, 0, 1), half(1, 1, 0)], // -1
      ...[half(2, 0, 1), half(2, 1, 1)], // 0
      ...[half(3, 0, 0), half(3, 1, 1)], // +1
      ...[half(4, 0, 1), half(4, 1, 0)], // -1
    ];
    expect(estimate('registerDelta', pairs)).toBeCloseTo(-0.25, 12);
    // A lonely half changes nothing; only lonely halves measure nothing.
    expect(estimate('registerDelta', [...pairs, half(5, 1, 1), half(6, 0, 1)])).toBeCloseTo(-0.25);
    expect(estimate('registerDelta', [half(1, 0, 1), half(2, 1, 1)])).toBeNull();
    expect(estimate('registerDelta', [])).toBeNull();
    // Drawn twice by the bootstrap, a pair counts twice: (-1 + 0 + 1 + 1 - 1) / 5.
    expect(estimate('registerDelta', [...pairs, ...pairs.slice(4, 6)])).toBeCloseTo(0, 12);
    // Half of two epochs right in one register: 0.5 - 1.
    const epochs = [half(1, 0, 1), half(1, 0, 1), half(1, 1, 1), half(1, 1, 0)];
    expect(estimate('registerDelta', epochs)).toBeCloseTo(-0.5, 12);
    // Other rows without these values are passed over.
    expect(estimate('registerDelta', [...pairs, row({ correct: 1 })])).toBeCloseTo(-0.25, 12);
  });

  it('has values for what each metric is measured by', () => {
    const { values } = answer(met, 'yes 1').score;
    for (const { measuredBy } of eligibility.metrics) expect(values[measuredBy]).not.toBeNull();
    for (const { measuredBy } of eligibility.metrics) expect(values).toHaveProperty(measuredBy);
  });
});
