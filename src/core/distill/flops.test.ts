import { describe, expect, it } from 'vitest';
import { parameterCount, type ModelShape } from '../models/shape.ts';
import type { Arm, Prefix } from './arm.ts';
import { addFlops, forwardFlops, NO_FLOPS, ratioOfFull, textFlops, totalFlops } from './flops.ts';
import { prefixLength } from './prefix.ts';

/** Qwen3-1.7B and Qwen3-8B as published, norms of queries and keys left out. */
const SMALL: ModelShape = {
  ...{ vocabSize: 151_936, hidden: 2048, layers: 28, heads: 16, kvHeads: 8, headDim: 128 },
  ...{ mlp: 6144, maxPositions: 40_960, ropeTheta: 1e6, rmsEps: 1e-6 },
};
const LARGE: ModelShape = { ...SMALL, hidden: 4096, layers: 36, heads: 32, mlp: 12_288 };

function ratio(fullTokens: number, prefix: Prefix, steps = 1): number {
  return ratioOfFull({
    ...{ student: SMALL, teacher: LARGE, promptTokens: 150 },
    ...{ fullTokens, prefix, steps },
  });
}

describe('the table of full over prefix', () => {
  it.each([
    [8192, [36.3, 24.8, 15.1, 8.4, 4.4, 2.2, 1.0], 1.34],
    [12_288, [58.8, 40.1, 24.5, 13.6, 7.1, 3.5, 1.6], 1.65],
    [16_384, [84.5, 57.7, 35.1, 19.6, 10.2, 5.0, 2.3], 2.17],
  ])('of texts of %d tokens', (full, fixed, growing) => {
    const lengths = [128, 256, 512, 1024, 2048, 4096, 8192];
    expect(lengths.map((length) => ratio(full, { kind: 'fixed', length }).toFixed(1))).toEqual(
      fixed.map((one) => one.toFixed(1)),
    );
    expect(ratio(full, { kind: 'growing', start: 256, add: 256 }, 64).toFixed(2)).toBe(
      growing.toFixed(2),
    );
  });

  it('rests on the sizes it names', () => {
    expect(parameterCount(SMALL) / 1e9).toBeCloseTo(1.72, 2);
    expect(parameterCount(LARGE) / 1e9).toBeCloseTo(7.57, 2);
  });
});

it('counts a forward pass by 2 N n + 2 l d n²', () => {
  const n = 1000;
  expect(forwardFlops(SMALL, n)).toBe(2 * parameterCount(SMALL) * n + 2 * 28 * 2048 * n * n);
  expect(forwardFlops(SMALL, 0)).toBe(0);
});

describe('what a text costs', () => {
  const [small, large] = [forwardFlops(SMALL, 70), forwardFlops(LARGE, 70)];
  const reverse = { kind: 'divergence', divergence: 'reverse', beta: 0 } as const;
  const cost = (
    source: Arm['source'],
    objective: Arm['objective'],
    firstUse = true,
  ): ReturnType<typeof textFlops> =>
    textFlops({
      ...{ student: SMALL, teacher: LARGE, promptTokens: 50, writtenTokens: 20, firstUse },
      arm: { source, objective, selection: { kind: 'all' } },
    });
  const gradient = { kind: 'policy-gradient', baseline: 'none', lambda: 1, margin: null } as const;

  it('is sampling, the teacher’s pass and three passes of training', () => {
    expect(cost('student', reverse)).toEqual({
      sampling: small,
      teacher: large,
      training: 3 * small,
    });
    expect(cost('teacher', reverse)).toEqual({
      sampling: large,
      teacher: large,
      training: 3 * small,
    });
    expect(cost('gold', { kind: 'likelihood' })).toEqual({
      ...NO_FLOPS,
      training: 3 * small,
    });
    expect(cost('teacher', { kind: 'likelihood' })).toEqual({
      ...NO_FLOPS,
      sampling: large,
      training: 3 * small,
    });
  });

  it('is paid once where texts are cached, training each time', () => {
    expect(cost('cached', gradient)).toEqual(cost('student', gradient));
    expect(cost('cached', gradient, false)).toEqual({ ...NO_FLOPS, training: 3 * small });
    expect(cost('student', gradient, false)).toEqual(cost('student', gradient));
  });

  it('has the student at the start read too where lambda is not 1', () => {
    expect(cost('student', { ...gradient, lambda: 1.25 }).teacher).toBe(large + small);
  });

  it('adds up', () => {
    const one = cost('student', reverse);
    expect(totalFlops(addFlops(one, one))).toBe(2 * (4 * small + large));
  });
});

describe('prefixLength', () => {
  it.each<[Prefix, number[]]>([
    [{ kind: 'full' }, [100, 100, 100, 100]],
    [{ kind: 'fixed', length: 30 }, [30, 30, 30, 30]],
    [{ kind: 'fixed', length: 300 }, [100, 100, 100, 100]],
    [{ kind: 'growing', start: 10, add: 40 }, [10, 50, 90, 100]],
    [{ kind: 'growing', start: 10, add: 0.4 }, [10, 10, 10, 11]],
    [{ kind: 'growing', start: 10, add: 0 }, [10, 10, 10, 10]],
  ])('of %j over four steps', (prefix, lengths) => {
    expect([0, 1, 2, 3].map((step) => prefixLength(prefix, step, 100))).toEqual(lengths);
  });
});
