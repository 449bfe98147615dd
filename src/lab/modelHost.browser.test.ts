import { afterEach, describe, expect, it } from 'vitest';
import { choose } from '../core/calls/build.ts';
import type { ModelCall, ModelReply } from '../core/calls/call.ts';
import type { Device } from '../core/calls/model.ts';
import { ModelFailureError } from '../core/models/failure.ts';
import { RANDOM_MODEL, randomReply } from '../core/models/randomReply.ts';
import { ModelHost } from './modelHost.ts';

const call = choose(RANDOM_MODEL, [{ role: 'user', content: 'Heads?' }], ['yes', 'no']);
const paths = { models: location.href, runtime: location.href, hub: location.href };

let workers: Worker[] = [];
let host: ModelHost;

function openHost(): ModelHost {
  workers = [];
  return new ModelHost(
    () => {
      const worker = new Worker(new URL('../../workers/model.worker.ts', import.meta.url), {
        type: 'module',
      });
      workers.push(worker);
      return worker;
    },
    paths,
    () => undefined,
  );
}

afterEach(() => {
  host.end();
});

/** One call's reply. */
async function answer(asked: ModelCall): Promise<ModelReply | undefined> {
  const replies: ModelReply[] = [];
  await host.answerMany([asked], (_, reply) => {
    replies.push(reply);
  });
  return replies[0];
}

describe('ModelHost over the real worker', () => {
  it('answers through the worker, and starts it when it is first needed', async () => {
    host = openHost();
    expect(workers).toHaveLength(0);
    const loaded = await host.load(RANDOM_MODEL, null);
    expect(loaded.hardware).toContain('random');
    expect(await answer(call)).toEqual(randomReply(call));
    expect(workers).toHaveLength(1);
  });

  it('looks at the machine without loading the runtime', async () => {
    host = openHost();
    const { webgpu, wasmThreads } = await host.probe();
    expect(webgpu.kind).toBe('available');
    expect(wasmThreads).toBeGreaterThanOrEqual(1);
  });

  it('fails every pending call when the worker ends, and goes on with a new one', async () => {
    host = openHost();
    await host.load(RANDOM_MODEL, null);
    const pending = [host.probe(), answer(call), host.load(RANDOM_MODEL, null)];
    host.end();
    for (const one of await Promise.allSettled(pending)) {
      expect(one.status).toBe('rejected');
      if (one.status !== 'rejected') continue;
      expect(one.reason).toBeInstanceOf(ModelFailureError);
      expect(one.reason).toMatchObject({ failure: { code: 'worker-died' } });
    }
    await host.load(RANDOM_MODEL, null);
    expect(await answer(call)).toEqual(randomReply(call));
    expect(workers).toHaveLength(2);
  });

  it('lets a late failure of an old worker leave the new one alone', async () => {
    host = openHost();
    const old = host.load(RANDOM_MODEL, null);
    host.end();
    const fresh = host.load(RANDOM_MODEL, null);
    await expect(old).rejects.toMatchObject({ failure: { code: 'worker-died' } });
    expect((await fresh).hardware).toContain('random');
    expect(workers).toHaveLength(2);
  });

  it('tells of every reply that there is when one call among many cannot be answered', async () => {
    host = openHost();
    await host.load(RANDOM_MODEL, null);
    const told = new Map<number, ModelReply>();
    const embed = { kind: 'embed', model: RANDOM_MODEL, text: 'x' } as const;
    const asked = host.answerMany([call, embed, call], (index, reply) => told.set(index, reply));
    await expect(asked).rejects.toMatchObject({ failure: { code: 'unsupported-call' } });
    expect([...told.keys()]).toEqual([0, 2]);
    expect(told.get(2)).toEqual(randomReply(call));
  });

  it('carries a failure as a value: a call that the model cannot answer', async () => {
    host = openHost();
    await host.load(RANDOM_MODEL, null);
    const embed = answer({ kind: 'embed', model: RANDOM_MODEL, text: 'x' });
    await expect(embed).rejects.toMatchObject({ failure: { code: 'unsupported-call' } });
    expect(await answer(call)).toEqual(randomReply(call));
  });

  it('says that a worker died that cannot even start', async () => {
    host = new ModelHost(
      () => new Worker('data:text/javascript,throw new Error("no")'),
      paths,
      () => undefined,
    );
    await expect(host.load(RANDOM_MODEL, null)).rejects.toMatchObject({
      failure: { code: 'worker-died' },
    });
  });
});

describe('ModelHost over a worker that never answers', () => {
  const limits = { usualMs: 200, wasmMs: 1_200, lookEveryMs: 20 };
  const died = { failure: { code: 'worker-died' } };
  const openSilent = (): ModelHost =>
    new ModelHost(
      () => new Worker('data:text/javascript,'),
      paths,
      () => undefined,
      limits,
    );
  /** How long the host waits for a load on this device, in milliseconds. */
  const waitFor = async (device: Device): Promise<number> => {
    const startMs = performance.now();
    await expect(host.load({ ...RANDOM_MODEL, device }, null)).rejects.toMatchObject(died);
    return performance.now() - startMs;
  };

  it('gives up on GPU work after the usual limit', async () => {
    host = openSilent();
    const waitedMs = await waitFor('webgpu');
    expect(waitedMs).toBeGreaterThan(limits.usualMs);
    expect(waitedMs).toBeLessThan(limits.wasmMs);
  });

  it('waits longer while wasm work is pending, whatever else is', async () => {
    host = openSilent();
    const waits = await Promise.all([waitFor('wasm'), waitFor('webgpu')]);
    for (const waitedMs of waits) expect(waitedMs).toBeGreaterThan(limits.wasmMs);
    // The next worker starts with the usual limit again.
    expect(await waitFor('webgpu')).toBeLessThan(limits.wasmMs);
  });
});
