import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { plan, playingOrder } from './plan.ts';
import { experimentKey, runIdentity, type RunSpec } from './spec.ts';

const model = (id: string) =>
  ({ source: 'bundled', id, revision: '1', dtype: 'fp32', device: 'wasm' }) as const;

const spec: RunSpec = {
  packId: 'p',
  packHash: 'a'.repeat(64),
  protocol: { id: 'x', version: 1 },
  roles: { student: model('s'), judge: model('j') },
  limit: null,
  epochs: 1,
};
const ids = Array.from({ length: 50 }, (_, index) => `item-${String(index)}`);

describe('plan', () => {
  it('does not depend on the order in which the pack lists its items', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: 50 }), (shuffled) => {
        expect(plan(spec, shuffled)).toEqual(plan(spec, ids));
      }),
      { numRuns: 20 },
    );
  });

  it('holds every smaller limit in a larger one', () => {
    const ten = plan({ ...spec, limit: 10 }, ids);
    expect(ten).toHaveLength(10);
    expect(plan({ ...spec, limit: 20 }, ids).slice(0, 10)).toEqual(ten);
  });

  it('draws another sample from another pack version', () => {
    const other = { ...spec, packHash: 'b'.repeat(64), limit: 10 };
    expect(plan(other, ids)).not.toEqual(plan({ ...spec, limit: 10 }, ids));
  });

  it('repeats the items in every epoch, under keys of their own', () => {
    const units = plan({ ...spec, limit: 3, epochs: 2 }, ids);
    expect(units).toHaveLength(6);
    expect(new Set(units.map((unit) => unit.key)).size).toBe(6);
  });
});

describe('playingOrder', () => {
  it('plays the units of a document one after the other, and each of them once', () => {
    const units = plan({ ...spec, limit: 20, epochs: 2 }, ids);
    const clusterOf = (itemId: string): string => String(ids.indexOf(itemId) % 4);
    const order = playingOrder(units, clusterOf);
    expect(new Set(order)).toEqual(new Set(units));
    const runs = order.filter(
      (unit, at) =>
        at === 0 ||
        clusterOf(unit.itemId) !== clusterOf(order[at - 1]?.itemId ?? '') ||
        unit.epoch !== order[at - 1]?.epoch,
    );
    expect(runs).toHaveLength(2 * new Set(units.map(({ itemId }) => clusterOf(itemId))).size);
    expect(order[0]).toEqual(units[0]);
  });
});

describe('identities', () => {
  it('tell runs on two devices apart, and know them for one experiment', () => {
    const onGpu: RunSpec = {
      ...spec,
      roles: { ...spec.roles, student: { ...model('s'), device: 'webgpu' } },
    };
    expect(runIdentity(onGpu)).not.toBe(runIdentity(spec));
    expect(experimentKey(onGpu)).toBe(experimentKey(spec));
  });
});
