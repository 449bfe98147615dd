import { expect, it } from 'vitest';
import { verifyEvidence } from '../../core/protocols/verifyEvidence/protocol.ts';
import { weightedRubric } from '../../core/protocols/weightedRubric/protocol.ts';
import type { RunSummary } from '../../core/runs/runSummary.ts';
import { judgeDoubt } from './judgeDoubt.ts';

function summary(low: number, high: number): RunSummary {
  const interval = { estimate: (low + high) / 2, low, high, n: 100, clusters: 50 };
  return {
    metrics: [{ metricId: 'judgeAgreement', interval }],
    units: 100,
    criteria: 100,
    unscored: 0,
    unreadable: 0,
  };
}

it('doubts a judge whose interval reaches a coin’s, or lies below it', () => {
  expect(judgeDoubt('random', verifyEvidence.metrics, summary(0.45, 0.53))).toBe(
    'The marks of random cannot rank anything: against the gold labels, “Judge against gold” is 0.49 [0.45, 0.53], which is not wholly above 0.5.',
  );
  expect(judgeDoubt('random', verifyEvidence.metrics, summary(0.4, 0.45))).not.toBeNull();
});

it('does not doubt a judge above it', () => {
  expect(judgeDoubt('rubric-judge', verifyEvidence.metrics, summary(0.7, 0.8))).toBeNull();
});

it('doubts a judge that was read on one document alone', () => {
  const interval = { estimate: 0.9, low: 0.9, high: 0.9, n: 3, clusters: 1 };
  const one = { ...summary(0.9, 0.9), metrics: [{ metricId: 'judgeAgreement', interval }] };
  expect(judgeDoubt('rubric-judge', verifyEvidence.metrics, one)).toContain(
    '0.90 (one document: no interval)',
  );
});

it('has nothing to say without gold labels', () => {
  expect(judgeDoubt('rubric-judge', weightedRubric.metrics, summary(0.4, 0.6))).toBeNull();
});
