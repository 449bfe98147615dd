import { afterEach, describe, expect, it } from 'vitest';
import { createRandom } from '../core/random.ts';
import { bootstrapInterval } from '../core/stats/bootstrapInterval.ts';
import { pairedBootstrap } from '../core/stats/comparison/pairedBootstrap.ts';
import { bootstrapMean } from '../core/stats/intervals/bootstrapMean.ts';
import { countBattles, type Battle } from '../core/stats/ratings/battles.ts';
import { bradleyTerry } from '../core/stats/ratings/bradleyTerry.ts';
import { composeLab } from './composition.ts';
import { Statistics, StatisticsError } from './statistics.ts';

let workers: Worker[] = [];
let statistics: Statistics;

function open(): Statistics {
  workers = [];
  statistics = new Statistics(() => {
    const worker = new Worker(new URL('../../workers/stats.worker.ts', import.meta.url), {
      type: 'module',
    });
    workers.push(worker);
    return worker;
  });
  return statistics;
}

afterEach(() => {
  statistics.end();
});

function drawBattles(models: number, count: number): Battle[] {
  const random = createRandom('battles');
  const strengths = Array.from({ length: models }, () => 2 * random.next());
  return Array.from({ length: count }, (): Battle => {
    const a = random.int(models);
    const b = (a + 1 + random.int(models - 1)) % models;
    const gap = (strengths[a] ?? 0) - (strengths[b] ?? 0);
    const wins = random.chance(1 / (1 + Math.exp(-gap)));
    const outcome = random.chance(0.2) ? 'tie' : wins ? 'first' : 'second';
    return { first: `model ${String(a)}`, second: `model ${String(b)}`, outcome };
  });
}

const LOOK_EVERY_MS = 8;

/** Longest time for which the page could do nothing else while something was done, in milliseconds. */
async function longestBlock(
  work: () => Promise<unknown>,
): Promise<{ block: number; took: number }> {
  let last = performance.now();
  let block = 0;
  const look = (): void => {
    const now = performance.now();
    block = Math.max(block, now - last);
    last = now;
  };
  const looking = setInterval(look, LOOK_EVERY_MS);
  const start = performance.now();
  await work();
  const took = performance.now() - start;
  // The look that was held up last comes after the work.
  await new Promise((resolve) => setTimeout(resolve, 3 * LOOK_EVERY_MS));
  clearInterval(looking);
  return { block, took };
}

const few = countBattles(drawBattles(6, 400));
/** 0.5 to 3 minutes of work: more than a test waits for. */
const endless = { rounds: 1_000_000 };

