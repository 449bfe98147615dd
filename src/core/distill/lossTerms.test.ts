import { describe, expect, it } from 'vitest';
import type { Arm, ArmObjective, Selection } from './arm.ts';
import { lossTerms } from './lossTerms.ts';
import type { Rollout } from './rollout.ts';
import { MissingCorrectnessError, MissingFactsError } from './objectives/tokenWeights.ts';

const ALL: Selection = { kind: 'all' };

function arm(objective: ArmObjective, selection: Selection = ALL): Arm {
  return { source: 'student', prefix: { kind: 'full' }, objective, selection };
}

interface Sketch {
  readonly problem?: number;
  readonly correct?: boolean | null;
  readonly student: readonly number[];
  readonly teacher: readonly number[];
  readonly reference?: readonly number[];
  readonly entropy?: readonly number[];
  readonly kl?: readonly number[];
}

function text(sketch: Sketch): Rollout {
  const { problem = 0, correct = null, student, teacher, reference, entropy, kl } = sketch;
  const column = (values: readonly number[] | undefined): Float64Array =>
    Float64Array.from(values ?? student.map(() => 0));
  return {
    problem,
    correct,
    ended: true,
    tokens: student.map((_, token) => token),
    facts: {
      logStudent: column(student),
      logTeacher: column(teacher),
      logReference: reference === undefined ? null : column(reference),
      entropy: column(entropy),
      reverseKl: column(kl),
    },
  };
}

const rows = (shares: readonly Float64Array[] | null): number[][] | null =>
  shares?.map((own) => [...own]) ?? null;

const REVERSE: ArmObjective = { kind: 'divergence', divergence: 'reverse', beta: 0.5 };

function gradient(settings: Partial<Extract<ArmObjective, { kind: 'policy-gradient' }>>): Arm {
  return arm({ kind: 'policy-gradient', baseline: 'none', lambda: 1, margin: null, ...settings });
}

describe('a token mean over the batch', () => {
  const texts = [
    { ...text({ student: [-1, -1, -1], teacher: [-1, -1, -1] }), facts: null },
    { ...text({ student: [-1], teacher: [-1] }), facts: null },
  ];

  it.each<[string, ArmObjective, 'divergenceShares' | 'likelihoodShares']>([
    ['likelihood', { kind: 'likelihood' }, 'likelihoodShares'],
    ['divergence', REVERSE, 'divergenceShares'],
  ])('gives each token of plain %s one share, without facts', (_, objective, key) => {
    const terms = lossTerms(arm(objective), texts);
    expect(rows(terms[key])).toEqual([[0.25, 0.25, 0.25], [0.25]]);
    expect(terms.divergence?.kind).toBe(objective.kind === 'divergence' ? 'reverse' : undefined);
  });
});

describe('advantages', () => {
  it('are the written token’s own, with no reward-to-go', () => {
    const far = { student: [-1, -2, -3], teacher: [-2, -2, -9] };
    expect(rows(lossTerms(gradient({}), [text(far)]).likelihoodShares)).toEqual([[-1 / 3, 0, -2]]);
  });

  it('add the KL at the same place as vOPD’s baseline', () => {
    const one = text({ student: [-1, -2], teacher: [-2, -2], kl: [0.5, 0.25] });
    expect(rows(lossTerms(gradient({ baseline: 'kl' }), [one]).likelihoodShares)).toEqual([
      [-0.25, 0.125],
    ]);
  });

  it('are plain OPD’s with lambda 1, whatever the reference', () => {
    const sketch = { student: [-1, -2], teacher: [-2, -1] };
    const plain = rows(lossTerms(gradient({}), [text(sketch)]).likelihoodShares);
    for (const reference of [undefined, [-5, -0.1], [-Infinity, -Infinity]]) {
      const one = text({ ...sketch, ...(reference === undefined ? {} : { reference }) });
      expect(rows(lossTerms(gradient({ lambda: 1 }), [one]).likelihoodShares)).toEqual(plain);
    }
  });

  it('vanish where the student is G-OPD’s closed-form optimum, ref^(1-λ) T^λ up to a constant', () => {
    const [teacher, reference, lambda] = [[-2, -0.5], [-1, -3], 1.25];
    const student = teacher.map((t, at) => lambda * t + (1 - lambda) * (reference[at] ?? 0));
    const shares = lossTerms(gradient({ lambda }), [text({ student, teacher, reference })]);
    for (const share of shares.likelihoodShares?.[0] ?? [Number.NaN]) {
      expect(share).toBeCloseTo(0, 15);
    }
  });

  it('need the reference for another lambda', () => {
    const one = text({ student: [-1], teacher: [-1] });
    expect(() => lossTerms(gradient({ lambda: 1.25 }), [one])).toThrow(MissingFactsError);
  });
});

