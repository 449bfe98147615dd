import { expect, it } from 'vitest';
import { initialRunState } from '../core/runs/state.ts';
import type { RunReport } from '../core/share/pageApi.ts';
import { formatBoard } from './formatBoard.ts';

function reportOf(student: string, hardware: string): RunReport {
  const judge = { device: 'wasm', hardware: '2 threads', runtime: 'onnxruntime-web' } as const;
  const model = { source: 'bundled', revision: 'r', dtype: 'fp32', device: 'wasm' } as const;
  return {
    runId: student,
    state: { ...initialRunState, status: 'finished' },
    note: null,
    summary: { metrics: [], units: 3, criteria: 3, unscored: 0, unreadable: 0 },
    link: null,
    bundle: {
      format: 'benchside-result',
      formatVersion: 1,
      spec: {
        packId: 'concept-verification',
        packHash: 'ab'.repeat(32),
        protocol: { id: 'verify-evidence', version: 1 },
        roles: { student: { ...model, id: student }, judge: { ...model, id: 'rubric-judge' } },
        limit: 3,
        epochs: 1,
      },
      provenance: {
        appVersion: '0.1.0',
        finishedAt: '2026-11-20T10:00:00.000Z',
        activeMs: 1,
        callsMade: 3,
        callsRemembered: 0,
        student: { ...judge, hardware },
        judge,
        parity: [],
      },
      units: 3,
      values: {},
    },
  };
}

it('says once what every row ran on', () => {
  const lines = formatBoard([reportOf('a', '2 threads'), reportOf('b', '2 threads')]).split('\n');
  expect(lines[1]).toBe('student on 2 threads; judge on 2 threads; 95 % bootstrap intervals');
  expect(lines[3]).not.toContain('student on');
});

it('gives each row its own hardware where rows differ', () => {
  const lines = formatBoard([reportOf('a', 'an adapter'), reportOf('b', '4 threads')]).split('\n');
  expect(lines[1]).toBe('judge on 2 threads; 95 % bootstrap intervals');
  expect(lines[3]).toMatch(/student on$/);
  expect(lines.slice(4)).toEqual([
    expect.stringMatching(/^a .* an adapter$/),
    expect.stringMatching(/^b .* 4 threads$/),
  ]);
});
