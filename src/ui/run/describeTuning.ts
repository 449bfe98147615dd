import { bestBatch, writingRate, type DeviceTuning } from '../../core/models/tuning.ts';
import { formatCount } from '../formatNumber.ts';

/** Three figures: `1,230`, `15.7`, `0.42`. */
export function formatRate(rate: number): string {
  if (rate >= 100) return formatCount(Math.round(rate));
  return rate >= 10 ? rate.toFixed(1) : rate.toFixed(2);
}

/** What a run makes of a measurement, in one sentence. */
export function describeTuning({ device, figures }: DeviceTuning): string {
  const batch = bestBatch(figures);
  const rate = writingRate(figures);
  const where = device === 'webgpu' ? 'WebGPU' : 'wasm';
  if (batch === null || rate === null) return `no reply was written in time over ${where}`;
  const beside = batch === 1 ? 'replies one by one' : `${String(batch)} replies side by side`;
  return `${beside}, ${formatRate(rate)} tokens a second when measured over ${where}`;
}
