import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { correlationEquivalence } from './correlationEquivalence.ts';
import { detectableFromError } from './detectableFromError.ts';
import { detectableMeanDifference } from './detectableMeanDifference.ts';
import { detectableShareDifference } from './detectableShareDifference.ts';
import { holm } from './holm.ts';
import { mcNemar } from './mcNemar.ts';
import { pairedBootstrap } from './pairedBootstrap.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('pairedBootstrap', () => {
  const { paired } = reference;
  const rows = paired.first.map((first, item) => ({
    cluster: String(item),
    first,
    second: paired.second[item] ?? 0,
  }));

  it('agrees with SciPy within the error of its resamples', () => {
    const result = pairedBootstrap(rows);
    const [low = 0, high = 0] = paired.interval;
    const tolerance = 0.08 * (high - low);
    expect(result?.difference.estimate).toBeCloseTo(paired.difference, 12);
    expect(Math.abs((result?.difference.low ?? 0) - low)).toBeLessThan(tolerance);
    expect(Math.abs((result?.difference.high ?? 0) - high)).toBeLessThan(tolerance);
    // Five standard errors of a share over 10,000 resamples.
    const error = 5 * Math.sqrt((paired.pValue * (1 - paired.pValue)) / 10_000);
    expect(Math.abs((result?.pValue ?? 1) - paired.pValue)).toBeLessThan(error);
  });

  it('turns the sign, and nothing else, when the models change places', () => {
    const turned = rows.map(({ cluster, first, second }) => ({
      cluster,
      first: second,
      second: first,
    }));
    const options = { resamples: 500 };
    const [one, other] = [pairedBootstrap(rows, options), pairedBootstrap(turned, options)];
    expect(other?.pValue).toBe(one?.pValue);
    expect(other?.difference.estimate).toBeCloseTo(-(one?.difference.estimate ?? 0), 12);
    expect(other?.difference.low).toBeCloseTo(-(one?.difference.high ?? 0), 12);
  });

  it('cannot go below one in the resamples and one more, and is 1 without a difference', () => {
    // Almost constant differences: none of the resamples comes near.
    const sure = rows.map(({ cluster, first }, item) => ({
      cluster,
      first: first + 1 + item * 1e-6,
      second: first,
    }));
    expect(pairedBootstrap(sure, { resamples: 99 })?.pValue).toBe(0.01);
    const same = rows.map((row) => ({ ...row, second: row.first }));
    expect(pairedBootstrap(same, { resamples: 99 })?.pValue).toBe(1);
  });

  it('counts resamples that are as far as the observed difference, whatever their rounding', () => {
    // Differences of 1 and 0: resampled means are 0, 1/2 and 1, and all but the middle one lie 1/2 from the observed 1/2.
    const two = [
      { cluster: 'a', first: 1, second: 0 },
      { cluster: 'b', first: 0, second: 0 },
    ];
    const p = pairedBootstrap(two, { resamples: 4000 })?.pValue ?? 0;
    expect(Math.abs(p - 0.5)).toBeLessThan(0.04);
    const sevenths = [1, 1, 1, 0, 0, 0, 0].map((first, item) => ({
      cluster: String(item),
      first: first * 0.1,
      second: 0,
    }));
    // Three of seven: none, six and seven lie 3/7 or more away, which a binomial of 7 draws with 3/7 gives 4.7 % of the time.
    const exact = (4 / 7) ** 7 + 7 * (3 / 7) ** 6 * (4 / 7) + (3 / 7) ** 7;
    const q = pairedBootstrap(sevenths, { resamples: 8000 })?.pValue ?? 0;
    expect(Math.abs(q - exact)).toBeLessThan(0.012);
  });

  it('calls nothing surprising that a handful of clusters cannot show', () => {
    const differing = (by: readonly number[]) =>
      pairedBootstrap(
        by.map((first, item) => ({ cluster: String(item), first, second: 0 })),
        { resamples: 999 },
      )?.pValue;
    expect(differing([0.5])).toBe(1);
    expect(differing([0.5, 0.6])).toBe(0.5);
    expect(differing([0.5, 0.6, 0.7])).toBe(0.25);
    expect(differing([0.5, 0.6, 0.5, 0.6, 0.5])).toBe(0.0625);
    expect(differing(Array.from({ length: 12 }, (_, item) => 0.5 + item / 100))).toBe(0.001);
  });

  it('draws clusters, and repeats itself', () => {
    const doubled = rows.flatMap((row) => [row, row]);
    expect(pairedBootstrap(doubled, { resamples: 300 })?.pValue).toBe(
      pairedBootstrap(rows, { resamples: 300 })?.pValue,
    );
    expect(pairedBootstrap(rows)?.pValue).toBe(pairedBootstrap(rows)?.pValue);
    expect(pairedBootstrap(rows, { seed: 'x' })?.difference.low).not.toBe(
      pairedBootstrap(rows)?.difference.low,
    );
    expect(pairedBootstrap([])).toBeNull();
  });
});

