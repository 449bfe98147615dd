import { expect, it } from 'vitest';
import { lengthDependence } from '../../core/stats/comparison/lengthDependence.ts';
import { whatFollows, whyNone } from './lengthWords.ts';

it('says what follows, and which way', () => {
  const rows = Array.from({ length: 40 }, (_, index) => ({
    cluster: String(index),
    length: index,
    correct: Number(index % 4 !== 0 && index < 25),
  }));
  const found = lengthDependence(rows);
  if (found.kind === 'none') throw new Error(found.reason);
  expect(whatFollows(found, 'tiny')).toBe(
    'A correlation: tiny is less often right on longer notes.',
  );
  expect(whatFollows({ ...found, r: 0.06, conclusion: 'small' }, 'tiny')).toContain(
    'tiny is more often right on longer notes, but by a correlation that is shown to lie within ±0.1',
  );
  expect(whatFollows({ ...found, conclusion: 'equivalent' }, 'tiny')).toMatch(/^Equivalent/u);
  expect(whatFollows({ ...found, conclusion: 'open' }, 'tiny')).toMatch(/^Not settled/u);
});

it('says why nothing can follow', () => {
  expect(whyNone('few', 1, 'tiny')).toBe(
    'With 1 item there is nothing to correlate: four are the least. Run more items.',
  );
  expect(whyNone('same-length', 9, 'tiny')).toContain('equally long');
  expect(whyNone('all-right', 9, 'tiny')).toContain('right on all 9 items');
  expect(whyNone('all-wrong', 9, 'tiny')).toContain('wrong on all 9 items');
});
