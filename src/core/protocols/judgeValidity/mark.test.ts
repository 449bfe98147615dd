import { describe, expect, it } from 'vitest';
import { sumMarks, type Mark } from './mark.ts';

function markOf(part: Partial<Mark>): Mark {
  return {
    axis: 'accuracy',
    isSafety: false,
    gold: true,
    verdict: 'met',
    probability: 0.9,
    ...part,
  };
}

describe('sumMarks', () => {
  it.each([
    [true, 'met', 'tp'],
    [false, 'met', 'fp'],
    [true, 'not-met', 'fn'],
    [false, 'not-met', 'tn'],
  ] as const)('counts gold %s, said %s, as %s', (gold, verdict, cell) => {
    const values = sumMarks([markOf({ gold, verdict })]);
    for (const name of ['tp', 'fp', 'tn', 'fn']) {
      expect(values[`accuracy:${name}`], name).toBe(Number(name === cell));
    }
    // No mark was of safety, nor of another axis.
    expect(values[`safety:${cell}`]).toBeNull();
    expect(values[`completeness:${cell}`]).toBeNull();
  });

  it('counts a mark of safety under its axis and under safety', () => {
    const values = sumMarks([markOf({ isSafety: true }), markOf({ gold: false })]);
    expect(values).toMatchObject({
      'accuracy:tp': 1,
      'accuracy:fp': 1,
      'safety:tp': 1,
      'safety:fp': 0,
    });
  });

  it('sums squared distances of P(yes) from the truth', () => {
    // 0.81 + 0.25 = 1.06, and each bin’s distances with their signs.
    const values = sumMarks([
      markOf({ gold: false, probability: 0.9 }),
      markOf({ gold: true, probability: 0.5 }),
    ]);
    expect(values).toMatchObject({ brier: 1.06, 'gap:4': 0.9, 'gap:2': -0.5, 'gap:0': null });
  });

  it('has five bins, each with its lower edge, and 1 in the last', () => {
    const edges = [0, 0.2, 0.4, 0.6, 0.8, 1];
    const bins = edges.map((probability) => {
      const values = sumMarks([markOf({ gold: false, probability })]);
      return Object.keys(values).filter((name) => name.startsWith('gap:') && values[name] !== null);
    });
    expect(bins.flat()).toEqual(['gap:0', 'gap:1', 'gap:2', 'gap:3', 'gap:4', 'gap:4']);
    const names = Object.keys(sumMarks([])).filter((name) => name.startsWith('gap:'));
    expect(names).toHaveLength(5);
  });

  it('leaves out a mark that could not be read', () => {
    const nothing = sumMarks([]);
    expect(Object.values(nothing).every((value) => value === null)).toBe(true);
    expect(sumMarks([markOf({ verdict: 'unscored', probability: null })])).toEqual(nothing);
    expect(sumMarks([markOf({ verdict: 'unscored' })])).toEqual(nothing);
    expect(sumMarks([markOf({ probability: null })])).toEqual(nothing);
  });
});
