import { describe, expect, it } from 'vitest';
import { datasetRsr, traceRsr } from './rankSurprisal.ts';

const worked = {
  cluster: 'a',
  ranks: [1, 2, 1, 350, 4],
  logprobs: [-0.1, -1.2, -0.05, -6, -1.5],
};

describe('rank-surprisal ratio', () => {
  it('is that of the worked example, its one wild rank cut at 100', () => {
    expect(traceRsr(worked)).toBeCloseTo(12.203389830508476, 10);
  });

  it('of a set is a ratio of means, not the mean of ratios', () => {
    const calm = { cluster: 'b', ranks: [1, 1], logprobs: [-0.1, -0.3] };
    const found = datasetRsr([worked, calm]);
    // Mean ranks 21.6 and 1, mean surprisals 1.77 and 0.2.
    expect(found?.estimate).toBeCloseTo((21.6 + 1) / (1.77 + 0.2), 10);
    expect(found?.estimate).not.toBeCloseTo((108 / 8.85 + 2 / 0.4) / 2, 1);
    expect(found?.n).toBe(2);
  });

  it('weighs texts alike, however long they are', () => {
    const long = {
      cluster: 'b',
      ranks: Array.from({ length: 50 }, () => 1),
      logprobs: Array.from({ length: 50 }, () => -1),
    };
    const short = { cluster: 'c', ranks: [9], logprobs: [-1] };
    expect(datasetRsr([long, short])?.estimate).toBeCloseTo(5, 10);
  });

  it('is none where nothing surprises, and leaves out texts without tokens', () => {
    expect(traceRsr({ ranks: [], logprobs: [] })).toBeNull();
    expect(traceRsr({ ranks: [1], logprobs: [0] })).toBeNull();
    expect(datasetRsr([{ cluster: 'a', ranks: [], logprobs: [] }])).toBeNull();
  });
});
