import { describe, expect, it } from 'vitest';
import {
  bestBatch,
  bestDevice,
  parseTuning,
  staleReason,
  TUNING_VERSION,
  workSeconds,
  type DeviceTuning,
  type TuningFigures,
} from './tuning.ts';

function writing(...rates: readonly number[]): TuningFigures['writing'] {
  return rates.map((tokensPerSecond, at) => ({
    batch: ([1, 2, 4, 8, 16, 32] as const)[at] ?? 32,
    tokensPerSecond,
  }));
}

const tuning: DeviceTuning = {
  modelKey: 'bundled:m@1/fp32/webgpu',
  version: TUNING_VERSION,
  id: 'm',
  dtype: 'fp32',
  device: 'webgpu',
  hardware: 'apple m4',
  runtime: 'transformers.js 4',
  figures: {
    verdictsPerSecond: 10,
    prefillTokensPerSecond: 500,
    writing: writing(100, 160),
    tookMs: 4000,
  },
  measuredAt: '2026-11-21T20:00:00.000Z',
};

describe('bestBatch', () => {
  it('is the fastest where that is more than 5 % faster than every smaller one', () => {
    expect(bestBatch({ writing: writing(100, 190, 360, 700, 1200, 2000) })).toBe(32);
    expect(bestBatch({ writing: writing(100, 90, 80) })).toBe(1);
  });

  it('is the smallest of those within 5 % of the fastest', () => {
    expect(bestBatch({ writing: writing(100, 190, 381, 399, 400) })).toBe(4);
    // 379 is more than 5 % below 400.
    expect(bestBatch({ writing: writing(100, 190, 379, 399, 400) })).toBe(8);
  });

  it('is nothing where no batch was measured', () => {
    expect(bestBatch({ writing: [] })).toBeNull();
  });
});

describe('workSeconds', () => {
  it('is a verdict and 32 tokens at the batch that is used', () => {
    // 1 / 10 + 32 / 160
    expect(workSeconds(tuning.figures)).toBeCloseTo(0.3, 12);
  });

  it('is unknown where a part was not measured', () => {
    expect(workSeconds({ ...tuning.figures, verdictsPerSecond: null })).toBeNull();
    expect(workSeconds({ ...tuning.figures, writing: [] })).toBeNull();
  });
});

describe('bestDevice', () => {
  const wasm = { device: 'wasm', seconds: 1, passed: true } as const;
  const gpu = (seconds: number, passed = true) => ({ device: 'webgpu', seconds, passed }) as const;

  it('is a GPU that is more than 5 % faster and passed', () => {
    expect(bestDevice([gpu(0.94), wasm])?.device).toBe('webgpu');
    expect(bestDevice([gpu(0.96), wasm])?.device).toBe('wasm');
    expect(bestDevice([wasm, gpu(0.1, false)])?.device).toBe('wasm');
  });

  it('is nothing where none passed', () => {
    expect(bestDevice([gpu(0.1, false)])).toBeNull();
    expect(bestDevice([])).toBeNull();
  });
});

describe('a stored tuning', () => {
  it('is read as it was written, and refused where a figure is none', () => {
    expect(parseTuning(structuredClone(tuning))).toEqual(tuning);
    for (const verdictsPerSecond of [0, -1, Infinity, NaN, '10']) {
      expect(
        parseTuning({ ...tuning, figures: { ...tuning.figures, verdictsPerSecond } }),
      ).toBeNull();
    }
    expect(parseTuning({ ...tuning, device: 'remote' })).toBeNull();
    expect(parseTuning(null)).toBeNull();
  });

  it('is stale on another adapter, with another runtime or after a change of what is measured', () => {
    const here = { hardware: 'apple m4', runtime: 'transformers.js 4' };
    expect(staleReason(tuning, here)).toBeNull();
    expect(staleReason(tuning, { hardware: null, runtime: null })).toBeNull();
    expect(staleReason(tuning, { ...here, hardware: 'google swiftshader' })).toContain('apple m4');
    expect(staleReason(tuning, { ...here, runtime: 'transformers.js 5' })).toContain('js 4');
    expect(staleReason({ ...tuning, version: TUNING_VERSION + 1 }, here)).not.toBeNull();
  });
});
