import { describe, expect, it } from 'vitest';
import { NO_MODEL, type ModelRef } from '../calls/model.ts';
import { noFigures } from '../parity/compareLogprobs.ts';
import { RANDOM_MODEL } from '../models/randomReply.ts';
import { judgeValidityInfo } from '../protocols/judgeValidity/info.ts';
import { verifyEvidenceInfo } from '../protocols/verifyEvidence/info.ts';
import { weightedRubricInfo } from '../protocols/weightedRubric/info.ts';
import { judgeStanding, needsValidJudge, type StandingRun } from './judgeStanding.ts';

const HASH = 'a'.repeat(64);
const judge: ModelRef = {
  source: 'bundled',
  id: 'rubric-judge',
  revision: 'r1',
  dtype: 'fp32',
  device: 'wasm',
};

/** A finished run of judge validity with that interval of balanced accuracy over n items. */
function run(runId: string, low: number, high: number, n: number, of = judge): StandingRun {
  const interval = { estimate: (low + high) / 2, low, high, n, clusters: n };
  return {
    runId,
    spec: {
      packId: 'consults',
      packHash: HASH,
      protocol: { id: 'judge-validity', version: 2 },
      roles: { student: NO_MODEL, judge: of },
      limit: null,
      epochs: 1,
    },
    summary: {
      metrics: [{ metricId: 'balancedAccuracy', interval }],
      units: n,
      criteria: n,
      unscored: 0,
      unreadable: 0,
    },
  };
}

describe('judgeStanding', () => {
  it('lets a judge rank whose whole interval lies above a coin', () => {
    expect(judgeStanding(judge, HASH, [run('a', 0.51, 0.7, 80)])).toMatchObject({
      kind: 'can-rank',
      runId: 'a',
      interval: { low: 0.51 },
    });
  });

  it('does not on one document, which has no interval to lie anywhere', () => {
    expect(judgeStanding(judge, HASH, [run('a', 1, 1, 1)]).kind).toBe('cannot-rank');
  });

  it('does not where the interval reaches 0.5, or lies below it', () => {
    for (const [low, high] of [
      [0.5, 0.7],
      [0.45, 0.55],
      [0.2, 0.4],
    ] as const) {
      expect(judgeStanding(judge, HASH, [run('a', low, high, 80)]).kind).toBe('cannot-rank');
    }
  });

  it('goes by the same weights on any device, and by the run of most items', () => {
    const onGpu = run('gpu', 0.6, 0.7, 84, { ...judge, device: 'webgpu' });
    const stamp = { verdict: 'pass', probe: 1, hardware: '', runtime: '' } as const;
    const figures = { ...noFigures, positions: 66, topAgreed: 66 };
    const checkedAt = '2026-11-20T10:00:00.000Z';
    const elsewhere = { ...onGpu, stamps: { judge: { ...stamp, figures, checkedAt } } };
    const small = run('small', 0.4, 0.9, 10);
    expect(judgeStanding(judge, HASH, [small, elsewhere])).toMatchObject({ runId: 'gpu' });
    expect(judgeStanding(judge, HASH, [elsewhere, small])).toMatchObject({ runId: 'gpu' });
    // What a GPU computed without parity is no evidence.
    expect(judgeStanding(judge, HASH, [onGpu, small])).toMatchObject({ runId: 'small' });
  });

  it('takes nothing from other weights, formats, packs, protocols and unfinished runs', () => {
    const fine = run('a', 0.8, 0.9, 80);
    const others: StandingRun[] = [
      run('weights', 0.8, 0.9, 80, { ...judge, revision: 'r2' }),
      run('format', 0.8, 0.9, 80, { ...judge, dtype: 'q4' }),
      { ...fine, spec: { ...fine.spec, packHash: 'b'.repeat(64) } },
      { ...fine, spec: { ...fine.spec, protocol: { id: 'weighted-rubric', version: 2 } } },
      { ...fine, spec: { ...fine.spec, protocol: { id: 'judge-validity', version: 99 } } },
      { ...fine, summary: null },
      { ...fine, summary: fine.summary && { ...fine.summary, metrics: [] } },
    ];
    expect(judgeStanding(judge, HASH, others)).toEqual({ kind: 'not-validated' });
    expect(judgeStanding(judge, HASH, [])).toEqual({ kind: 'not-validated' });
  });

  it('never lets a baseline rank, run or no run', () => {
    expect(judgeStanding(RANDOM_MODEL, HASH, [])).toEqual({
      kind: 'cannot-rank',
      interval: null,
      runId: null,
    });
    const lucky = run('lucky', 0.51, 0.6, 80, RANDOM_MODEL);
    expect(judgeStanding(RANDOM_MODEL, HASH, [lucky])).toMatchObject({
      kind: 'cannot-rank',
      runId: 'lucky',
    });
  });
});

it('asks for a valid judge where the score is the judge’s opinion alone', () => {
  expect(needsValidJudge(weightedRubricInfo)).toBe(true);
  expect(needsValidJudge(verifyEvidenceInfo)).toBe(false);
  expect(needsValidJudge(judgeValidityInfo)).toBe(false);
});
