import { describe, expect, it } from 'vitest';
import { itemPanels, type PanelRequest } from './itemPanels.ts';

/** Twenty items in two strata and two months, answered once or twice. */
function run(id: string, scores: readonly number[], epochs: number): PanelRequest['runs'][number] {
  const units = Array.from({ length: epochs }, (_, epoch) =>
    Array.from({ length: 20 }, (_item, index) => ({
      itemId: `i${String(index)}`,
      cluster: `i${String(index)}`,
      stratum: index < 8 ? 'easy' : 'hard',
      values: { score: scores[epoch] ?? 0, month: index < 10 ? 61 : 62 },
    })),
  ).flat();
  return { id, epochs, units };
}

const request: PanelRequest = {
  protocol: { id: 'weighted-rubric', version: 2 },
  metricId: 'score',
  runs: [run('better', [0.8], 1), run('worse', [0.2, 0.6], 2)],
};

describe('itemPanels', () => {
  const panels = itemPanels(request);

  it('splits a metric by stratum, with each run’s n', () => {
    expect(
      panels.strata.map(({ name, values }) => [name, values.map(({ interval }) => interval?.n)]),
    ).toEqual([
      ['easy', [8, 16]],
      ['hard', [12, 24]],
    ]);
    expect(panels.strata[0]?.values[1]?.interval?.estimate).toBeCloseTo(0.4);
  });

  it('splits the score by month, oldest first', () => {
    expect(panels.months.map(({ name }) => name)).toEqual(['2025-02', '2025-03']);
    expect(panels.months[0]?.values.map(({ interval }) => interval?.estimate)).toEqual([
      expect.closeTo(0.8),
      expect.closeTo(0.4),
    ]);
  });

  it('has worst-at-k for runs of several epochs alone', () => {
    expect(panels.worst.map(({ id }) => id)).toEqual(['worse']);
    expect(panels.worst[0]?.curve.map(({ score }) => score)).toEqual([
      expect.closeTo(0.4),
      expect.closeTo(0.2),
    ]);
  });

  it('ranks on the items that both have', () => {
    expect(panels.ranks).toEqual({
      clusters: 20,
      runs: [
        { id: 'better', rank: 1, lastRank: 1 },
        { id: 'worse', rank: 2, lastRank: 2 },
      ],
    });
  });

  it('refuses a metric that the protocol does not have', () => {
    expect(() => itemPanels({ ...request, metricId: 'nothing' })).toThrow(RangeError);
  });
});
