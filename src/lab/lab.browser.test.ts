import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { BenchsideDatabase } from '../db/database.ts';
import { composeLab, HUB } from './composition.ts';
import type { Lab } from './lab.svelte.ts';
import type { ModelChoice } from '../core/models/modelChoice.ts';
import { scoreAgain } from './scoreAgain.ts';
import type { RunSession } from './runSession.svelte.ts';

/** A lab as a tab of its own would have it: its own stores and worker over the shared database. */
async function openTab(): Promise<Lab> {
  const lab = composeLab({ base: new URL('/', location.href).href, hub: HUB });
  await lab.load();
  return lab;
}

const random: ModelChoice = { source: 'baseline', id: 'random' };

async function openRun(lab: Lab, limit: number, judge: ModelChoice = random): Promise<RunSession> {
  const planned = await lab.plan({
    packId: 'concept-verification',
    protocolId: null,
    student: random,
    judge,
    device: 'wasm',
    limit,
  });
  if (!planned.ok) throw new Error(planned.problem.message);
  const session = await lab.open(planned.value.spec);
  if (!session.ok) throw new Error(session.problem.message);
  return session.value;
}

async function untilScored(session: RunSession, units: number): Promise<void> {
  // Other work may share the cores; a slow machine is not a failure.
  const patience = { interval: 5, timeout: 30_000 };
  await expect.poll(() => session.state.unitsDone, patience).toBeGreaterThanOrEqual(units);
}

async function answeredTwice(): Promise<number> {
  const database = new BenchsideDatabase();
  const rows = await database.memo.toArray();
  database.close();
  expect(rows.length).toBeGreaterThan(0);
  return rows.filter(({ timesAnswered }) => timesAnswered !== 1).length;
}

beforeEach(async () => {
  await Dexie.delete('benchside');
});

