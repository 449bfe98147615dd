import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChooseReply } from '../calls/call.ts';
import { criterionVerdict } from './criterionVerdict.ts';
import { isUnscored, readChoice } from './readChoice.ts';

/** A reply whose labels have these probabilities of all that the model might have said. */
function replyOf(...masses: number[]): ChooseReply {
  const all = masses.reduce((sum, mass) => sum + mass, 0);
  return {
    kind: 'choose',
    logprobs: masses.map(Math.log),
    probabilities: masses.map((mass) => mass / all),
    promptTokens: 9,
    latencyMs: 1,
  };
}

describe('readChoice', () => {
  it('takes the more probable label, and the later of equals', () => {
    expect(readChoice(replyOf(0.6, 0.2))).toMatchObject({ kind: 'read', index: 0 });
    expect(readChoice(replyOf(0.2, 0.6))).toMatchObject({ kind: 'read', index: 1 });
    expect(readChoice(replyOf(0.25, 0.25))).toMatchObject({ kind: 'read', index: 1 });
    expect(readChoice(replyOf(0.1, 0.4, 0.4))).toMatchObject({ kind: 'read', index: 2 });
    const read = replyOf(0.6, 0.2);
    expect(readChoice(read)).toEqual({
      kind: 'read',
      index: 0,
      probabilities: read.probabilities,
    });
  });

  it('does not read labels that together have less than one per cent, however clear their odds', () => {
    expect(readChoice(replyOf(0.0049, 0.0001))).toEqual({
      kind: 'unscored',
      cause: 'other-words',
      reason: "the labels have 0.50 % of the judge's probability, less than 1 %",
    });
    expect(readChoice(replyOf(0.0099, 0.0002))).toMatchObject({ kind: 'read', index: 0 });
  });

  it.each([
    { logprobs: [-1, Number.NaN], probabilities: [0.5, 0.5] },
    { logprobs: [-1, -Infinity], probabilities: [1, 0] },
    { logprobs: [-1, -1], probabilities: [Number.NaN, 0.5] },
  ])('does not read $logprobs with $probabilities', (numbers) => {
    expect(readChoice({ ...replyOf(0.5, 0.5), ...numbers })).toEqual({
      kind: 'unscored',
      cause: 'no-number',
      reason: 'a label came back without a log-probability',
    });
  });

  it('lays a missing number at the instrument’s door, and other words at the model’s', () => {
    expect(isUnscored(readChoice(replyOf(0.6, 0.2)))).toBe(false);
    expect(isUnscored(readChoice(replyOf(0.0049, 0.0001)))).toBe(false);
    expect(isUnscored(readChoice({ ...replyOf(0.6, 0.2), logprobs: [NaN, NaN] }))).toBe(true);
    expect(isUnscored(readChoice({ ...replyOf(0.6, 0.2), logprobs: [-1, -Infinity] }))).toBe(true);
  });

  it('reads a label that none is more probable than', () => {
    const masses = fc.array(fc.double({ min: 0.01, max: 0.2, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(masses, (some) => {
        const choice = readChoice(replyOf(...some));
        if (choice.kind !== 'read') throw new Error(choice.reason);
        expect(choice.probabilities[choice.index]).toBe(Math.max(...choice.probabilities));
      }),
    );
  });
});

describe('criterionVerdict', () => {
  const criterion = { id: 'c1', text: 'Names the drug', points: 3, axis: 'accuracy' };

  it('is met where the judge chose the label that says so', () => {
    expect(criterionVerdict(replyOf(0.6, 0.2), 0, criterion)).toEqual({
      ...criterion,
      verdict: 'met',
      probability: 0.6 / (0.6 + 0.2),
      note: null,
    });
    expect(criterionVerdict(replyOf(0.6, 0.2), 1, criterion)).toEqual({
      ...criterion,
      verdict: 'not-met',
      probability: 0.2 / (0.6 + 0.2),
      note: null,
    });
    expect(criterionVerdict(replyOf(0.2, 0.6), 1, criterion).verdict).toBe('met');
  });

  it('is unscored, with the reason, where the choice cannot be read', () => {
    expect(criterionVerdict(replyOf(0.001, 0.001), 0, criterion)).toEqual({
      ...criterion,
      verdict: 'unscored',
      probability: null,
      note: "the labels have 0.20 % of the judge's probability, less than 1 %",
    });
  });
});
