import { isNoModel, type Device, type ModelRef } from '../../core/calls/model.ts';
import type { RunsStore } from '../../lab/runs.svelte.ts';
import type { ModelChoice } from '../../core/models/modelChoice.ts';

type RunRecord = Pick<RunsStore['records'][number], 'origin' | 'spec' | 'state' | 'updatedAt'>;

/** Whether a run's model is the one that is wanted; null wants none. */
function isWanted(model: ModelRef, wanted: ModelChoice | null): boolean {
  if (wanted === null) return isNoModel(model);
  // Two servers may know one name.
  if (wanted.source === 'endpoint' && model.revision !== wanted.revision) return false;
  const { dtype } = { dtype: undefined, ...wanted };
  return (
    model.source === wanted.source &&
    model.id === wanted.id &&
    (dtype === undefined || model.dtype === dtype)
  );
}

/**
 * Seconds that a run of so many items should take, from the newest run of the same models on the
 * same device in this browser; null where there is none to go by. Runs that were answered
 * from memory say nothing of a model's speed and are passed over.
 */
export function estimateSeconds(
  records: readonly RunRecord[],
  wanted: {
    packId: string;
    protocolId: string;
    student: ModelChoice | null;
    judge: ModelChoice | null;
    device: Exclude<Device, 'none'>;
    items: number;
  },
): number | null {
  const fits = records.filter(({ origin, spec, state }) => {
    const { student, judge } = spec.roles;
    const devices = [student.device, judge.device].filter(
      (device) => device !== 'none' && device !== 'remote',
    );
    return (
      origin === 'local' &&
      spec.packId === wanted.packId &&
      spec.protocol.id === wanted.protocolId &&
      isWanted(student, wanted.student) &&
      isWanted(judge, wanted.judge) &&
      devices.every((device) => device === wanted.device) &&
      state.unitsDone > 0 &&
      state.activeMs > 0 &&
      state.callsRemembered < state.callsMade
    );
  });
  const [newest] = [...fits].sort((a, b) => b.updatedAt - a.updatedAt);
  if (newest === undefined) return null;
  return (newest.state.activeMs / 1000 / newest.state.unitsDone) * wanted.items;
}
