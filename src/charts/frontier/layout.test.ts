import { describe, expect, it } from 'vitest';
import { frontierTable, layoutFrontier, type FrontierData } from './layout.ts';

function point(id: string, x: number, estimate: number) {
  return {
    id,
    label: id,
    x,
    score: { estimate, low: estimate - 0.05, high: estimate + 0.05 },
    kind: 'student' as const,
    colour: '--data-0' as const,
  };
}

const data: FrontierData = {
  points: [
    point('large', 1e8, 0.7),
    point('small', 1e5, 0.5),
    point('beaten', 1e7, 0.4),
    point('middle', 1e6, 0.65),
  ],
  xTitle: 'parameters',
  yTitle: 'Accuracy',
  xScale: 'log',
  better: { x: 'lower', y: 'higher' },
  lines: [{ value: 0.25, label: 'chance 0.25' }],
  xWords: String,
};

describe('layoutFrontier', () => {
  it('draws stairs through the front, which no point lies beyond', () => {
    const { shapes } = layoutFrontier(data, 800);
    const stairs = shapes().find((shape) => shape.kind === 'path' && shape.stroke === '--edge');
    if (stairs?.kind !== 'path') throw new Error('no front was drawn');
    const corners = [...stairs.d.matchAll(/[ML]([\d.]+) ([\d.]+)/gu)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    // small, its corner, middle, its corner, large.
    expect(corners).toHaveLength(5);
    // Smaller is better: the score of a smaller model holds until the next better one.
    expect(corners[1]?.[1]).toBe(corners[0]?.[1]);
    expect(corners[1]?.[0]).toBe(corners[2]?.[0]);
  });

  it('reads from left to right and says what is on the front', () => {
    const { reading } = layoutFrontier(data, 800);
    expect([0, 1, 2, 3].map((mark) => [reading.lines(mark)[0], reading.lines(mark)[3]])).toEqual([
      ['small', 'on the front'],
      ['middle', 'on the front'],
      ['beaten', 'another is better in both'],
      ['large', 'on the front'],
    ]);
    const [name, x, score, , , isOnFront] = frontierTable(data).row(2);
    expect([name, x, score, isOnFront]).toEqual(['beaten', 1e7, 0.4, 'no']);
  });

  it('leaves out what a logarithmic axis cannot show', () => {
    const points = [...data.points, point('nothing', 0, 0.9)];
    expect(layoutFrontier({ ...data, points }, 400).reading.count).toBe(4);
  });
});