describe('mcNemar', () => {
  it.each(reference.mcNemar)('of $onlyFirst and $onlySecond agrees with statsmodels', (given) => {
    const { exact, midP } = mcNemar(given);
    expect(exact).toBeCloseTo(given.exact, 10);
    expect(midP).toBeCloseTo(given.midP, 10);
  });

  it('is the same whoever is named first, and its mid-p never the larger', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (onlyFirst, onlySecond) => {
        const test = mcNemar({ onlyFirst, onlySecond });
        expect(mcNemar({ onlyFirst: onlySecond, onlySecond: onlyFirst })).toEqual(test);
        expect(test.midP).toBeLessThanOrEqual(test.exact);
        expect(test.exact).toBeLessThanOrEqual(1);
        expect(test.midP).toBeGreaterThan(0);
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN])('refuses a count of %f on either side', (count) => {
    const sentence = `McNemar's test needs whole counts, 0 or more, not ${String(count)}.`;
    expect(() => mcNemar({ onlyFirst: count, onlySecond: 1 })).toThrow(sentence);
    expect(() => mcNemar({ onlyFirst: 1, onlySecond: count })).toThrow(new RangeError(sentence));
  });
});

describe('holm', () => {
  it('agrees with statsmodels', () => {
    const adjusted = holm(reference.holm.p);
    expect(adjusted).toHaveLength(reference.holm.p.length);
    for (const [index, p] of reference.holm.adjusted.entries()) {
      expect(adjusted[index]).toBeCloseTo(p, 12);
    }
  });

  it('never lowers a p, keeps their order, and leaves one alone', () => {
    fc.assert(
      fc.property(fc.array(share), (pValues) => {
        const adjusted = holm(pValues);
        for (const [index, p] of pValues.entries()) {
          expect(adjusted[index]).toBeGreaterThanOrEqual(p);
          expect(adjusted[index]).toBeLessThanOrEqual(1);
          for (const [other, q] of pValues.entries()) {
            if (p <= q) expect(adjusted[index]).toBeLessThanOrEqual(adjusted[other] ?? 0);
          }
        }
      }),
    );
    expect(holm([])).toEqual([]);
    expect(holm([0.03])).toEqual([0.03]);
    expect(holm([0, 1])).toEqual([0, 1]);
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses %f', (p) => {
    expect(() => holm([0.5, p])).toThrow(
      new RangeError(`A p value of ${String(p)} is outside [0, 1].`),
    );
  });
});

describe('detectableMeanDifference', () => {
  it('agrees with statsmodels', () => {
    expect(detectableMeanDifference({ paired: false, n: 120, standardDeviation: 0.4 })).toBeCloseTo(
      reference.power.unpairedMean,
      5,
    );
    expect(
      detectableMeanDifference(
        { paired: true, n: 300, standardDeviation: 0.25 },
        { alpha: 0.01, power: 0.9 },
      ),
    ).toBeCloseTo(reference.power.pairedMean, 6);
  });

  it('is 0 without spread', () => {
    expect(detectableMeanDifference({ paired: true, n: 1, standardDeviation: 0 })).toBe(0);
  });

  it.each([
    [{ n: 0 }, {}, 'A comparison needs 1 item or more, not 0.'],
    [{ n: 1.5 }, {}, 'A comparison needs 1 item or more, not 1.5.'],
    [{ standardDeviation: -1 }, {}, 'A standard deviation of -1 is none.'],
    [{ standardDeviation: Infinity }, {}, 'A standard deviation of Infinity is none.'],
    [{}, { alpha: 0 }, 'alpha = 0 is outside (0, 1).'],
    [{}, { alpha: 1 }, 'alpha = 1 is outside (0, 1).'],
    [{}, { power: 0.4 }, 'power = 0.4 is outside [0.5, 1).'],
    [{}, { power: 1 }, 'power = 1 is outside [0.5, 1).'],
  ])('refuses %o with %o', (part, options, sentence) => {
    const design = { paired: true, n: 10, standardDeviation: 1, ...part };
    expect(() => detectableMeanDifference(design, options)).toThrow(new RangeError(sentence));
  });

  it('takes a power of one half, which asks for the edge of the claim alone', () => {
    const design = { paired: true, n: 4, standardDeviation: 2 };
    expect(detectableMeanDifference(design, { power: 0.5 })).toBeCloseTo(1.959963984540054, 10);
  });
});

describe('detectableFromError', () => {
  it('is detectableMeanDifference where the error is that of independent pairs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900 }),
        fc.double({ min: 0, max: 9, noNaN: true }),
        fc.constantFrom({}, { alpha: 0.01 }, { power: 0.95 }),
        (n, standardDeviation, options) => {
          expect(detectableFromError(standardDeviation / Math.sqrt(n), options)).toBeCloseTo(
            detectableMeanDifference({ paired: true, n, standardDeviation }, options),
            10,
          );
        },
      ),
    );
  });

  it('is 2.8 standard errors with the usual options, and 0 without error', () => {
    expect(detectableFromError(1)).toBeCloseTo(2.8016, 4);
    expect(detectableFromError(0)).toBe(0);
  });

  it.each([-0.1, Infinity, Number.NaN])('refuses an error of %d', (standardError) => {
    expect(() => detectableFromError(standardError)).toThrow(
      new RangeError(`A standard error of ${String(standardError)} is none.`),
    );
  });
});

