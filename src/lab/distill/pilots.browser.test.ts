import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { composeLab, HUB } from '../composition.ts';
import type { Lab } from '../lab.svelte.ts';
import { compareText } from './compareText.ts';
import { openProblems } from './openProblems.ts';
import { pilotsOf, settlePair, type PairChoice, type PilotSettings } from './pilots.svelte.ts';
import type { PilotSession } from './pilotSession.svelte.ts';

const PATIENCE_MS = 300_000;
const PACK = 'multistep-arithmetic';
const pair: PairChoice = {
  teacher: { source: 'bundled', id: 'arithmetic-teacher' },
  student: { source: 'bundled', id: 'arithmetic-student' },
  device: 'wasm',
};
const kl: PilotSettings = { kind: 'kl', problems: 3, rollouts: 2, mostTokens: 40, seed: 'a' };
const prefix: PilotSettings = {
  kind: 'prefix',
  problems: 3,
  ladder: [3, 8],
  samples: 2,
  mostTokens: 40,
  seed: 'a',
};

/** A lab as a tab of its own would have it. */
async function openTab(): Promise<Lab> {
  const lab = composeLab({ base: new URL('/', location.href).href, hub: HUB });
  await lab.load();
  return lab;
}

async function openPilot(lab: Lab, settings: PilotSettings): Promise<PilotSession> {
  const planned = await pilotsOf(lab).plan(pair, PACK, settings);
  if (!planned.ok) throw new Error(planned.problem.message);
  const opened = await pilotsOf(lab).open(planned.value);
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.value;
}

function byKey<T extends { readonly key: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function forgetAll(): Promise<void> {
  await Dexie.delete('benchside');
  await Dexie.delete('benchside-pilots');
}

beforeEach(forgetAll);

describe('a pilot of the bundled pair', () => {
  it(
    'measures divergence by position, and comes to the same figures when it was paused',
    async () => {
      const first = await openTab();
      const whole = await openPilot(first, kl);
      await whole.start();
      expect(whole.problem).toBeNull();
      expect(whole.status).toBe('finished');
      expect(whole.record.klRollouts).toHaveLength(6);
      expect(whole.record.execution.teacher?.device).toBe('wasm');
      const straight = byKey(whole.record.klRollouts);
      for (const { outcome } of straight) {
        expect(outcome.kl.length).toBeGreaterThan(0);
        expect(outcome.kl.every((value) => value >= 0)).toBe(true);
      }
      expect(straight.some(({ outcome }) => outcome.kl.some((value) => value > 0.01))).toBe(true);

      await forgetAll();
      const second = await openTab();
      const broken = await openPilot(second, kl);
      const playing = broken.start();
      await expect
        .poll(() => broken.record.callsMade, { timeout: 60_000, interval: 2 })
        .toBeGreaterThan(0);
      await broken.pause();
      await playing;
      expect(broken.status).toBe('paused');
      expect(broken.done).toBeLessThan(6);
      const made = broken.record.callsMade;
      // Another tab of the same browser finds it where it was left.
      const third = await openTab();
      const resumed = await openPilot(third, kl);
      expect(resumed.status).toBe('paused');
      await resumed.start();
      expect(resumed.status).toBe('finished');
      expect(byKey(resumed.record.klRollouts)).toEqual(straight);
      // Every call was made once, in whichever sitting. Rollouts that came out alike are read once.
      expect(resumed.record.callsMade).toBe(whole.record.callsMade);
      expect(made).toBeLessThan(whole.record.callsMade);

      const statistics = await third.statistics();
      const curve = await statistics.klCurve(
        straight.map(({ outcome }) => outcome),
        { resamples: 200, seed: 'a' },
      );
      expect(curve?.rollouts).toBe(6);
      expect(curve?.positions.at(-1)?.share.value).toBeCloseTo(1, 10);
    },
    PATIENCE_MS,
  );

  it(
    'measures accuracy after beginnings, every arm over the same problems',
    async () => {
      const lab = await openTab();
      const session = await openPilot(lab, prefix);
      await session.start();
      expect(session.problem).toBeNull();
      expect(session.record.prefixOutcomes).toHaveLength(3);
      for (const { outcome } of session.record.prefixOutcomes) {
        expect(outcome.rungs.map(({ k }) => k)).toEqual([3, 8]);
        for (const { leftOut, shares } of outcome.rungs)
          expect(shares === null).toBe(leftOut !== null);
      }
      const curve = await (
        await lab.statistics()
      ).prefixCurve(
        session.record.prefixOutcomes.map(({ outcome }) => outcome),
        { resamples: 200, seed: 'a' },
      );
      for (const { problems, short, givesAway } of curve?.points ?? [])
        expect(problems + short + givesAway).toBe(3);

      const store = pilotsOf(lab);
      await store.load();
      const [record] = store.records;
      if (record === undefined) throw new Error('the pilot was not kept');
      const undo = await store.remove(record);
      expect(store.records).toHaveLength(0);
      await undo();
      expect(store.records[0]?.prefixOutcomes).toHaveLength(3);
    },
    PATIENCE_MS,
  );

  it(
    'refuses a pair without a common tokeniser, and names both',
    async () => {
      const lab = await openTab();
      const settled = await settlePair(lab, {
        ...pair,
        teacher: { source: 'bundled', id: 'student-small' },
      });
      if (!settled.ok) throw new Error(settled.problem.message);
      const opened = await openProblems(lab, PACK);
      const problem = opened.ok ? opened.value.problems[0] : undefined;
      if (problem === undefined) throw new Error('no problem');
      const { signal } = new AbortController();
      const messages = problem.call.messages;
      const refused = await compareText(
        lab,
        settled.value,
        messages,
        problem.goldReply ?? '',
        signal,
      );
      if (refused.ok) throw new Error('it was not refused');
      expect(refused.problem.message).toMatch(/arithmetic-student.*student-small.*tokeniser/u);
    },
    PATIENCE_MS,
  );
});
