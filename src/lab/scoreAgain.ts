import type { Device } from '../core/calls/model.ts';
import type { ModelChoice } from '../core/models/modelChoice.ts';
import type { RunSpec } from '../core/runs/spec.ts';
import { specUnder } from '../core/runs/specUnder.ts';
import { problem, type Parsed } from '../core/share/parseBundle.ts';
import type { Lab } from './lab.svelte.ts';
import type { PacksStore } from './packs.svelte.ts';
import type { RunsStore } from './runs.svelte.ts';
import type { ModelsStore } from './models.svelte.ts';
import type { ResolveDevice } from './tunedDevice.ts';

/** What of the lab settles a judge. */
interface Means {
  readonly runs: Pick<RunsStore, 'find'>;
  readonly packs: Pick<PacksStore, 'find'>;
  readonly resolveDevice: ResolveDevice;
  settle(
    choice: ModelChoice,
    device: Exclude<Device, 'none'>,
    pack: Parameters<ModelsStore['resolve']>[2],
  ): Promise<Parsed<RunSpec['roles']['judge']>>;
}

/** The device that a run's models computed on; null where baselines and endpoints alone took part. */
function ranOn({ roles: { student, judge } }: RunSpec): 'webgpu' | 'wasm' | null {
  for (const { device } of [student, judge])
    if (device === 'webgpu' || device === 'wasm') return device;
  return null;
}

/**
 * The spec of a finished run's items and student under another protocol or judge; see `specUnder`. A judge that is chosen
 * computes where the run's models did, so that one device stands behind the new run too.
 */
export async function planAgain(
  lab: Means,
  runId: string,
  protocolId: string,
  judge: ModelChoice | null,
): Promise<Parsed<RunSpec>> {
  const record = lab.runs.find(runId);
  if (record === undefined) return problem('unavailable', 'This browser has no run of that id.');
  const { spec } = record;
  const pack = lab.packs.find(spec.packId);
  const kind = pack?.kind ?? '';
  if (judge === null) return specUnder(spec, kind, protocolId);
  if (pack === undefined) {
    return problem('bad-field', `This site has no pack called “${spec.packId.slice(0, 100)}”.`);
  }
  let device = ranOn(spec);
  if (device === null) {
    const resolved = await lab.resolveDevice('auto', [judge]);
    if (resolved.kind === 'unavailable') return problem('unavailable', resolved.message);
    device = resolved.device;
  }
  const settled = await lab.settle(judge, device, pack);
  return settled.ok ? specUnder(spec, kind, protocolId, settled.value) : settled;
}

/**
 * Opens a finished run's answers under another protocol, its newest version or another judge, so that what was answered here is
 * not asked again.
 *
 * @param judge null for the run's own.
 */
export async function scoreAgain(
  lab: Means & Pick<Lab, 'open'>,
  runId: string,
  protocolId: string,
  judge: ModelChoice | null = null,
): ReturnType<Lab['open']> {
  const spec = await planAgain(lab, runId, protocolId, judge);
  return spec.ok ? await lab.open(spec.value) : spec;
}
