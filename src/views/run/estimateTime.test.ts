import { describe, expect, it } from 'vitest';
import { initialRunState } from '../../core/runs/state.ts';
import type { LocalModelRef } from '../../core/calls/model.ts';
import { estimateSeconds } from './estimateTime.ts';

function model(id: string, device: LocalModelRef['device']): LocalModelRef {
  return { source: 'bundled', id, revision: 'r', dtype: 'fp32', device };
}

function record(
  device: LocalModelRef['device'],
  updatedAt: number,
  activeMs: number,
  remembered = 0,
) {
  return {
    origin: 'local' as const,
    updatedAt,
    spec: {
      packId: 'concepts',
      packHash: '0'.repeat(64),
      protocol: { id: 'verify-evidence', version: 2 },
      roles: { student: model('small', device), judge: model('judge', device) },
      limit: null,
      epochs: 1,
    },
    state: {
      ...initialRunState,
      unitsDone: 100,
      activeMs,
      callsMade: 250,
      callsRemembered: remembered,
    },
  };
}

const wanted = {
  packId: 'concepts',
  protocolId: 'verify-evidence',
  student: { source: 'bundled' as const, id: 'small' },
  judge: { source: 'bundled' as const, id: 'judge' },
  device: 'wasm' as const,
  items: 400,
};

describe('estimateSeconds', () => {
  it('goes by the newest run of the same models on the same device', () => {
    const records = [record('wasm', 1, 90_000), record('wasm', 2, 50_000)];
    expect(estimateSeconds(records, wanted)).toBe(200);
  });

  it('takes a model behind an endpoint for one at its own address only, on any device', () => {
    const at = (revision: string) => ({ source: 'endpoint' as const, id: 'small', revision });
    const run = record('wasm', 1, 50_000);
    const remote = { ...at('a.example#00000000'), dtype: 'unknown', device: 'remote' } as const;
    const records = [
      { ...run, spec: { ...run.spec, roles: { ...run.spec.roles, student: remote } } },
    ];
    const here = { ...wanted, student: at('a.example#00000000') };
    expect(estimateSeconds(records, here)).toBe(200);
    expect(estimateSeconds(records, { ...wanted, student: at('b.example#00000000') })).toBeNull();
  });

  it('passes over other devices, other models and runs from memory', () => {
    expect(estimateSeconds([record('webgpu', 1, 50_000)], wanted)).toBeNull();
    expect(estimateSeconds([record('wasm', 1, 50_000, 300)], wanted)).toBeNull();
    const other = { ...wanted, student: { source: 'bundled' as const, id: 'large' } };
    expect(estimateSeconds([record('wasm', 1, 50_000)], other)).toBeNull();
    const unjudged = { ...wanted, judge: null };
    expect(estimateSeconds([record('wasm', 1, 50_000)], unjudged)).toBeNull();
    const halved = { ...wanted, judge: { ...wanted.judge, dtype: 'q4' } };
    expect(estimateSeconds([record('wasm', 1, 50_000)], halved)).toBeNull();
  });
});
