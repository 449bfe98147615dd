import { expect, it } from 'vitest';
import { panelScale, type Panel } from './layout.ts';

function panel(low: number, high: number): Panel {
  const interval = { estimate: (low + high) / 2, low, high, n: 5 };
  return {
    id: String(low),
    title: '',
    rows: [
      { id: 'r', label: 'r', colour: '--data-0', kind: 'student', interval },
      { id: 'none', label: 'none', colour: '--data-0', kind: 'student', interval: null },
    ],
  };
}

it('has one scale for all panels, from 0 to 1 as far as that is enough', () => {
  const { at, ticks } = panelScale([panel(0.2, 0.4), panel(0.5, 0.9)]);
  expect([at(0), at(0.5), at(1)]).toEqual([0, 50, 100]);
  expect(ticks.map(({ label }) => label)).toEqual(['0', '0.5', '1']);
});

it('goes as far as the furthest interval of any panel', () => {
  const { at } = panelScale([panel(-0.9, 0.4), panel(0.5, 3)]);
  expect(at(-0.9)).toBeGreaterThanOrEqual(0);
  expect(at(3)).toBeLessThanOrEqual(100);
});
