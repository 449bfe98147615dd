import { describe, expect, it } from 'vitest';
import type { MetricComparison } from '../../core/compare/compareMetric.ts';
import { formatP, inWords } from './words.ts';

const comparison: MetricComparison = {
  metricId: 'accuracy',
  n: 300,
  clusters: 300,
  halfMeasured: 0,
  first: 0.7,
  second: 0.62,
  difference: { estimate: 0.08, low: 0.02, high: 0.14, n: 300, clusters: 300 },
  p: { value: 0.005, test: 'mcnemar-exact' },
  detectable: 0.09,
  counts: { wins: 60, ties: 204, losses: 36 },
};
const gold = { basis: 'gold' } as const;

function say(
  parts: Partial<MetricComparison>,
  adjusted: number | null,
  metric: Parameters<typeof inWords>[1] = gold,
): string {
  return inWords({ ...comparison, ...parts }, metric, 'B', 'A', adjusted);
}

describe('a comparison in words', () => {
  it('says who is better, by how much, and how sure that is', () => {
    expect(say({}, 0.01)).toBe(
      'B is better than A by 0.08 [0.02, 0.14] on 300 items; after Holm p = 0.010.',
    );
  });

  it('names the better one first, whichever way the difference goes', () => {
    const turned = { ...comparison.difference, estimate: -0.08, low: -0.14, high: -0.02 };
    const difference = { ...turned, n: 300, clusters: 300 };
    expect(say({ difference }, 0.0002)).toBe(
      'A is better than B by 0.08 [0.02, 0.14] on 300 items; after Holm p is below 0.001.',
    );
    expect(say({ difference }, 0.01, { ...gold, lowerIsBetter: true })).toContain(
      'B is better than A',
    );
  });

  it('leaves a judge’s opinion the judge’s', () => {
    expect(say({}, 0.01, { basis: 'judge' })).toContain('The judge marked B higher than A by 0.08');
  });

  it('does not take a large p for equality, and says what would have been missed', () => {
    const said = say({}, 0.4);
    expect(said).toContain('No difference can be claimed: B less A is 0.08 [0.02, 0.14]');
    expect(said).toContain('A true difference below 0.09 would mostly have been missed.');
    expect(say({ detectable: null }, 0.4)).toContain('hardly any difference could have been seen');
  });

  it('claims nothing from items of one document, however they differ', () => {
    const difference = { estimate: 1, low: 1, high: 1, n: 5, clusters: 1 };
    expect(say({ n: 5, clusters: 1, difference }, 0.001)).toBe(
      'No difference can be claimed: B less A is 1.00 on 5 items of one document, which give no interval.',
    );
  });

  it('has words for what there is no figure of', () => {
    expect(say({ counts: { wins: 0, ties: 300, losses: 0 } }, 1)).toBe(
      'B and A have the same value on all 300 items.',
    );
    expect(say({ n: 0, difference: null }, null)).toBe('B and A have no item that both measure.');
    expect(say({ difference: null }, null)).toContain('not defined');
    expect(say({ p: null }, null)).toContain('too few of which count');
  });
});

describe('formatP', () => {
  it('never rounds to 0', () => {
    expect([0.00001, 0.0123, 0.26, 1].map(formatP)).toEqual([
      'below 0.001',
      '0.012',
      '0.26',
      '1.00',
    ]);
  });
});
