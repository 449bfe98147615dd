import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConsultItem } from '../../packs/consultRubrics.ts';
import { rubricScore } from './score.ts';

const met = (points: number) => ({ points, verdict: 'met' as const });
const notMet = (points: number) => ({ points, verdict: 'not-met' as const });
const unscored = (points: number) => ({ points, verdict: 'unscored' as const });

describe('rubricScore', () => {
  it('divides the met points by the positive ones', () => {
    // PRBench's worked example: points 10, 6, 2, -8 with all but the third met give 8/18.
    expect(rubricScore([met(10), met(6), notMet(2), met(-8)])).toBeCloseTo(0.4444444444444444, 15);
  });

  it('goes below zero', () => {
    expect(rubricScore([notMet(5), met(-8)])).toBeCloseTo(-1.6, 15);
  });

  it('leaves an unscored criterion out above and below the line', () => {
    expect(rubricScore([met(5), unscored(5), unscored(-9)])).toBe(1);
    expect(rubricScore([unscored(5)])).toBeNull();
  });

  it('is null without positive points', () => {
    expect(rubricScore([met(-3)])).toBeNull();
  });
});

describe('the hand-written answers', () => {
  it('score higher when good than when flawed, by the authors’ marks', () => {
    const folder = new URL('../../../../static-data/packs/consult-rubrics/', import.meta.url);
    const lines = readFileSync(new URL('items.jsonl', folder), 'utf8').trim().split('\n');
    for (const [index, line] of lines.entries()) {
      const parsed = parseConsultItem(line, index + 1);
      if (!parsed.ok) throw new Error(parsed.error.sentence);
      const item = parsed.value;
      const score = (answer: 'good' | 'flawed') =>
        rubricScore(
          item.criteria.map(({ id, points }) =>
            item.references[answer].met.includes(id) ? met(points) : notMet(points),
          ),
        );
      expect(score('good'), item.id).toBeGreaterThan(score('flawed') ?? 0);
    }
  });
});
