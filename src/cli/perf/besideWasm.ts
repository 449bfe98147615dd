import * as v from 'valibot';
import type { LocalModelRef } from '../../core/calls/model.ts';
import { tuningFiguresSchema, type TuningFigures } from '../../core/models/tuning.ts';
import { describeFigures } from '../../core/parity/describeStamp.ts';
import { parityFiguresSchema, type ParityFigures } from '../../core/parity/stamp.ts';
import { verdictOf } from '../../core/parity/verdict.ts';
import type { PerfComparison, PerfModel, PerfSize } from '../../rpc/perfWorker.ts';
import { compareAll, describeTuning, perSecond } from './comparisons.ts';
import { loadedSchema } from './loadedSchema.ts';
import type { PerfPage } from './perfPage.ts';

/** What was measured over WebGPU, and over wasm beside it. */
export interface BesideWasm {
  readonly adapter: string;
  readonly isSoftware: boolean;
  /** `small` where the adapter computes on the processor. */
  readonly size: PerfSize;
  readonly wasm: readonly PerfComparison[];
  readonly webgpu: readonly PerfComparison[];
  readonly parity: ParityFigures | null;
  readonly tuning: TuningFigures;
}

const findingsSchema = v.variant('kind', [
  v.object({ kind: v.literal('measured'), figures: parityFiguresSchema }),
  v.object({ kind: v.literal('not-measured'), reason: v.string() }),
]);

/**
 * Makes the comparisons over WebGPU and prints their ratios beside wasm's, with parity and tuning; null where there is no
 * adapter. One in software does less of the work, and wasm does as little of it for comparison.
 *
 * @param full what wasm came to with all of the work.
 */
export async function besideWasm(
  page: PerfPage,
  paths: Readonly<Record<string, string>>,
  opened: PerfModel,
  full: readonly PerfComparison[],
  print: (text: string) => void,
): Promise<BesideWasm | null> {
  const adapter = v.parse(v.nullable(v.string()), await page.call('adapter'));
  if (adapter === null) {
    print('There is no adapter here, so nothing was measured over WebGPU.');
    return null;
  }
  const size = page.isSoftware ? 'small' : 'full';
  const silently = (): void => undefined;
  const wasm = size === 'full' ? full : await compareAll(page, size, silently);
  const model: LocalModelRef = { ...opened.model, device: 'webgpu' };
  const loaded = v.parse(loadedSchema, await page.call('open', paths, { ...opened, model }));
  const kind = page.isSoftware
    ? 'a software adapter: ratios say something, speeds do not'
    : 'a GPU';
  print(
    `\nOver WebGPU: ${loaded.hardware}, ${kind}${size === 'small' ? '; less of the work, over wasm too' : ''}\n`,
  );
  const webgpu = await compareAll(page, size, (comparison) => {
    print(
      besideLine(
        comparison,
        wasm.find(({ id }) => id === comparison.id),
      ),
    );
  });
  const found = v.parse(findingsSchema, await page.call('parity', paths, opened));
  const parity = found.kind === 'measured' ? found.figures : null;
  print(
    parity === null
      ? 'Parity with wasm was not measured.'
      : `Parity with wasm: ${verdictOf(parity, model)}, ${describeFigures(parity)}.`,
  );
  const tuning = v.parse(tuningFiguresSchema, await page.call('tune'));
  print(describeTuning(`WebGPU (${adapter})`, tuning));
  return { adapter, isSoftware: page.isSoftware, size, wasm, webgpu, parity, tuning };
}

function besideLine(webgpu: PerfComparison, wasm: PerfComparison | undefined): string {
  const beside = wasm === undefined ? 'not measured' : wasm.ratio.toFixed(1);
  const ours = wasm === undefined ? '' : `, wasm ${perSecond(wasm.ours)}`;
  return (
    `${webgpu.title}: ${webgpu.ratio.toFixed(1)} times as many a second over WebGPU, ${beside} over wasm ` +
    `(${webgpu.unit}/s: WebGPU ${perSecond(webgpu.ours)}${ours})`
  );
}
