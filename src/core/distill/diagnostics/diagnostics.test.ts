import { describe, expect, it } from 'vitest';
import golden from '../fixtures/golden.json' with { type: 'json' };
import { MissingCorrectnessError } from '../objectives/tokenWeights.ts';
import { logSoftmax } from '../tokenFacts.ts';
import { GOLDEN_TEXTS, GOLDEN_VOCABULARY, rolloutsOf } from '../testing.ts';
import {
  entropyGap,
  gapRecovery,
  softLogClip,
  teacherLikelihoodAuroc,
  topOverlap,
} from './agreement.ts';
import { dataSetRankSurprisal, rankSurprisal, rankSurprisalOfLogits } from './rankSurprisal.ts';
import { staleness } from './staleness.ts';
import { teacherConsistency } from './teacherConsistency.ts';

function rowsOf(key: 'student' | 'teacher' | 'reference'): Float64Array[] {
  return GOLDEN_TEXTS.flatMap((text) =>
    text.tokens.map((_, t) => logSoftmax(text[key], t * GOLDEN_VOCABULARY, GOLDEN_VOCABULARY)),
  );
}

const [student, teacher, reference] = [rowsOf('student'), rowsOf('teacher'), rowsOf('reference')];
const places = student.map((logS, at) => ({ logS, logT: teacher[at] ?? [] }));
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('rank-surprisal ratio', () => {
  it('has the value of the worked example, its rank of 350 capped', () => {
    const found = rankSurprisal([1, 2, 1, 350, 4], [0.1, 1.2, 0.05, 6, 1.5]);
    expect(found?.ratio).toBeCloseTo(12.203389830508476, 12);
  });

  const traces = GOLDEN_TEXTS.flatMap(
    (text) =>
      rankSurprisalOfLogits(
        text.student,
        text.tokens,
        GOLDEN_VOCABULARY,
        golden.rankSurprisal.cap,
      ) ?? [],
  );

  it('agrees with NumPy, text by text', () => {
    expect(traces.map(({ ratio }) => ratio?.toFixed(10))).toEqual(
      golden.rankSurprisal.texts.map((ratio) => ratio.toFixed(10)),
    );
  });

  it('is a ratio of means over a data set, not a mean of ratios', () => {
    expect(dataSetRankSurprisal(traces)).toBeCloseTo(golden.rankSurprisal.dataset, 12);
    expect(golden.rankSurprisal.meanOfRatios).not.toBeCloseTo(golden.rankSurprisal.dataset, 2);
  });

  it('is not defined for nothing, or where nothing surprises', () => {
    expect(rankSurprisal([], [])).toBeNull();
    expect(rankSurprisal([1, 1], [0, 0])?.ratio).toBeNull();
    expect(dataSetRankSurprisal([])).toBeNull();
  });
});

describe('agreement of student and teacher', () => {
  it('agrees with NumPy', () => {
    const { k, overlap, entropyGap: gap } = golden.agreement;
    expect(mean(places.map((place) => topOverlap(place, k)))).toBeCloseTo(overlap, 12);
    expect(mean(places.map(entropyGap))).toBeCloseTo(gap, 12);
  });

  it('refuses to compare no tokens, or more than there are', () => {
    const place = { logS: [0, -1], logT: [0, -1] };
    expect(topOverlap(place, 2)).toBe(1);
    for (const k of [0, 3, 1.5]) expect(() => topOverlap(place, k)).toThrow(RangeError);
  });

  it('tells what share of a gap was closed, and tames ratios', () => {
    expect(gapRecovery(0.2, 0.5, 0.8)).toBeCloseTo(0.5, 12);
    expect(gapRecovery(0.2, 0.5, 0.2)).toBeNull();
    expect(softLogClip(0)).toBe(0);
    expect(softLogClip(Math.E - 1)).toBeCloseTo(1, 12);
    expect(softLogClip(1 - Math.E)).toBeCloseTo(-1, 12);
  });

  it('tells whether the teacher likes right texts better', () => {
    const rollouts = rolloutsOf(GOLDEN_TEXTS, GOLDEN_VOCABULARY, 'likelihood');
    const scores = rollouts.map(({ facts }) => mean([...(facts?.logTeacher ?? [])]));
    let [above, all] = [0, 0];
    for (const [a, right] of rollouts.entries()) {
      for (const [b, wrong] of rollouts.entries()) {
        if (right.correct !== true || wrong.correct !== false) continue;
        all += 1;
        above += Number((scores[a] ?? 0) > (scores[b] ?? 0));
      }
    }
    expect(teacherLikelihoodAuroc(rollouts)).toBeCloseTo(above / all, 12);
    const [first] = rollouts;
    expect(first).toBeDefined();
    if (first !== undefined) {
      expect(teacherLikelihoodAuroc([first])).toBeNull();
      expect(() => teacherLikelihoodAuroc([{ ...first, correct: null }])).toThrow(
        MissingCorrectnessError,
      );
    }
  });
});