describe('a run in the lab', () => {
  it('goes on after a pause, asks nothing twice and can be shared', async () => {
    const lab = await openTab();
    const session = await openRun(lab, 40);
    const playing = lab.play(session);
    await untilScored(session, 3);
    await session.pause();
    await playing;
    expect(session.state.status).toBe('paused');
    const done = session.state.unitsDone;
    await lab.play(session);
    expect(session.state).toMatchObject({ status: 'finished', unitsDone: 40 });
    expect(done).toBeLessThan(40);
    expect(await answeredTwice()).toBe(0);
    const bundle = await lab.share(session.runId);
    expect(bundle.ok && bundle.value.units).toBe(40);
  });

  it('can be shared when nothing was asked of its judge', async () => {
    const lab = await openTab();
    // The one item's answer is no, and a judge is asked about what supports a yes.
    const session = await openRun(lab, 1, { source: 'bundled', id: 'rubric-judge' });
    await lab.play(session);
    const judged = session.recentReplies.filter(({ pending }) => pending.call.kind === 'choose');
    expect(judged).toHaveLength(0);
    const bundle = await lab.share(session.runId);
    expect(bundle.ok && bundle.value.provenance.judge.device).toBe('none');
  });

  it('is scored another way without asking again what was answered', async () => {
    const lab = await openTab();
    const choice = { packId: 'consult-generated', device: 'wasm', limit: 6 } as const;
    const planned = await lab.plan({ ...choice, protocolId: null, student: random, judge: random });
    if (!planned.ok) throw new Error(planned.problem.message);
    const first = await lab.open(planned.value.spec);
    if (!first.ok) throw new Error(first.problem.message);
    await lab.play(first.value);
    expect(first.value.state.callsMade).toBeGreaterThan(12);
    const again = await scoreAgain(lab, first.value.runId, 'halving-penalty');
    if (!again.ok) throw new Error(again.problem.message);
    await lab.play(again.value);
    expect(again.value.state).toMatchObject({ status: 'finished', unitsDone: 6, callsMade: 0 });
    expect(lab.runs.find(again.value.runId)?.summary?.metrics[0]?.interval?.n).toBe(6);
    expect(await answeredTwice()).toBe(0);
    const unknown = await scoreAgain(lab, first.value.runId, 'no-such-protocol');
    expect(!unknown.ok && unknown.problem.message).toContain('is not played by');
  });

  it('is played once when Start is pressed twice, and waits its turn behind another', async () => {
    const lab = await openTab();
    const [small, large] = [await openRun(lab, 30), await openRun(lab, 60)];
    const first = lab.play(small);
    const again = lab.play(small);
    await untilScored(small, 2);
    const second = lab.play(large);
    await Promise.all([first, again, second]);
    expect(large.state.status).toBe('finished');
    await lab.play(small);
    expect(small.state.status).toBe('finished');
    expect(await answeredTwice()).toBe(0);
  });

  it('is left alone by a second tab, which takes it as it is stored', async () => {
    const here = await openTab();
    const there = await openTab();
    const [mine, theirs] = [await openRun(here, 40), await openRun(there, 40)];
    const playing = here.play(mine);
    await untilScored(mine, 2);
    await there.play(theirs);
    expect(theirs.heldElsewhere).toBe(true);
    await playing;
    // The stale copy must not take the finished run away.
    await theirs.cancel();
    expect(theirs.state.status).toBe('finished');
    expect((await openTab()).runs.find(mine.runId)?.summary).not.toBeNull();
    expect(await answeredTwice()).toBe(0);
  });

  it('stays deleted when it was playing, and comes back whole when that is undone', async () => {
    const lab = await openTab();
    const session = await openRun(lab, 60);
    const playing = lab.play(session);
    await untilScored(session, 3);
    const undo = await lab.remove(session.runId);
    await playing;
    expect((await openTab()).runs.find(session.runId)).toBeUndefined();
    await undo?.();
    const reopened = await openRun(lab, 60);
    expect(reopened.state.unitsDone).toBeGreaterThanOrEqual(3);
    await lab.play(reopened);
    expect(reopened.state).toMatchObject({ status: 'finished', unitsDone: 60 });
    expect(await answeredTwice()).toBe(0);
  });

  it('has nobody in the roles that its protocol lacks, and needs no model for them', async () => {
    const lab = await openTab();
    const baseline = (id: 'random' | 'majority') => ({ source: 'baseline', id }) as const;
    const choice = { packId: 'consult-rubrics', device: 'wasm', limit: 8 } as const;
    const validity = await lab.plan({
      ...choice,
      protocolId: 'judge-validity',
      student: null,
      judge: baseline('random'),
    });
    if (!validity.ok) throw new Error(validity.problem.message);
    const judged = await lab.open(validity.value.spec);
    if (!judged.ok) throw new Error(judged.problem.message);
    await lab.play(judged.value);
    expect(judged.value.spec.roles.student.id).toBe('none');
    expect(judged.value.state).toMatchObject({ status: 'finished', unitsDone: 8 });
    const record = lab.runs.find(judged.value.runId);
    expect(record?.summary?.metrics[0]?.interval?.n).toBe(8);
    const bundle = await lab.share(judged.value.runId);
    if (!bundle.ok) throw new Error(bundle.problem.message);
    expect((await lab.runs.import(bundle.value, 'shared')).ok).toBe(true);
    const own = lab.runs
      .finished('consult-rubrics', 'judge-validity')
      .filter(({ spec }) => spec.roles.judge.source === 'baseline');
    expect(own).toHaveLength(2);

    const unanswered = await lab.plan({ ...choice, protocolId: null, student: null, judge: null });
    expect(!unanswered.ok && unanswered.problem.message).toContain('needs a student');
  });

  it('of the majority baseline gives one reply to every item', async () => {
    const lab = await openTab();
    const planned = await lab.plan({
      packId: 'note-errors',
      protocolId: null,
      student: { source: 'baseline', id: 'majority' },
      judge: null,
      device: 'wasm',
      limit: 10,
    });
    if (!planned.ok) throw new Error(planned.problem.message);
    const session = await lab.open(planned.value.spec);
    if (!session.ok) throw new Error(session.problem.message);
    await lab.play(session.value);
    expect(session.value.state.status).toBe('finished');
    const scores = await lab.runs.scores(session.value.runId);
    if (!scores.ok) throw new Error(scores.problem.message);
    const answers = scores.value.map(({ detail }) => detail?.answer);
    expect(new Set(answers)).toEqual(new Set([lab.packs.find('note-errors')?.majorityReply]));
  });
});