describe('Uni-OPD’s margin', () => {
  /** One token a text, so that its score is its advantage. */
  const scored = (advantage: number, correct: boolean | null, problem = 0): Rollout =>
    text({ student: [-1], teacher: [advantage - 1], correct, problem });
  const advantagesAfter = (margin: number, texts: readonly Rollout[]): number[] =>
    (lossTerms(gradient({ margin }), texts).likelihoodShares ?? []).map(
      ([share = Number.NaN]) => share * texts.length,
    );

  it('makes up the whole gap, half from each side, and leaves the order within a side', () => {
    const texts = [scored(-0.5, true), scored(-0.3, true), scored(-0.1, false)];
    // Means -0.4 and -0.1: 0.3 + 0.2 is missing.
    const after = advantagesAfter(0.2, texts);
    expect(after.map((one) => Number(one.toFixed(12)))).toEqual([-0.25, -0.05, -0.35]);
  });

  it('leaves alone what is far enough apart, problems of one kind, and other problems', () => {
    const texts = [
      scored(0.9, true),
      scored(-0.9, false),
      scored(-0.5, false, 1),
      scored(-0.2, false, 1),
      scored(-0.9, true, 2),
    ];
    expect(advantagesAfter(0.2, texts)).toEqual([0.9, -0.9, -0.5, -0.2, -0.9].map(closeTo));
  });

  it('scores a text by the mean of its tokens, so length does not count', () => {
    const long = text({ student: [-1, -1, -1], teacher: [-2, -2, -2], correct: true });
    const shares = lossTerms(gradient({ margin: 0 }), [long, scored(-0.8, false)]);
    // -1 against -0.8: 0.1 up for each of three tokens, 0.1 down for the other.
    expect(rows(shares.likelihoodShares)).toEqual([
      [-0.225, -0.225, -0.225].map(closeTo),
      [-0.225].map(closeTo),
    ]);
  });

  it('refuses a text that nobody could mark', () => {
    expect(() => advantagesAfter(0.2, [scored(0, null)])).toThrow(MissingCorrectnessError);
  });
});

const closeTo = (value: number): unknown => expect.closeTo(value, 12);

describe('SCOPE', () => {
  const objective: ArmObjective = { kind: 'two-path', tau: 1 };

  it('weighs right texts towards the unsure student and wrong ones towards the sure teacher', () => {
    const texts = [
      text({ correct: true, student: [-2], teacher: [-1] }),
      text({ correct: true, student: [-0.1], teacher: [-1] }),
      text({ correct: false, student: [-1], teacher: [-3] }),
      text({ correct: false, student: [-1], teacher: [-0.5] }),
    ];
    const { likelihoodShares, divergenceShares, divergence } = lossTerms(arm(objective), texts);
    const [unsure, sure] = [Math.exp(2), Math.exp(0.1)];
    const [lost, knows] = [Math.exp(-3), Math.exp(-0.5)];
    const share = (own: number, other: number): number => (2 * own) / (own + other) / 4;
    expect(rows(likelihoodShares)).toEqual(
      [share(unsure, sure), share(sure, unsure), 0, 0].map((one) => [closeTo(one)]),
    );
    expect(rows(divergenceShares)).toEqual(
      [0, 0, share(lost, knows), share(knows, lost)].map((one) => [closeTo(one)]),
    );
    expect(divergence?.kind).toBe('reverse');
  });

  it('gives 1 to the only text of its path, and weighs each problem by itself', () => {
    const texts = [
      text({ correct: true, student: [-2], teacher: [-1], problem: 0 }),
      text({ correct: true, student: [-9], teacher: [-1], problem: 1 }),
      text({ correct: false, student: [-1], teacher: [-7], problem: 1 }),
    ];
    const { likelihoodShares, divergenceShares } = lossTerms(arm(objective), texts);
    expect(rows(likelihoodShares)?.flat()).toEqual([1 / 3, 1 / 3, 0]);
    expect(rows(divergenceShares)?.flat()).toEqual([0, 0, 1 / 3]);
  });

  it('refuses a text that nobody could mark, and one without facts', () => {
    const one = text({ student: [-1], teacher: [-1] });
    expect(() => lossTerms(arm(objective), [one])).toThrow(MissingCorrectnessError);
    expect(() => lossTerms(arm(objective), [{ ...one, facts: null }])).toThrow(MissingFactsError);
  });
});

