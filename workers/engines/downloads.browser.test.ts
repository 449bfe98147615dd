import { beforeEach, describe, expect, inject, test } from 'vitest';
import type {} from '@vitest/browser-playwright';
import { cdp } from 'vitest/browser';
import { choose } from '../../src/core/calls/build.ts';
import type { LocalModelRef } from '../../src/core/calls/model.ts';
import type { ModelFailure } from '../../src/core/models/failure.ts';
import { FILES_CACHE, PARTS_CACHE } from '../../src/core/models/shelf.ts';
import type { LoadProgress, Outcome } from '../../src/rpc/modelWorker.ts';
import golden from '../trainer/onnx/fixtures/golden.json' with { type: 'json' };
import type { LoadOptions } from './engine.ts';
import { type HubVisit, visitHub } from './hubVisit.ts';
import { messagesOf, openEngine, tinyRef, unwatched, valueOf } from './tinyModels.ts';

const hub = inject('fakeHub');
const MB = 2 ** 20;
/** Makes the tiny graph as large as files that come in parts: two of 8 MiB and a rest. */
const PAD = 17 * MB;
const GRAPH = 'onnx/model.onnx';

beforeEach(async () => {
  await caches.delete(FILES_CACHE);
  await caches.delete(PARTS_CACHE);
});

/** The tiny model at the commit that the imitation gives it. */
async function pinned(changes: Partial<LocalModelRef> = {}): Promise<LocalModelRef> {
  const id = changes.id ?? 'onnx-community/tiny-golden';
  const response = await fetch(`${hub}${id}/resolve/main/config.json`);
  const revision = response.headers.get('x-repo-commit') ?? '';
  expect(revision).toMatch(/^[0-9a-f]{40}$/);
  return tinyRef('', 'wasm', { id, revision, ...changes });
}

/** A load in an engine of its own, as after a reload, and a question to the model where it succeeds. */
async function load(
  visit: HubVisit,
  changes: Partial<LoadOptions> = {},
  ref?: LocalModelRef,
): Promise<Outcome<number>> {
  const engine = openEngine(visit.url);
  const model = ref ?? (await pinned());
  const outcome = await engine.load(model, unwatched(changes));
  try {
    if (!outcome.ok) return outcome;
    const { labels } = golden.chat.single;
    const call = choose(model, messagesOf(golden.chat.messages), labels);
    const { logprobs } = valueOf(await engine.choose(call, new AbortController().signal));
    return { ok: true, value: logprobs[0] ?? NaN };
  } finally {
    await engine.release();
  }
}

async function failure(...of: Parameters<typeof load>): Promise<ModelFailure> {
  const outcome = await load(...of);
  if (outcome.ok) throw new Error('It should have failed.');
  return outcome.failure;
}

async function answers(...of: Parameters<typeof load>): Promise<void> {
  expect(valueOf(await load(...of))).toBeCloseTo(golden.chat.single.logprobs[0] ?? NaN, 3);
}

const graphBytes = async (visit: HubVisit): Promise<number> =>
  (await visit.sent())
    .filter(({ path }) => path === GRAPH)
    .reduce((sum, { bytes }) => sum + bytes, 0);

const cached = async (name: string): Promise<string[]> =>
  (await (await caches.open(name)).keys()).map(({ url }) => url);

/** The padded graph's size. */
const WHOLE = 113_172 + 1 + 4 + PAD;

describe('a large file', () => {
  test('goes on after a lost connection with what is not there, and is whole in the end', async () => {
    const visit = await visitHub(hub, `pad=${String(PAD)}&cutAfter=${String(11 * MB)}`);
    const first = await failure(visit);
    expect(first.code).toBe('network');
    expect(first.message).toContain('8.4 MB of 17.9 MB are kept in this browser.');
    expect(await graphBytes(visit)).toBe(11 * MB);
    expect(await cached(PARTS_CACHE)).toHaveLength(1);

    await visit.set(`pad=${String(PAD)}`);
    await answers(visit);
    const sent = (await visit.sent()).filter(({ path }) => path === GRAPH);
    expect(sent.map(({ range }) => range)).toEqual([
      `bytes=${String(8 * MB)}-${String(16 * MB - 1)}`,
      `bytes=${String(16 * MB)}-${String(WHOLE - 1)}`,
    ]);
    expect(await graphBytes(visit)).toBe(WHOLE - 8 * MB);
    expect(await cached(PARTS_CACHE)).toEqual([]);
    expect((await cached(FILES_CACHE)).filter((url) => url.endsWith(GRAPH))).toHaveLength(1);

    // From here on the network is not needed.
    await visit.set('down');
    await answers(visit);
  });

  test('keeps its parts when the reader stops it', async () => {
    const visit = await visitHub(hub, `pad=${String(PAD)}`);
    const controller = new AbortController();
    const onProgress = ({ file, loadedBytes }: LoadProgress): void => {
      if (file === GRAPH && loadedBytes > 9 * MB) controller.abort();
    };
    expect((await failure(visit, { onProgress, signal: controller.signal })).code).toBe('aborted');
    expect((await cached(PARTS_CACHE)).length).toBeGreaterThanOrEqual(1);
    await visit.set(`pad=${String(PAD)}`);
    await answers(visit);
    expect(await graphBytes(visit)).toBeLessThanOrEqual(WHOLE - 8 * MB);
  });

  test.each(['noRange', 'refuseRange'])('comes at once from a server with %s', async (flaw) => {
    const visit = await visitHub(hub, `pad=${String(PAD)}&${flaw}`);
    await answers(visit);
    expect(await graphBytes(visit)).toBe(WHOLE);
    await visit.set('down');
    await answers(visit);
  });

  test('is begun again when its entity tag has changed between parts', async () => {
    const visit = await visitHub(hub, `pad=${String(PAD)}&cutAfter=${String(9 * MB)}`);
    expect((await failure(visit)).code).toBe('network');
    await visit.set(`pad=${String(PAD)}&etag=other`);
    await answers(visit);
    const places = (await visit.sent()).filter(({ path }) => path === GRAPH);
    // The first part was there, the second told that it is of another file.
    expect(places.map(({ range }) => range?.split('-')[0])).toEqual(
      [8, 0, 8, 16].map((at) => `bytes=${String(at * MB)}`),
    );
  });

  test('of one wrong bit is refused, and fetched anew the next time', async () => {
    const visit = await visitHub(hub, `pad=${String(PAD)}&flip`);
    const { code, message } = await failure(visit);
    expect(code).toBe('checksum');
    expect(message).toMatch(/^onnx\/model\.onnx of \S+ is not the file the hub lists: its SHA-256/);
    expect(await cached(PARTS_CACHE)).toEqual([]);
    expect((await cached(FILES_CACHE)).filter((url) => url.endsWith(GRAPH))).toEqual([]);
    await visit.set(`pad=${String(PAD)}`);
    await answers(visit);
  });

  test('that is cut short on the server says so', async () => {
    const visit = await visitHub(hub, `pad=${String(PAD)}&short=1000`);
    const { code, message } = await failure(visit);
    expect(code).toBe('truncated');
    expect(message).toContain('is cut short or changed');
  });

  test('tells the bytes of all files, and the time that is left', async () => {
    const visit = await visitHub(hub, '');
    const slow = tinyRef('tiny-golden', 'wasm', { revision: 'fault-slow' });
    const heard: LoadProgress[] = [];
    const onProgress = (progress: LoadProgress): void => {
      heard.push(progress);
    };
    await answers(visit, { onProgress }, slow);
    const weights = heard.filter(({ file }) => file === GRAPH);
    const last = weights.at(-1);
    expect(last?.allTotalBytes).toBeGreaterThan(113_172);
    expect(last?.allLoadedBytes).toBe(last?.allTotalBytes);
    expect(weights.some(({ secondsLeft }) => secondsLeft !== null && secondsLeft > 0.2)).toBe(true);
  });
});

