import { describe, expect, it } from 'vitest';
import { parse } from 'valibot';
import { armSchema, type Arm } from './arm.ts';
import golden from './fixtures/golden.json' with { type: 'json' };
import { lossTerms } from './lossTerms.ts';
import { termsLoss, type TextLogits } from './termsLoss.ts';
import { GOLDEN_TEXTS, GOLDEN_VOCABULARY, rolloutsOf } from './testing.ts';

const cases = golden.arms.map(({ arm, loss, gradients }) => {
  const parsed: Arm = parse(armSchema, arm);
  const { objective, selection } = parsed;
  return {
    name: `${JSON.stringify(objective)} over ${JSON.stringify(selection)}`,
    arm: parsed,
    loss,
    gradients,
    terms: lossTerms(parsed, rolloutsOf(GOLDEN_TEXTS, GOLDEN_VOCABULARY, objective.kind)),
  };
});

function relativeError(found: readonly number[], expected: readonly number[]): number {
  const norm = (values: readonly number[]): number => Math.hypot(...values);
  const off = norm(found.map((value, at) => value - (expected[at] ?? Number.NaN)));
  return off === 0 ? 0 : off / norm(expected);
}

describe.each(cases)('$name', ({ loss, gradients, terms }) => {
  const found = termsLoss(terms, GOLDEN_TEXTS, GOLDEN_VOCABULARY);

  it('has the loss and the gradient that JAX finds by automatic differentiation', () => {
    expect(found.loss).toBeCloseTo(loss, 12);
    expect(
      relativeError(
        found.gradients.flatMap((text) => [...text]),
        gradients.flat(),
      ),
    ).toBeLessThan(1e-12);
  });

  it('has a gradient that agrees with central differences of the loss', () => {
    const step = 1e-5;
    const lossWith = (text: number, at: number, move: number): number => {
      const moved = GOLDEN_TEXTS.map((own, index): TextLogits => {
        if (index !== text) return own;
        const student = Float64Array.from(own.student);
        student[at] = (student[at] ?? Number.NaN) + move;
        return { ...own, student };
      });
      return termsLoss(terms, moved, GOLDEN_VOCABULARY).loss;
    };
    const numeric = GOLDEN_TEXTS.flatMap(({ student }, text) =>
      Array.from(
        { length: student.length },
        (_, at) => (lossWith(text, at, step) - lossWith(text, at, -step)) / (2 * step),
      ),
    );
    expect(
      relativeError(
        numeric,
        found.gradients.flatMap((text) => [...text]),
      ),
    ).toBeLessThan(1e-6);
  });

  it('moves no probability mass in or out: each row of the gradient sums to 0', () => {
    for (const text of found.gradients) {
      for (let first = 0; first < text.length; first += GOLDEN_VOCABULARY) {
        const row = text.subarray(first, first + GOLDEN_VOCABULARY);
        expect(row.reduce((sum, move) => sum + move, 0)).toBeCloseTo(0, 14);
      }
    }
  });
});

it('covers every objective, divergence and selection', () => {
  const seen = new Set(
    cases.flatMap(({ arm: { objective, selection } }) => [
      objective.kind === 'divergence' ? objective.divergence : objective.kind,
      selection.kind,
    ]),
  );
  expect([...seen].sort()).toEqual(
    [
      ...['likelihood', 'reverse', 'forward', 'jsd', 'policy-gradient', 'two-path', 'calibration'],
      ...['all', 'tip', 'quadrant', 'entropy'],
    ].sort(),
  );
});

describe('what does not fit', () => {
  const shares = [Float64Array.of(1, 1)];
  const text: TextLogits = { tokens: [0, 1], student: [0, 0, 0, 0], teacher: null };

  it('refuses a divergence without a teacher', () => {
    const terms = {
      divergence: { kind: 'reverse', beta: 0 },
      divergenceShares: shares,
      likelihoodShares: null,
    } as const;
    expect(() => termsLoss(terms, [text], 2)).toThrow('needs its kind');
  });

  it('refuses shares of another length than the tokens', () => {
    const terms = { divergence: null, divergenceShares: null, likelihoodShares: shares };
    expect(() => termsLoss(terms, [{ ...text, tokens: [0] }], 2)).toThrow(
      'has 1 tokens, but shares for 2',
    );
  });

  it('refuses logits that are too short', () => {
    const terms = { divergence: null, divergenceShares: null, likelihoodShares: shares };
    expect(() => termsLoss(terms, [{ ...text, student: [0, 0] }], 2)).toThrow(
      'does not lie within 2',
    );
  });
});
