import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { initialRunState } from '../core/runs/state.ts';
import { BenchsideDatabase } from './database.ts';
import { MemoRepository } from './memoRepository.ts';
import type { RunRecord, ScoreRecord } from './records.ts';
import { RunRepository } from './runRepository.ts';
import { TUNING_VERSION, type DeviceTuning } from '../core/models/tuning.ts';
import { StampRepository } from './stampRepository.ts';
import { TuningRepository } from './tuningRepository.ts';

const reply = {
  kind: 'choose',
  logprobs: [-0.1, -2],
  probabilities: [0.87, 0.13],
  promptTokens: 5,
  latencyMs: 1,
} as const;

const model = { source: 'bundled', id: 'm', revision: '1', dtype: 'fp32', device: 'wasm' } as const;

function record(runId: string): RunRecord {
  return {
    runId,
    origin: 'local',
    spec: {
      packId: 'p',
      packHash: 'a'.repeat(64),
      protocol: { id: 'x', version: 1 },
      roles: { student: model, judge: model },
      limit: null,
      epochs: 1,
    },
    state: initialRunState,
    createdAt: 1,
    updatedAt: 2,
    execution: null,
    parity: [],
    provenance: null,
    summary: null,
    summaryVersion: 1,
  };
}

function score(runId: string, unitKey: string): ScoreRecord {
  return { runId, unitKey, itemId: unitKey, values: { correct: 1 }, detail: null, calls: [] };
}

let database: BenchsideDatabase;
let names = 0;

beforeEach(() => {
  names += 1;
  database = new BenchsideDatabase(`test-${String(names)}`);
});

afterEach(async () => {
  await database.delete();
});

describe('MemoRepository', () => {
  it('finds what was remembered and counts what was paid for twice', async () => {
    const memo = new MemoRepository(database);
    await memo.remember('one', 'm', reply);
    await memo.remember('two', 'm', reply);
    await memo.remember('two', 'm', reply);
    expect(await memo.find(['two', 'none', 'one'])).toEqual(
      new Map([
        ['two', reply],
        ['one', reply],
      ]),
    );
    expect(await database.memo.count()).toBe(2);
    expect((await database.memo.get('two'))?.timesAnswered).toBe(2);
  });
});

describe('StampRepository', () => {
  const stamped = { key: 'k', stamp: { verdict: 'reference' }, attempts: 1 } as const;

  it('keeps the last stamp of a key', async () => {
    const stamps = new StampRepository(database);
    expect(await stamps.find('k')).toBeUndefined();
    await stamps.save({ ...stamped, attempts: 0 });
    await stamps.save(stamped);
    expect(await stamps.find('k')).toEqual(stamped);
  });

  it('comes to a browser that has runs of before, and leaves them as they are', async () => {
    const name = 'of-before';
    const before = new Dexie(name);
    before.version(1).stores({
      memo: 'identity, modelKey',
      runs: 'runId, origin, spec.packId, updatedAt',
      scores: '[runId+unitKey], runId',
      executions: 'modelKey',
    });
    before.version(2).stores({ endpoints: 'modelKey' });
    await before.table('runs').put(record('old'));
    before.close();
    const now = new BenchsideDatabase(name);
    expect(await new RunRepository(now).find('old')).toEqual(record('old'));
    await new StampRepository(now).save(stamped);
    expect(await now.stamps.count()).toBe(1);
    await now.delete();
  });
});