describe('Statistics over the real worker', () => {
  it('gives what core gives, and starts one worker when it is first needed', async () => {
    open();
    expect(workers).toHaveLength(0);
    const rows = Array.from({ length: 30 }, (_, item) => ({
      cluster: String(item % 7),
      value: Math.sin(item),
      first: Math.sin(item),
      second: Math.cos(item),
    }));
    const options = { resamples: 200, seed: 'worker' };
    expect(await statistics.bradleyTerry(few, { rounds: 20 })).toEqual(
      bradleyTerry(few, { rounds: 20 }),
    );
    expect(await statistics.bootstrapMean(rows, options)).toEqual(bootstrapMean(rows, options));
    expect(await statistics.pairedBootstrap(rows, options)).toEqual(pairedBootstrap(rows, options));
    expect(await statistics.bootstrapMean([])).toBeNull();
    expect(workers).toHaveLength(1);
  });

  it('says what the data do not allow, and goes on', async () => {
    open();
    const refused = statistics.bradleyTerry(few, { ridge: -1 });
    await expect(refused).rejects.toBeInstanceOf(StatisticsError);
    await expect(refused).rejects.toMatchObject({
      code: 'refused',
      message: 'The ridge must be above 0, not -1.',
    });
    expect(await statistics.bradleyTerry(few, { rounds: 5 })).toHaveLength(6);
    expect(workers).toHaveLength(1);
  });

  it('ends what is aborted, and computes the next in a new worker', async () => {
    open();
    const stopper = new AbortController();
    const running = statistics.bradleyTerry(few, endless, stopper.signal);
    const next = statistics.bradleyTerry(few, { rounds: 5 });
    setTimeout(() => {
      stopper.abort();
    }, 100);
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(await next).toHaveLength(6);
    expect(workers).toHaveLength(2);
    await expect(statistics.bradleyTerry(few, {}, stopper.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(workers).toHaveLength(2);
  });

  it('tells at once who waits behind another, and leaves that one alone', async () => {
    open();
    const first = statistics.bradleyTerry(few, { rounds: 3000 });
    let firstIsDone = false;
    void first.then(() => (firstIsDone = true));
    const stopper = new AbortController();
    const waiting = statistics.bradleyTerry(few, { rounds: 5 }, stopper.signal);
    stopper.abort(new Error('no longer wanted'));
    await expect(waiting).rejects.toThrow('no longer wanted');
    expect(firstIsDone).toBe(false);
    expect(await first).toHaveLength(6);
    expect(workers).toHaveLength(1);
  });

  it('fails what is pending when the worker ends, and goes on with a new one', async () => {
    open();
    const pending = statistics.bradleyTerry(few, endless);
    setTimeout(() => {
      statistics.end();
    }, 100);
    await expect(pending).rejects.toMatchObject({ code: 'worker-died' });
    await expect(pending).rejects.toThrow(/ended unexpectedly\. Ask again/u);
    expect(await statistics.bradleyTerry(few, { rounds: 5 })).toHaveLength(6);
    expect(workers).toHaveLength(2);
  });

  it('says that a worker died that cannot even start', async () => {
    statistics = new Statistics(() => new Worker('data:text/javascript,throw new Error("no")'));
    await expect(statistics.bootstrapMean([])).rejects.toMatchObject({ code: 'worker-died' });
  });

  it('is what the lab hands out, the same one every time', async () => {
    const lab = composeLab({ base: location.href, hub: location.href });
    statistics = await lab.statistics();
    expect(await lab.statistics()).toBe(statistics);
    expect(await statistics.bradleyTerry(few, { rounds: 5 })).toHaveLength(6);
  });
});

describe('what it takes', () => {
  it('rates 100 models by 200,000 battles and 1,000 resamples without blocking the page', async () => {
    open();
    const battles = drawBattles(100, 200_000);
    const counting = performance.now();
    const table = countBattles(battles);
    const countedMs = performance.now() - counting;
    await statistics.bradleyTerry(few, { rounds: 1 });
    const beside = await longestBlock(async () => {
      const rated = await statistics.bradleyTerry(table);
      expect(rated).toHaveLength(100);
      for (const { low, rating, high } of rated) expect(low < rating && rating < high).toBe(true);
    });
    // The same on the page, a twentieth of it: what the worker spares the reader.
    const onPage = await longestBlock(async () => {
      await Promise.resolve(bradleyTerry(table, { rounds: 50 }));
    });
    console.warn('Bradley-Terry, 100 models, 200,000 battles, 1,000 resamples:', {
      countedMs,
      besideMs: beside.took,
      longestBlockMs: beside.block,
      fiftyResamplesOnPage: onPage,
    });
    // On the page it blocks all the time; beside it, hardly. Other work may hold up either, so the bounds are wide.
    expect(onPage.block).toBeGreaterThan(onPage.took / 2);
    expect(beside.block).toBeLessThan(beside.took / 4);
    expect(beside.took).toBeLessThan(60_000);
  }, 240_000);

  it('bootstraps a mean of 1,000 items ten thousand times, many times as fast as by copying rows', () => {
    open();
    const random = createRandom('rows');
    const rows = Array.from({ length: 1000 }, (_, item) => ({
      cluster: String(item),
      value: random.next(),
    }));
    bootstrapMean(rows);
    /** The quickest of three, since other work may hold up any one of them. */
    const quickest = (compute: () => unknown): number =>
      Math.min(
        ...Array.from({ length: 3 }, () => {
          const start = performance.now();
          compute();
          return performance.now() - start;
        }),
      );
    const fast = () => bootstrapMean(rows, { resamples: 10_000 });
    const slow = () =>
      bootstrapInterval(
        rows,
        (some) => some.reduce((sum, { value }) => sum + value, 0) / some.length,
        { resamples: 10_000 },
      );
    const [fastMs, slowMs] = [quickest(fast), quickest(slow)];
    console.warn('10,000 resamples of a mean over 1,000 items:', { fastMs, slowMs });
    expect(fast()).toEqual(slow());
    expect(fastMs).toBeLessThan(slowMs / 2);
  });
});
