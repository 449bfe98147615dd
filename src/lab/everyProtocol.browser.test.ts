import { Dexie } from 'dexie';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROTOCOL_HEADS } from '../core/protocols/protocolHeads.ts';
import type { ProtocolHead, Role } from '../core/protocols/protocol.ts';
import type { RunSummary } from '../core/runs/runSummary.ts';
import { composeLab, HUB } from './composition.ts';
import type { Lab } from './lab.svelte.ts';

/** Enough for several clusters; every item costs a real model's time. */
const LIMIT = 3;
/** Notes to examine, with and without the concept asked for: the leading number is over both. */
const LIMIT_OF_SUMMARIES = 20;
/** Other work may share the cores; a slow machine is not a failure. */
const PATIENCE = 240_000;

/** The bundled model that the pack's protocols are meant for, where it is not the smallest one of all. */
function playerOf({ id, packKind }: ProtocolHead, role: Role): string {
  if (packKind === 'multistep-arithmetic') {
    // Rewards of steps come from a pair: a stronger model, and the one that it is compared with.
    return role === 'student' && id === 'implicit-process-reward'
      ? 'arithmetic-teacher'
      : 'arithmetic-student';
  }
  if (role === 'student') return 'student-small';
  return id === 'likert-expectation' ? 'rating-judge' : 'rubric-judge';
}

/** Estimates by their metric, each with the number of items it is over. */
function estimates(summary: RunSummary | null | undefined) {
  return (summary?.metrics ?? []).map(({ metricId, interval }) => ({
    metricId,
    n: interval?.n ?? 0,
    estimate: interval?.estimate ?? null,
  }));
}

let lab: Lab;

beforeAll(async () => {
  await Dexie.delete('benchside');
  lab = composeLab({ base: new URL('/', location.href).href, hub: HUB });
  await lab.load();
});

describe('played over its pack by models that answer', () => {
  it.each(PROTOCOL_HEADS)('$id', { timeout: PATIENCE }, async (head) => {
    const pack = lab.packs.manifests.find(({ kind }) => kind === head.packKind);
    const limit = head.id === 'cross-examination' ? LIMIT_OF_SUMMARIES : LIMIT;
    const planned = await lab.plan({
      packId: pack?.id ?? '',
      protocolId: head.id,
      student: { source: 'bundled', id: playerOf(head, 'student') },
      judge: { source: 'bundled', id: playerOf(head, 'judge') },
      device: 'wasm',
      limit,
    });
    if (!planned.ok) throw new Error(planned.problem.message);
    const session = await lab.open(planned.value.spec);
    if (!session.ok) throw new Error(session.problem.message);
    await lab.play(session.value);
    expect(session.value.state).toMatchObject({ status: 'finished', unitsDone: limit });
    // What a protocol before it asked in the same words is not asked again.
    const { callsMade, callsRemembered } = session.value.state;
    expect(callsMade + callsRemembered).toBeGreaterThan(0);

    // Each role that the protocol has was played by that model, and what it ran on is on the record.
    const record = lab.runs.find(session.value.runId);
    for (const role of head.roles) {
      expect(record?.spec.roles[role].id).toBe(playerOf(head, role));
      expect(record?.execution?.[role].device).toBe('wasm');
    }

    // The metric that boards sort by was measured, and scores as links carry them, rounded, say the same of every metric.
    const interval = record?.summary?.metrics[0]?.interval ?? null;
    expect(interval?.estimate).toSatisfy(Number.isFinite);
    expect(interval?.n).toBeGreaterThan(0);
    const bundle = await lab.share(session.value.runId);
    if (!bundle.ok) throw new Error(bundle.problem.message);
    const brought = await lab.runs.import(bundle.value, 'shared');
    if (!brought.ok) throw new Error(brought.problem.message);
    expect(estimates(brought.value.summary)).toEqual(
      estimates(record?.summary).map(({ estimate, ...rest }) => ({
        ...rest,
        estimate: estimate === null ? null : (expect.closeTo(estimate, 2) as unknown),
      })),
    );
  });
});