describe('TuningRepository', () => {
  const tuning: DeviceTuning = {
    modelKey: 'bundled:m@1/fp32/wasm',
    version: TUNING_VERSION,
    id: 'm',
    dtype: 'fp32',
    device: 'wasm',
    hardware: 'wasm, 2 threads',
    runtime: 'r',
    figures: {
      verdictsPerSecond: 12.5,
      prefillTokensPerSecond: null,
      writing: [{ batch: 4, tokensPerSecond: 99 }],
      tookMs: 1234,
    },
    measuredAt: '2026-11-21T20:00:00.000Z',
  };

  it('keeps the last measurement of a model, newest first', async () => {
    const tunings = new TuningRepository(database);
    const other = { ...tuning, modelKey: 'other', measuredAt: '2026-11-21T21:00:00.000Z' };
    await tunings.save({ ...tuning, hardware: 'wasm, 1 thread' });
    await tunings.save(tuning);
    await tunings.save(other);
    expect(await tunings.all()).toEqual([other, tuning]);
    await tunings.remove('other');
    expect(await tunings.all()).toEqual([tuning]);
  });

  it('passes over what it cannot read, and keeps it', async () => {
    const tunings = new TuningRepository(database);
    const strange = { ...tuning, modelKey: 'strange', device: 'npu' };
    await database.table('tunings').put(strange);
    await tunings.save(tuning);
    expect(await tunings.all()).toEqual([tuning]);
    expect(await database.tunings.count()).toBe(2);
  });

  it('comes to a browser of version 3 and leaves everything there as it is', async () => {
    const name = 'of-version-3';
    const before = new Dexie(name);
    before.version(3).stores({
      memo: 'identity, modelKey',
      runs: 'runId, origin, spec.packId, updatedAt',
      scores: '[runId+unitKey], runId',
      executions: 'modelKey',
      endpoints: 'modelKey',
      stamps: 'key',
    });
    const rows = {
      memo: { identity: 'i', modelKey: 'm', reply, answeredAt: 1, timesAnswered: 1 },
      runs: record('old'),
      scores: score('old', 'a'),
      executions: {
        modelKey: 'm',
        execution: { device: 'wasm', hardware: 'wasm, 2 threads', runtime: 'x' },
      },
      endpoints: { modelKey: 'e', model: {}, base: 'http://127.0.0.1', key: null, addedAt: 1 },
      stamps: { key: 'k', stamp: { verdict: 'reference' }, attempts: 1 },
    };
    for (const [table, row] of Object.entries(rows)) await before.table(table).put(row);
    before.close();
    const now = new BenchsideDatabase(name);
    await new TuningRepository(now).save(tuning);
    for (const [table, row] of Object.entries(rows))
      expect(await now.table(table).toArray()).toEqual([row]);
    expect(now.verno).toBe(6);
    await now.delete();
  });
});

describe('what models ran on', () => {
  it('is kept by model, the last one counting', async () => {
    const memo = new MemoRepository(database);
    const execution = { device: 'wasm', hardware: 'wasm, 2 threads', runtime: 'x' } as const;
    await memo.noteExecution('m', { ...execution, hardware: 'wasm, 1 thread' });
    await memo.noteExecution('m', execution);
    expect(await memo.executions(['m', 'never'])).toEqual(new Map([['m', execution]]));
  });
});

describe('RunRepository', () => {
  it('writes a run and its scores together, and the same score once', async () => {
    const runs = new RunRepository(database);
    await runs.saveWithScores(record('r'), [score('r', 'a'), score('r', 'b')]);
    await runs.saveWithScores(record('r'), [score('r', 'b')]);
    await runs.saveWithScores(record('other'), [score('other', 'a')]);
    expect(await runs.scores('r')).toHaveLength(2);
  });

  it('writes neither when one cannot be written', async () => {
    const runs = new RunRepository(database);
    // A function cannot be stored: the second write of the transaction fails.
    const broken = Object.assign(score('r', 'b'), { values: { f: () => 0 } });
    await expect(runs.saveWithScores(record('r'), [score('r', 'a'), broken])).rejects.toThrow();
    expect(await runs.find('r')).toBeUndefined();
    expect(await runs.scores('r')).toEqual([]);
  });

  it('deletes a run in a way that can be undone', async () => {
    const runs = new RunRepository(database);
    await runs.saveWithScores(record('r'), [score('r', 'a')]);
    const removed = await runs.remove('r');
    expect(await runs.all()).toEqual([]);
    expect(removed).not.toBeNull();
    if (removed !== null) await runs.saveWithScores(removed.record, removed.scores);
    expect(await runs.scores('r')).toEqual([score('r', 'a')]);
    expect(await runs.remove('never')).toBeNull();
  });
});
