import { describe, expect, it } from 'vitest';
import golden from './fixtures/golden.json' with { type: 'json' };
import { rougeOneF } from './rougeOne.ts';

describe('rougeOneF', () => {
  it('agrees with rouge-score', () => {
    expect(golden.pairs.length).toBeGreaterThan(60);
    for (const { gold, said, f } of golden.pairs) {
      expect(rougeOneF(gold, said), `${gold} | ${said}`).toBeCloseTo(f, 12);
    }
  });

  it('counts a repeated word as often as both texts hold it', () => {
    // Two of “the” are shared: P = 2 / 2, R = 2 / 3.
    expect(rougeOneF('the the the', 'the the')).toBeCloseTo(0.8, 12);
  });
});
