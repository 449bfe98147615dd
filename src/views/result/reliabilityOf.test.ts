import { describe, expect, it } from 'vitest';
import { reliabilityOf } from './reliabilityOf.ts';

const rows = [
  { values: { correct: 1, confidence: 0.92, verbal: 0.8 } },
  { values: { correct: 0, confidence: 0.98, verbal: null } },
  { values: { correct: 1, confidence: 0.31, verbal: 0.8 } },
];

describe('reliabilityOf', () => {
  it('bins both sorts of confidence, each over the answers that have it', () => {
    const data = reliabilityOf(rows, '--data-2');
    expect(data?.series.map(({ id, bins }) => [id, bins.map(({ count }) => count)])).toEqual([
      ['confidence', [1, 2]],
      ['verbal', [2]],
    ]);
    expect(data?.series[0]?.bins[1]?.accuracy).toBe(0.5);
    expect(data?.series[0]?.bins[1]?.meanConfidence).toBeCloseTo(0.95);
  });

  it('is nothing for a protocol that asks for no confidence', () => {
    expect(reliabilityOf([{ values: { correct: 1 } }], '--data-2')).toBeNull();
  });
});
