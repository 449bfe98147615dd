import * as v from 'valibot';
import { bestBatch, type TuningFigures } from '../../core/models/tuning.ts';
import type { PerfComparison, PerfSize } from '../../rpc/perfWorker.ts';
import type { PerfPage } from './perfPage.ts';

const runSchema = v.object({
  name: v.string(),
  done: v.number(),
  ms: v.number(),
  tokens: v.number(),
  forwards: v.number(),
  logitBytes: v.number(),
});

const comparisonSchema = v.object({
  id: v.string(),
  title: v.string(),
  unit: v.picklist(['verdicts', 'tokens', 'calls']),
  ours: runSchema,
  other: runSchema,
  ratio: v.number(),
  atLeast: v.nullable(v.number()),
});

const COMPARISONS = [
  'compareFork',
  'compareRationale',
  'compareWriting',
  'compareOptions',
] as const;

/** Makes all comparisons with the open model, one after the other; `onDone` hears of each. */
export async function compareAll(
  page: PerfPage,
  size: PerfSize,
  onDone: (comparison: PerfComparison) => void,
): Promise<PerfComparison[]> {
  const comparisons: PerfComparison[] = [];
  for (const name of COMPARISONS) {
    const comparison = v.parse(comparisonSchema, await page.call(name, size));
    comparisons.push(comparison);
    onDone(comparison);
  }
  return comparisons;
}

/** Work done a second, in words. */
export function perSecond({ done, ms }: PerfComparison['ours']): string {
  return ((done / ms) * 1000).toFixed(1);
}

/** A comparison with its raw figures, on lines of their own. */
export function describe({ title, unit, ours, other, ratio, atLeast }: PerfComparison): string {
  const goal =
    atLeast === null
      ? ''
      : ` (aimed for: ${String(atLeast)}, ${ratio >= atLeast ? 'met' : 'not met'})`;
  const raw = [ours, other].map(
    (run) =>
      `    ${run.name}: ${perSecond(run)} ${unit}/s; a ${unit.slice(0, -1)} took ` +
      `${(run.tokens / run.done).toFixed(1)} tokens fed, ${(run.logitBytes / run.done).toFixed(0)} bytes of logits read back`,
  );
  return [`${title}: ${ratio.toFixed(1)} times as many a second${goal}`, ...raw].join('\n');
}

/** What runs would go by, and the batch that they would write at. */
export function describeTuning(device: string, figures: TuningFigures): string {
  const rate = (value: number | null): string =>
    value === null ? 'not in time' : value.toFixed(1);
  const writing = figures.writing.map(
    ({ batch, tokensPerSecond }) => `${String(batch)}: ${tokensPerSecond.toFixed(0)}`,
  );
  return (
    `Tuning over ${device}: ${rate(figures.verdictsPerSecond)} verdicts/s, ${rate(figures.prefillTokensPerSecond)} prompt tokens/s, ` +
    `tokens/s by batch ${writing.join(', ')}; batch ${String(bestBatch(figures) ?? 'unknown')} would be used ` +
    `(${(figures.tookMs / 1000).toFixed(1)} s).`
  );
}
