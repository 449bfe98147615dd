import type { Device } from '../core/calls/model.ts';
import { plan } from '../core/runs/plan.ts';
import { usesEndpoint } from '../core/runs/spec.ts';
import type { Parity } from '../core/share/bundle.ts';
import { problem, type Parsed } from '../core/share/parseBundle.ts';
import type { RunRecord } from '../db/records.ts';
import type { PacksStore } from './packs.svelte.ts';
import type { Answerer, Memo } from './playUnits.ts';
import { replayOnDevice } from './replayOnDevice.ts';

/** What a replay needs of the lab. */
export interface ReplayMeans {
  packs: PacksStore;
  memo: Memo;
  answerer: Answerer;
  signal: AbortSignal;
  /** Units done and wanted. */
  onProgress: (done: number, total: number) => void;
}

/** The run where it can be replayed here, or why not. */
export function replayable(record: RunRecord | undefined): Parsed<RunRecord> {
  if (record?.provenance == null || record.origin !== 'local') {
    return problem(
      'unavailable',
      'Only a finished run of this browser can be replayed: its replies are here to compare with.',
    );
  }
  return usesEndpoint(record.spec)
    ? problem(
        'unavailable',
        'A model of this run is behind an endpoint, which no device of this machine can replay.',
      )
    : { ok: true, value: record };
}

/**
 * Plays a sample of a run again with the memo table off and compares every reply. Writes nothing.
 *
 * @throws ModelFailureError where a model cannot be loaded.
 */
export async function replayRun(
  { spec }: Pick<RunRecord, 'spec'>,
  device: Exclude<Device, 'none'>,
  sample: number,
  { packs, memo, answerer, signal, onProgress }: ReplayMeans,
): Promise<Parsed<Parity>> {
  const items = await packs.items(spec.packId, spec.packHash, spec.protocol.id);
  if (!items.ok) return items;
  const byId = new Map(items.value.map((item) => [item.id, item]));
  const units = plan(spec, [...byId.keys()]).slice(0, sample);
  onProgress(0, units.length);
  const {
    hardware,
    comparison,
    units: played,
  } = await replayOnDevice({
    units,
    item: (unit) => {
      const item = byId.get(unit.itemId);
      if (item === undefined) throw new Error(`the pack has no item ${unit.itemId}`);
      return item;
    },
    roles: spec.roles,
    device,
    memo,
    answerer,
    signal,
    onUnit: (done) => {
      onProgress(done, units.length);
    },
  });
  const checkedAt = new Date().toISOString();
  return { ok: true, value: { device, hardware, units: played, ...comparison, checkedAt } };
}

/** The run with the check in place of the last one on that device. */
export function withParity(record: RunRecord, parity: Parity): RunRecord {
  const checks = [...record.parity.filter((other) => other.device !== parity.device), parity];
  const provenance = record.provenance && { ...record.provenance, parity: checks };
  return { ...record, parity: checks, provenance, updatedAt: Date.now() };
}
