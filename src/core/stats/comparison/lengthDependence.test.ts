import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { lengthDependence, type AnsweredLength } from './lengthDependence.ts';

function rowsOf(lengths: readonly number[], correct: readonly number[]): AnsweredLength[] {
  return lengths.map((length, index) => ({
    cluster: `n${String(index)}`,
    length,
    correct: correct[index] ?? 0,
  }));
}

/** Notes of `each` items that share a length; an item is right with a chance that falls by `slope` over the lengths. */
function drawn(notes: number, each: number, slope: number): AnsweredLength[] {
  const random = createRandom('lengths');
  return Array.from({ length: notes }, (_, note) => {
    const length = 5 + random.int(55);
    return Array.from({ length: each }, () => ({
      cluster: `n${String(note)}`,
      length,
      correct: Number(random.chance(0.7 - (slope * (length - 32)) / 55)),
    }));
  }).flat();
}

function found(rows: readonly AnsweredLength[], bound?: number) {
  const dependence = lengthDependence(rows, bound);
  if (dependence.kind === 'none') throw new Error(dependence.reason);
  return dependence;
}

describe('lengthDependence', () => {
  it('is Pearson’s r with the two one-sided tests of Fisher’s z', () => {
    // By Python’s statistics.NormalDist and the formulas written out.
    const few = found(
      rowsOf([10, 12, 15, 9, 20, 22, 13, 17, 11, 25, 14, 18], [1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1]),
    );
    expect(few.r).toBeCloseTo(-0.5539117094069972, 12);
    expect(few.pValue).toBeCloseTo(0.9419103814604011, 6);
    expect(few).toMatchObject({ n: 12, clusters: 12, bound: 0.1 });
    expect(few.interval).toMatchObject({ n: 12, clusters: 12 });
  });

  it('claims equivalence of many answers that do not depend on length', () => {
    const none = found(drawn(1500, 1, 0));
    expect(none.conclusion).toBe('equivalent');
    expect(none.pClustered).toBeCloseTo(none.pValue ?? Number.NaN, 1);
  });

  it('finds a correlation that there is, and one that is there and small', () => {
    const long = found(drawn(600, 1, 0.8));
    expect(long.r).toBeLessThan(-0.3);
    expect(long.conclusion).toBe('correlated');
    expect(found(drawn(6000, 1, 0.1)).conclusion).toBe('small');
  });

  it('leaves few answers open', () => {
    expect(found(drawn(60, 1, 0)).conclusion).toBe('open');
  });

  it('does not take the items of one note for independent', () => {
    // Each answer ten times over: a tenth of the notes, and the certainty of as many items.
    const copied = drawn(150, 1, 0).flatMap((row) => Array.from({ length: 10 }, () => row));
    const { pValue, pClustered, conclusion, n, clusters } = found(copied, 0.12);
    expect([n, clusters]).toEqual([1500, 150]);
    expect(pClustered ?? 0).toBeGreaterThan((pValue ?? 1) + 0.05);
    expect(conclusion).not.toBe('equivalent');
    // Of one note alone nothing is known.
    const one = drawn(20, 1, 0.8).map((row) => ({ ...row, cluster: 'n' }));
    expect(found(one)).toMatchObject({ conclusion: 'open', pClustered: null });
  });

  it('has no test of a perfect correlation, whose z is infinite', () => {
    const perfect = found(rowsOf([1, 1, 1, 2, 2, 2], [0, 0, 0, 1, 1, 1]));
    expect(perfect).toMatchObject({ r: 1, pValue: null, pClustered: null });
    expect(perfect.conclusion).toBe('correlated');
  });

  it('says why there is none', () => {
    const reasonOf = (lengths: number[], correct: number[]) => {
      const dependence = lengthDependence(rowsOf(lengths, correct));
      return dependence.kind === 'none' ? dependence.reason : null;
    };
    expect(lengthDependence([])).toEqual({ kind: 'none', reason: 'few', n: 0 });
    expect(reasonOf([1, 2, 3], [0, 1, 0])).toBe('few');
    expect(reasonOf([5, 5, 5, 5], [0, 1, 0, 1])).toBe('same-length');
    expect(reasonOf([1, 2, 3, 4], [1, 1, 1, 1])).toBe('all-right');
    expect(reasonOf([1, 2, 3, 4], [0, 0, 0, 0])).toBe('all-wrong');
  });
});