describe('detectableShareDifference', () => {
  it('agrees with a root found by SciPy', () => {
    const { power } = reference;
    const strict = { alpha: 0.01 };
    expect(detectableShareDifference({ kind: 'paired', n: 300, discordant: 0.2 })).toBeCloseTo(
      power.pairedShare,
      9,
    );
    expect(
      detectableShareDifference(
        { kind: 'paired', n: 1000, discordant: 0.1 },
        { ...strict, power: 0.9 },
      ),
    ).toBeCloseTo(power.pairedShareStrict, 9);
    expect(detectableShareDifference({ kind: 'unpaired', n: 300, baseline: 0.4 })).toBeCloseTo(
      power.unpairedShare,
      9,
    );
    expect(
      detectableShareDifference(
        { kind: 'unpaired', n: 80, baseline: 0.7 },
        { ...strict, power: 0.95 },
      ),
    ).toBeCloseTo(power.unpairedShareStrict, 6);
  });

  it('is nothing where the largest difference would not be found', () => {
    expect(detectableShareDifference({ kind: 'paired', n: 3, discordant: 0.5 })).toBeNull();
    expect(detectableShareDifference({ kind: 'paired', n: 100, discordant: 0 })).toBeNull();
    expect(detectableShareDifference({ kind: 'unpaired', n: 5, baseline: 0.9 })).toBeNull();
    expect(detectableShareDifference({ kind: 'unpaired', n: 100, baseline: 1 })).toBeNull();
    expect(detectableShareDifference({ kind: 'paired', n: 10, discordant: 1 })).toBeLessThan(1);
    expect(detectableShareDifference({ kind: 'unpaired', n: 30, baseline: 0 })).toBeLessThan(1);
  });

  it('falls as items are added', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50, max: 5000 }),
        fc.double({ min: 0.2, max: 0.6, noNaN: true }),
        (n, part) => {
          for (const design of [
            { kind: 'paired', discordant: part },
            { kind: 'unpaired', baseline: part },
          ] as const) {
            const few = detectableShareDifference({ ...design, n }) ?? 1;
            expect(detectableShareDifference({ ...design, n: 2 * n })).toBeLessThan(few);
          }
        },
      ),
    );
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses a share of %f', (part) => {
    const sentence = `A share of ${String(part)} is outside [0, 1].`;
    expect(() => detectableShareDifference({ kind: 'paired', n: 9, discordant: part })).toThrow(
      new RangeError(sentence),
    );
    expect(() => detectableShareDifference({ kind: 'unpaired', n: 9, baseline: part })).toThrow(
      sentence,
    );
    expect(() => detectableShareDifference({ kind: 'unpaired', n: 0, baseline: 0.5 })).toThrow(
      'A comparison needs 1 item or more, not 0.',
    );
  });
});

describe('correlationEquivalence', () => {
  it('gives the published test of MedicalBench, up to the rounding of its r', () => {
    const { pValue, low, high } = correlationEquivalence({ r: 0.02, n: 823, bound: 0.1 });
    expect(pValue.toFixed(4)).toBe('0.0107');
    expect(low.toFixed(3)).toBe('-0.037');
    expect(high.toFixed(3)).toBe('0.077');
  });

  it('does not mind the sign, and is below 5 % just where the interval is within the bounds', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.9, max: 0.9, noNaN: true }),
        fc.integer({ min: 4, max: 3000 }),
        fc.double({ min: 0.01, max: 0.9, noNaN: true }),
        (r, n, bound) => {
          const test = correlationEquivalence({ r, n, bound });
          expect(correlationEquivalence({ r: -r, n, bound }).pValue).toBe(test.pValue);
          expect(test.low > -bound && test.high < bound).toBe(test.pValue < 0.05);
        },
      ),
    );
  });

  it.each([
    [{ r: 1 }, 'A correlation of 1 is outside (-1, 1).'],
    [{ r: -1 }, 'A correlation of -1 is outside (-1, 1).'],
    [{ n: 3 }, 'The test needs 4 pairs or more, not 3.'],
    [{ n: 4.5 }, 'The test needs 4 pairs or more, not 4.5.'],
    [{ bound: 0 }, 'A bound of 0 is outside (0, 1).'],
    [{ bound: 1 }, 'A bound of 1 is outside (0, 1).'],
  ])('refuses %o', (part, sentence) => {
    expect(() => correlationEquivalence({ r: 0, n: 4, bound: 0.5, ...part })).toThrow(
      new RangeError(sentence),
    );
  });
});