describe('a small file', () => {
  test('with one wrong bit, or cut short, is refused by its listing', async () => {
    const flip = await visitHub(hub, 'flip');
    expect((await failure(flip)).code).toBe('checksum');
    const short = await visitHub(hub, 'short=7');
    expect(await failure(short)).toMatchObject({ code: 'truncated' });
  });

  test('that went wrong in the store is fetched again', async () => {
    const visit = await visitHub(hub, '');
    await answers(visit);
    const files = await caches.open(FILES_CACHE);
    const url = (await cached(FILES_CACHE)).find((each) => each.endsWith(GRAPH)) ?? '';
    const kept = await files.match(url);
    const bytes = new Uint8Array((await kept?.arrayBuffer()) ?? []);
    bytes[1_000] = (bytes[1_000] ?? 0) ^ 1;
    await files.put(url, new Response(bytes, { headers: kept?.headers ?? {} }));
    await visit.set('');
    await answers(visit);
    expect(await graphBytes(visit)).toBe(113_172);
  });

  test('loads without a listing, as from a simple mirror', async () => {
    await answers(await visitHub(hub, 'noListing'));
  });
});

describe('before the first byte of the weights', () => {
  test('the reader is asked about a large download', async () => {
    const visit = await visitHub(hub, 'listedSize=60000000');
    expect(await failure(visit)).toMatchObject({
      code: 'needs-consent',
      message:
        'onnx-community/tiny-golden in fp32 has 60.0 MB, which your browser would fetch from the hub.',
    });
    expect(await graphBytes(visit)).toBe(0);
    // The listing lies, so the reader's consent comes to no good; but it was taken.
    expect((await failure(visit, { agreedBytes: 60_000_000 })).code).toBe('truncated');
  });

  test('a file that is too large for a page is refused', async () => {
    const visit = await visitHub(hub, 'listedSize=5000000000');
    const { code, message } = await failure(visit, { agreedBytes: Infinity });
    expect(code).toBe('too-large');
    expect(message).toContain('onnx/model.onnx of onnx-community/tiny-golden has 5.00 GB');
    expect(await graphBytes(visit)).toBe(0);
  });

  test('a browser without room says how much there is', async () => {
    // Six files of 2 GB; this browser says that it has 10 GiB.
    const visit = await visitHub(hub, 'listedSize=2000000000&dataFiles=5');
    const { code, message, remedy } = await failure(visit, { agreedBytes: Infinity });
    expect(code).toBe('no-room');
    expect(message).toMatch(/has 12\.00 GB, and this browser has room for 10\.\d\d GB more: this/);
    expect(remedy).toContain('Delete models');
    expect(await graphBytes(visit)).toBe(0);
  });
});

test('a browser that takes no more says what it took, and keeps it', async () => {
  const { origin } = location;
  const { usage = 0 } = await navigator.storage.estimate();
  const quotaSize = usage + 11_000_000;
  await cdp().send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
  const visit = await visitHub(hub, `pad=${String(PAD)}`);
  try {
    const { code, message } = await failure(visit);
    expect(code).toBe('no-room');
    expect(message).toContain('it took 8.4 MB of the 17.9 MB.');
  } finally {
    await cdp().send('Storage.overrideQuotaForOrigin', { origin });
  }
  await visit.set(`pad=${String(PAD)}`);
  await answers(visit);
  expect(await graphBytes(visit)).toBe(WHOLE - 8 * MB);
});
