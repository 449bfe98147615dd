import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reverseKl } from '../tokenFacts.ts';
import { lossTerms } from '../lossTerms.ts';
import { termsLoss } from '../termsLoss.ts';
import { randomRow } from '../testing.ts';
import type { Arm } from '../arm.ts';
import { estimatorMoments, varianceRatio } from './varianceRatio.ts';

const logS = [0.5, 0.3, 0.15, 0.05].map(Math.log);
const logT = [0.2, 0.6, 0.1, 0.1].map(Math.log);
const KL = reverseKl(logS, logT);

function arm(objective: Arm['objective']): Arm {
  return { source: 'student', prefix: { kind: 'full' }, objective, selection: { kind: 'all' } };
}

/** The gradient of one token's loss by the arm's own path: facts, shares, then logits. */
function gradientOf(
  objective: Arm['objective'],
  pair: { readonly logS: readonly number[]; readonly logT: readonly number[] },
  token: number,
): Float64Array {
  const one = (value: number | undefined): Float64Array => Float64Array.of(value ?? Number.NaN);
  const terms = lossTerms(arm(objective), [
    {
      problem: 0,
      tokens: [token],
      ended: true,
      correct: null,
      facts: {
        logStudent: one(pair.logS[token]),
        logTeacher: one(pair.logT[token]),
        logReference: null,
        entropy: one(0),
        reverseKl: one(reverseKl(pair.logS, pair.logT)),
      },
    },
  ]);
  const text = { tokens: [token], student: pair.logS, teacher: pair.logT };
  return termsLoss(terms, [text], pair.logS.length).gradients[0] ?? new Float64Array();
}

function gradientMean(
  baseline: 'none' | 'kl',
  pair: { readonly logS: readonly number[]; readonly logT: readonly number[] },
): number[] {
  const objective = { kind: 'policy-gradient', baseline, lambda: 1, margin: null } as const;
  const all = pair.logS.map((_, token) => gradientOf(objective, pair, token));
  return pair.logS.map((_, v) =>
    all.reduce(
      (sum, own, token) => sum + Math.exp(pair.logS[token] ?? Number.NaN) * (own[v] ?? Number.NaN),
      0,
    ),
  );
}

describe('the worked example of vOPD', () => {
  const expected = [
    -0.3199635564584169, 0.29085323985517997, -0.019365223372626434, 0.04847553997586333,
  ];

  it.each([0, KL])('has the mean gradient -∇KL with a baseline of %d', (baseline) => {
    const { mean } = estimatorMoments({ logS, logT }, baseline);
    expect([...mean].map((one, v) => one - (expected[v] ?? 0))).toEqual(
      expected.map((): unknown => expect.closeTo(0, 14)),
    );
  });

  it('has its variances, the baseline making it worse here', () => {
    expect(estimatorMoments({ logS, logT }, 0).variance).toBeCloseTo(0.1304435962316116, 14);
    expect(estimatorMoments({ logS, logT }, KL).variance).toBeCloseTo(0.16287109540436456, 14);
    expect(varianceRatio([{ logS, logT }])).toBeCloseTo(
      0.16287109540436456 / 0.1304435962316116,
      12,
    );
  });
});

it('expects the same gradient of one sampled token, with a baseline or without, as of the exact KL', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 9 }), (seed, size) => {
      const pair = {
        logS: randomRow(`${seed}s`, size, 1.5),
        logT: randomRow(`${seed}t`, size, 1.5),
      };
      const exact = [
        ...gradientOf({ kind: 'divergence', divergence: 'reverse', beta: 0 }, pair, 0),
      ];
      for (const baseline of ['none', 'kl'] as const) {
        for (const [v, move] of gradientMean(baseline, pair).entries()) {
          expect(move).toBeCloseTo(exact[v] ?? Number.NaN, 10);
        }
      }
    }),
    { numRuns: 50 },
  );
});

it('is the variance of the gradients of single tokens', () => {
  const objective = { kind: 'policy-gradient', baseline: 'kl', lambda: 1, margin: null } as const;
  const mean = gradientMean('kl', { logS, logT });
  const variance = logS.reduce((sum, log, token) => {
    const own = gradientOf(objective, { logS, logT }, token);
    return sum + Math.exp(log) * mean.reduce((s, m, v) => s + ((own[v] ?? 0) - m) ** 2, 0);
  }, 0);
  expect(estimatorMoments({ logS, logT }, KL).variance).toBeCloseTo(variance, 14);
});

it('weighs places by their variance, and says nothing of equal models', () => {
  const flat = { logS: [0.5, 0.5].map(Math.log), logT: [0.9, 0.1].map(Math.log) };
  const [a, b] = [{ logS, logT }, flat].map((pair) => [
    estimatorMoments(pair, 0).variance,
    estimatorMoments(pair, reverseKl(pair.logS, pair.logT)).variance,
  ]);
  expect(varianceRatio([{ logS, logT }, flat])).toBeCloseTo(
    ((a?.[1] ?? 0) + (b?.[1] ?? 0)) / ((a?.[0] ?? 0) + (b?.[0] ?? 0)),
    12,
  );
  expect(varianceRatio([{ logS, logT: logS }])).toBeNull();
  expect(varianceRatio([])).toBeNull();
});