describe('selections', () => {
  /** The worked example, over two texts. */
  const texts = [
    text({ student: [-1, -1], teacher: [-1, -1], entropy: [0.1, 0.9], kl: [0.8, 0.1] }),
    text({ student: [-1, -1], teacher: [-1, -1], entropy: [0.2, 0.5], kl: [0, 0.4] }),
  ];
  const kept = (selection: Selection): number[][] | null =>
    rows(lossTerms(arm(REVERSE, selection), texts).divergenceShares);

  it('keep TIP’s most important half of the batch', () => {
    expect(kept({ kind: 'tip', keep: 0.5, winsorise: false })).toEqual([
      [0.5, 0.5],
      [0, 0],
    ]);
  });

  it('keep the highest entropies of the batch', () => {
    expect(kept({ kind: 'entropy', keep: 0.5 })).toEqual([
      [0, 0.5],
      [0, 0.5],
    ]);
  });

  it('keep one token at least', () => {
    expect(kept({ kind: 'entropy', keep: 0.01 })).toEqual([
      [0, 1],
      [0, 0],
    ]);
  });

  it('part the batch into quadrants by its medians, each token into one', () => {
    // Medians 0.35 and 0.25.
    const quadrant = (own: 1 | 2 | 3 | 4): number[][] | null =>
      kept({ kind: 'quadrant', quadrant: own });
    expect(quadrant(1)).toEqual([
      [0, 0],
      [0, 1],
    ]);
    expect(quadrant(2)).toEqual([
      [0, 1],
      [0, 0],
    ]);
    expect(quadrant(3)).toEqual([
      [1, 0],
      [0, 0],
    ]);
    expect(quadrant(4)).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });

  it('give no gradient where no token is kept', () => {
    const same = [text({ student: [-1, -1], teacher: [-1, -1] })];
    const terms = lossTerms(arm(REVERSE, { kind: 'quadrant', quadrant: 1 }), same);
    expect(rows(terms.divergenceShares)).toEqual([[0, 0]]);
  });

  it('need facts, one for each token', () => {
    const one = text({ student: [-1], teacher: [-1] });
    const selected = arm(REVERSE, { kind: 'entropy', keep: 0.5 });
    expect(() => lossTerms(selected, [{ ...one, facts: null }])).toThrow(MissingFactsError);
    expect(() => lossTerms(selected, [{ ...one, tokens: [0, 1] }])).toThrow('1 tokens, but 2');
  });
});

it('learns the confidence line by likelihood and the reply before it from the teacher', () => {
  const one = { ...text({ student: [-1, -1, -1, -1], teacher: [-1, -1, -1, -1] }), facts: null };
  const terms = lossTerms(arm({ kind: 'calibration' }), [{ ...one, confidenceAt: 3 }, one]);
  expect(rows(terms.divergenceShares)).toEqual([
    [0.125, 0.125, 0.125, 0],
    [0.125, 0.125, 0.125, 0.125],
  ]);
  expect(rows(terms.likelihoodShares)).toEqual([
    [0, 0, 0, 0.125],
    [0, 0, 0, 0],
  ]);
});
