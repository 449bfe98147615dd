import { expect, it } from 'vitest';
import { standingMark, whyUnable } from './judgeStandingWords.ts';

const interval = { estimate: 0.52, low: 0.48, high: 0.56, n: 84, clusters: 84 };

it('marks a judge in words, and one that can rank not at all', () => {
  expect(standingMark({ kind: 'can-rank', interval, runId: 'r' })).toBeNull();
  expect(standingMark({ kind: 'cannot-rank', interval, runId: 'r' })).toBe('not able to rank');
  expect(standingMark({ kind: 'not-validated' })).toBe('judge not validated');
});

it('says why with the number, and of a baseline that it cannot by what it is', () => {
  const standing = { kind: 'cannot-rank', interval, runId: 'r' } as const;
  expect(whyUnable('rubric-judge', standing, false)).toBe(
    'The 95 % interval of rubric-judge is not wholly above 0.50, which a coin gets. Its balanced accuracy against the authors’ marks of the pack’s reference answers is 0.52 [0.48, 0.56]. Scores by its marks order nothing.',
  );
  expect(whyUnable('random', { ...standing, interval: null }, true)).toBe(
    'random is a baseline: it marks without reading, so scores by its marks order nothing.',
  );
});
