import type { ModelReply } from '../core/calls/call.ts';
import { callIdentity } from '../core/calls/identity.ts';
import type { Device, ModelRef } from '../core/calls/model.ts';
import {
  compareReply,
  emptyComparison,
  type ReplayComparison,
} from '../core/runs/compareReplies.ts';
import type { Unit } from '../core/runs/plan.ts';
import type { PlayableItem } from '../core/protocols/playable.ts';
import type { Roles } from '../core/protocols/protocol.ts';
import type { LoadedModel } from '../rpc/modelWorker.ts';
import { playUnits, type Answerer, type Memo } from './playUnits.ts';

/** A replay's outcome, and what it ran on. */
export interface Replay {
  comparison: ReplayComparison;
  units: number;
  hardware: string;
}

function onDevice(model: ModelRef, device: Exclude<Device, 'none'>): ModelRef {
  // What computes nothing here has no device here to be moved to.
  return model.source === 'baseline' || model.source === 'endpoint' ? model : { ...model, device };
}

/**
 * Plays units again with the memo table off, on a device of choice, and compares every reply with the
 * remembered one. The protocol is handed the remembered replies, so one early difference cannot
 * make later calls incomparable: each call is judged on its own.
 */
export async function replayOnDevice(options: {
  units: readonly Unit[];
  item: (unit: Unit) => PlayableItem;
  roles: Roles;
  device: Exclude<Device, 'none'>;
  memo: Memo;
  answerer: Answerer;
  signal: AbortSignal;
  onUnit: (done: number) => void;
}): Promise<Replay> {
  const { memo, device, answerer } = options;
  let comparison = emptyComparison;
  let hardware = '';
  let done = 0;
  const noteHardware = (loaded: LoadedModel): void => {
    hardware = loaded.hardware;
  };
  const replaying: Answerer = {
    load: async (model) => {
      const loaded = await answerer.load(onDevice(model, device));
      if (model.source !== 'baseline') noteHardware(loaded);
      return loaded;
    },
    answerMany: async (calls, onReply) => {
      const identities = calls.map((call) => callIdentity(call));
      const remembered = await memo.find(identities);
      const there = calls.map((call) => ({ ...call, model: onDevice(call.model, device) }));
      await answerer.answerMany(there, (index, replayed) => {
        const known = remembered.get(identities[index] ?? '');
        if (known !== undefined) comparison = compareReply(comparison, known, replayed);
        onReply(index, known ?? replayed);
      });
    },
  };
  const memoOff: Memo = {
    find: () => Promise.resolve(new Map<string, ModelReply>()),
    remember: () => Promise.resolve(),
  };
  await playUnits({
    units: options.units,
    start: (unit) => options.item(unit).play(options.roles),
    memo: memoOff,
    answerer: replaying,
    signal: options.signal,
    onLoaded: () => undefined,
    onReply: () => Promise.resolve(),
    onScored: () => {
      done += 1;
      options.onUnit(done);
      return Promise.resolve();
    },
  });
  return { comparison, units: done, hardware };
}
