import { expect, it } from 'vitest';
import golden from '../distill/fixtures/golden.json' with { type: 'json' };
import { studentTQuantile } from './studentTQuantile.ts';

it.each(golden.t)(
  'with %d degrees of freedom has the quantile of %d that SciPy has',
  (freedom, p, t) => {
    const found = studentTQuantile(p, freedom);
    expect(Math.abs(found - t)).toBeLessThan(1e-10 * Math.max(1, Math.abs(t)));
  },
);

it('refuses what has no quantile', () => {
  for (const [p, freedom] of [
    [0, 3],
    [1, 3],
    [-0.1, 3],
    [1.1, 3],
    [0.5, 0],
    [0.9, Number.NaN],
    [Number.NaN, 3],
  ] as const) {
    expect(() => studentTQuantile(p, freedom)).toThrow(
      new RangeError(
        `Student’s quantile needs 0 < p < 1 and at least 1 degree of freedom, not ${String(p)} and ${String(freedom)}.`,
      ),
    );
  }
});
