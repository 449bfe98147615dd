import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { encodeLink } from '../core/share/link.ts';
import { BenchsideDatabase } from '../db/database.ts';
import { composeLab, HUB } from './composition.ts';
import type { EndpointDraft } from './endpoints.svelte.ts';
import type { Lab } from './lab.svelte.ts';
import type { RunSession } from './runSession.svelte.ts';

const KEY = 'sk-right-0123456789';
const MODEL = 'tiny/chat:1b';
/** A path that only the reader should know. */
const SECRET_PATH = 'hidden-team-path';
const { host } = new URL(inject('fakeEndpoint'));
const LOUD = ['log', 'info', 'debug', 'warn', 'error'] as const;

let said: unknown[] = [];

beforeEach(async () => {
  await Dexie.delete('benchside');
  said = [];
  for (const name of LOUD) {
    vi.spyOn(console, name).mockImplementation((...words: unknown[]) => {
      said.push(...words.map(String));
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function openLab(): Promise<Lab> {
  const lab = composeLab({ base: new URL('/', location.href).href, hub: HUB });
  await lab.load();
  return lab;
}

function draftAt(scenario: string, key = KEY): EndpointDraft {
  const address = `${inject('fakeEndpoint')}${scenario}~${SECRET_PATH}/v1/`;
  return { address, key, model: MODEL };
}

async function add(lab: Lab, draft: EndpointDraft): Promise<{ id: string; revision: string }> {
  const endpoints = await lab.endpoints();
  const read = endpoints.read(draft);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  await endpoints.add(read.access, read.model);
  return read.model;
}

async function openRun(lab: Lab, endpoint: { id: string; revision: string }): Promise<RunSession> {
  const model = { source: 'endpoint', id: endpoint.id, revision: endpoint.revision } as const;
  const planned = await lab.plan({
    packId: 'concept-verification',
    protocolId: null,
    student: model,
    judge: model,
    device: 'wasm',
    limit: 2,
  });
  if (!planned.ok) throw new Error(planned.problem.message);
  const session = await lab.open(planned.value.spec);
  if (!session.ok) throw new Error(session.problem.message);
  return session.value;
}

/** Everything that is kept, but for the one table that may hold a secret. */
async function dumpStore(): Promise<string> {
  const database = new BenchsideDatabase();
  await database.open();
  const rows = await Promise.all(
    database.tables
      .filter(({ name }) => name !== 'endpoints')
      .map(async (table) => ({ [table.name]: await table.toArray() })),
  );
  database.close();
  return JSON.stringify([rows, Object.entries(localStorage), Object.entries(sessionStorage)]);
}

function expectNoSecret(text: string): void {
  expect(text.length).toBeGreaterThan(2);
  for (const secret of [KEY, SECRET_PATH, `${host}/`]) {
    expect(text.includes(secret), secret).toBe(false);
  }
}

describe('a run with models behind an endpoint', () => {
  it('is played, says where, and keeps address and key out of all that is stored or leaves', async () => {
    const lab = await openLab();
    const session = await openRun(lab, await add(lab, draftAt('needs-key')));
    await lab.play(session);
    expect(session.state).toMatchObject({ status: 'finished', unitsDone: 2, problem: null });

    const shared = await lab.share(session.runId);
    if (!shared.ok) throw new Error(shared.problem.message);
    const { spec, provenance } = shared.value;
    expect(spec.roles.student).toMatchObject({ source: 'endpoint', dtype: 'unknown' });
    expect(provenance.student).toEqual({
      device: 'remote',
      hardware: `the machine behind ${host}, not known`,
      runtime: 'OpenAI-compatible endpoint; weights and number format not known',
    });

    const link = encodeLink(shared.value);
    expect(link.kind).toBe('link');
    expectNoSecret(JSON.stringify(shared.value));
    expectNoSecret(JSON.stringify(lab.runs.records));
    expectNoSecret(JSON.stringify([(await lab.endpoints()).entries.map(({ model }) => model)]));
    expect(JSON.stringify((await lab.endpoints()).entries)).not.toContain(KEY);
    const stored = await dumpStore();
    // It is the store that the run is in.
    expect(stored).toContain(spec.roles.student.revision);
    expectNoSecret(stored);
    expectNoSecret(`said: ${said.join('\n')}`);

    const replay = await lab.checkParity(session.runId, 'wasm', 1);
    expect(!replay.ok && replay.problem.message).toContain('is behind an endpoint');
  });

  it('stops with the server’s reason, without the secrets that the server repeats, and goes on', async () => {
    const lab = await openLab();
    const session = await openRun(lab, await add(lab, draftAt('repeats-secrets')));
    await lab.play(session);
    expect(session.state.status).toBe('failed');
    expect(session.state.problem?.code).toBe('unsupported-call');
    expect(session.state.problem?.message).toContain(`${host} refused the call (400): Not at …`);
    expectNoSecret(await dumpStore());
    expectNoSecret(`said: ${said.join('\n')}`);
  });

  it('stops where the key is wrong, and goes on with the right one', async () => {
    const lab = await openLab();
    const wrong = draftAt('needs-key', 'sk-wrong-1');
    const session = await openRun(lab, await add(lab, wrong));
    await lab.play(session);
    expect(session.state.problem?.code).toBe('access-denied');
    await add(lab, { ...wrong, key: KEY });
    expect((await lab.endpoints()).entries).toHaveLength(1);
    await lab.play(session);
    expect(session.state).toMatchObject({ status: 'finished', problem: null });
  });

  it('stops where the endpoint was removed, in this tab’s worker and after a reload', async () => {
    const lab = await openLab();
    const model = await add(lab, draftAt('ok'));
    const session = await openRun(lab, model);
    const endpoints = await lab.endpoints();
    await endpoints.remove(endpoints.entries[0]?.key ?? '');
    await lab.play(session);
    expect(session.state.problem?.message).toContain(`This browser has no address for`);
    const planned = await (
      await openLab()
    ).plan({
      packId: 'concept-verification',
      protocolId: null,
      student: { source: 'endpoint', id: model.id, revision: model.revision },
      judge: { source: 'baseline', id: 'random' },
      device: 'wasm',
      limit: 1,
    });
    expect(!planned.ok && planned.problem.message).toContain('Add the endpoint on the Models page');
  });

  it('knows its endpoints again after a reload, and says what is wrong with what is typed', async () => {
    const lab = await openLab();
    await add(lab, draftAt('ok'));
    const later = await (await openLab()).endpoints();
    expect(later.entries).toMatchObject([{ host, hasKey: true, model: { id: MODEL } }]);
    const report = await later.testStored(later.entries[0]?.key ?? '');
    expect(report).toMatchObject({ ok: true, value: { probe: { logprobs: { kind: 'given' } } } });
    const read = later.read({ address: 'nowhere', key: 'a b', model: '' });
    expect(read.ok ? null : Object.values(read.problems).filter(Boolean)).toHaveLength(3);
  });
});
