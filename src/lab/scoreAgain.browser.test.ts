import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { modelKey, type ModelRef } from '../core/calls/model.ts';
import type { ModelChoice } from '../core/models/modelChoice.ts';
import type { RunSpec } from '../core/runs/spec.ts';
import { BenchsideDatabase } from '../db/database.ts';
import { composeLab, HUB } from './composition.ts';
import type { Lab } from './lab.svelte.ts';
import { planAgain, scoreAgain } from './scoreAgain.ts';
import { rememberedAnswers } from './rememberedAnswers.ts';
import type { RunSession } from './runSession.svelte.ts';

const random: ModelChoice = { source: 'baseline', id: 'random' };
const student: ModelChoice = { source: 'bundled', id: 'student-small' };
const judge: ModelChoice = { source: 'bundled', id: 'rubric-judge' };
const UNITS = 4;

async function openLab(): Promise<Lab> {
  const lab = composeLab({ base: new URL('/', location.href).href, hub: HUB });
  await lab.load();
  return lab;
}

async function playFirst(lab: Lab): Promise<RunSession> {
  const planned = await lab.plan({
    packId: 'concept-verification',
    protocolId: 'verify-evidence',
    student,
    judge: random,
    device: 'wasm',
    limit: UNITS,
  });
  if (!planned.ok) throw new Error(planned.problem.message);
  const session = await lab.open(planned.value.spec);
  if (!session.ok) throw new Error(session.problem.message);
  await lab.play(session.value);
  expect(session.value.state).toMatchObject({ status: 'finished', unitsDone: UNITS });
  return session.value;
}

/** What the store holds of a model's replies: how many, and whether any was given twice. */
async function repliesOf(model: ModelRef): Promise<{ rows: number; answered: number }> {
  const database = new BenchsideDatabase();
  const rows = await database.memo.where('modelKey').equals(modelKey(model)).toArray();
  database.close();
  return {
    rows: rows.length,
    answered: rows.reduce((sum, { timesAnswered }) => sum + timesAnswered, 0),
  };
}

async function counted(lab: Lab, spec: RunSpec) {
  const found = await rememberedAnswers(spec, lab.packs, (identities) => lab.replies(identities));
  if (!found.ok) throw new Error(found.problem.message);
  return found.value;
}

async function answersOf(lab: Lab, runId: string): Promise<(string | undefined)[]> {
  const scores = await lab.runs.scores(runId);
  if (!scores.ok) throw new Error(scores.problem.message);
  return scores.value.map(({ detail }) => detail?.answer);
}

beforeEach(async () => {
  await Dexie.delete('benchside');
});

describe('a finished run', () => {
  it('is scored by another judge without asking its student anything', async () => {
    const lab = await openLab();
    const first = await playFirst(lab);
    const before = await repliesOf(first.spec.roles.student);
    expect(before.rows).toBeGreaterThan(0);

    const again = await scoreAgain(lab, first.runId, 'verify-evidence', judge);
    if (!again.ok) throw new Error(again.problem.message);
    expect(again.value.runId).not.toBe(first.runId);
    expect(again.value.spec.roles.judge).toMatchObject({ id: 'rubric-judge', device: 'wasm' });
    expect(await counted(lab, again.value.spec)).toEqual({ units: UNITS, remembered: UNITS });

    await lab.play(again.value);
    const { state, spec, runId } = again.value;
    expect(state).toMatchObject({ status: 'finished', unitsDone: UNITS });
    // The new judge was asked; the student was not.
    expect(state.callsMade).toBeGreaterThan(0);
    expect(await repliesOf(spec.roles.judge)).toMatchObject({ answered: state.callsMade });
    expect(await repliesOf(first.spec.roles.student)).toEqual(before);
    expect(await answersOf(lab, runId)).toEqual(await answersOf(lab, first.runId));
    expect(lab.runs.find(runId)?.summary?.metrics[0]?.interval?.n).toBeGreaterThan(0);
  });

  it('is not what it would be scored as, and judges on its student’s device', async () => {
    const lab = await openLab();
    const first = await playFirst(lab);
    const same = await planAgain(lab, first.runId, 'verify-evidence', random);
    expect(!same.ok && same.problem.message).toContain('this very run');
    const unknown = await planAgain(lab, 'nothing', 'verify-evidence', null);
    expect(!unknown.ok && unknown.problem.message).toContain('no run of that id');
    const absent = await planAgain(lab, first.runId, 'verify-evidence', {
      source: 'bundled',
      id: 'nobody',
    });
    expect(!absent.ok && absent.problem.message).toContain('ships no model');
  });

  it('that came without its texts is not said to be remembered', async () => {
    const lab = await openLab();
    const first = await playFirst(lab);
    const bundle = await lab.share(first.runId);
    if (!bundle.ok) throw new Error(bundle.problem.message);
    await Dexie.delete('benchside');
    const elsewhere = await openLab();
    const brought = await elsewhere.runs.import(bundle.value, 'shared');
    if (!brought.ok) throw new Error(brought.problem.message);
    const spec = await planAgain(elsewhere, brought.value.runId, 'verify-evidence', judge);
    if (!spec.ok) throw new Error(spec.problem.message);
    expect(await counted(elsewhere, spec.value)).toEqual({ units: UNITS, remembered: 0 });
  });
});
