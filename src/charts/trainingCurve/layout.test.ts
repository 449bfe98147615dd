import { describe, expect, it } from 'vitest';
import { layoutCurve } from './layout.ts';

describe('layoutCurve', () => {
  it('draws from left to right whatever the order of the points', () => {
    const curve = layoutCurve([
      { step: 100, value: 1 },
      { step: 0, value: 4 },
      { step: 50, value: 2 },
    ]);
    expect(curve.path).toBe('M0.00 0.00L50.00 50.00L100.00 75.00');
    expect(curve.last).toEqual({ point: { step: 100, value: 1 }, x: 100, y: 75 });
  });

  it('starts the value axis at zero and the step axis at zero', () => {
    const curve = layoutCurve([
      { step: 200, value: 3.1 },
      { step: 400, value: 2.9 },
    ]);
    expect(curve.yTicks[0]).toMatchObject({ value: 0, at: 100 });
    expect(curve.xTicks[0]).toMatchObject({ value: 0, at: 0 });
  });

  it('draws no line without points', () => {
    expect(layoutCurve([])).toMatchObject({ path: '', last: null });
  });
});