describe('consistency of two teachers', () => {
  const pairs = teacher.map((logTuning, at) => ({ logTuning, logTeaching: reference[at] ?? [] }));

  it('agrees with NumPy', () => {
    const found = teacherConsistency(pairs);
    expect(found?.kl).toBeCloseTo(golden.agreement.kl, 12);
    expect(found?.totalVariation).toBeCloseTo(golden.agreement.totalVariation, 12);
    const same = teacherConsistency(
      places.map(({ logS, logT }) => ({ logTuning: logS, logTeaching: logT })),
    );
    expect(same?.sameFirst).toBeCloseTo(golden.agreement.sameFirst, 12);
  });

  it('is 0, 0 and 1 for one teacher, and nothing for no places', () => {
    expect(
      teacherConsistency(teacher.map((row) => ({ logTuning: row, logTeaching: row }))),
    ).toEqual({ places: teacher.length, kl: 0, totalVariation: 0, sameFirst: 1 });
    expect(teacherConsistency([])).toBeNull();
  });
});

describe('staleness of cached texts', () => {
  it('has the χ² of the two students in expectation over what the writer writes', () => {
    // Every token of every place once, its square weighted by the writer's probability, is that expectation.
    const expected = student.map((logStudent, at) => {
      const logWriter = reference[at] ?? new Float64Array();
      return logStudent.reduce((sum, log, v) => {
        const writer = logWriter[v] ?? Number.NaN;
        const one = staleness([{ logWriter: [writer], logStudent: [log], advantages: [0] }]);
        return sum + Math.exp(writer) * (one?.chiSquare ?? Number.NaN);
      }, 0);
    });
    expect(mean(expected)).toBeCloseTo(golden.agreement.chiSquare, 12);
  });

  it('is 0 and whole at the start, and grows', () => {
    const logWriter = [-1, -2, -3];
    const fresh = staleness([{ logWriter, logStudent: logWriter, advantages: [1, -1, 0] }]);
    expect(fresh).toMatchObject({ tokens: 3, chiSquare: 0, effectiveShare: 1, gapFactor: 0 });
    const moved = staleness([{ logWriter, logStudent: [-0.5, -2, -4], advantages: [1, -1, 0] }]);
    const weights = [Math.exp(0.5), 1, Math.exp(-1)];
    expect(moved?.chiSquare).toBeCloseTo(mean(weights.map((w) => (w - 1) ** 2)), 12);
    expect(moved?.effectiveShare).toBeCloseTo(
      mean(weights) ** 2 / mean(weights.map((w) => w * w)),
      12,
    );
    expect(moved?.gapFactor).toBeCloseTo(
      Math.sqrt((2 / 3) * mean(weights.map((w) => (w - 1) ** 2))),
      12,
    );
  });

  it('needs columns of one length, and a token', () => {
    expect(staleness([])).toBeNull();
    expect(() => staleness([{ logWriter: [0], logStudent: [0, 0], advantages: [0] }])).toThrow(
      'not paired',
    );
  });
});
