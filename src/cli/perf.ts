import type { LocalModelRef } from '../core/calls/model.ts';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { filesForFormat, weightsFileOf } from '../core/models/bundledWeights.ts';
import { parseModelCard } from '../core/models/card.ts';
import { tuningFiguresSchema } from '../core/models/tuning.ts';
import { loadedSchema } from './perf/loadedSchema.ts';
import { besideWasm } from './perf/besideWasm.ts';
import { compareAll, describe, describeTuning } from './perf/comparisons.ts';
import { openPerfPage, type PerfPage } from './perf/perfPage.ts';

const USAGE = `Measures the engine: each way of saving work against doing without it, in turn, in one browser.

  npm run perf -- [--model NAME] [--dtype FORMAT] [--device both|wasm|webgpu] [--build jspi|asyncify] [--json FILE]
                  [--memory CALLS]

--model   a bundled decoder (rubric-judge)
--dtype   one of its number formats (fp16)
--device  where it runs (both): wasm, and beside it WebGPU over the machine's own adapter or, where there is none, over one in
          software, which does less of the same work
--build   how the runtime's wasm waits (jspi where the browser has it)
--json    writes the raw figures
--memory  calls to watch memory over (2000)

  npm run perf -- boards [--runs N] [--scores N] [--json FILE]

Measures a board over a store with many made-up runs (2000 runs, 1000000 item scores) against its targets.`;

const root = resolve(import.meta.dirname, '../..');

/** Calls between two looks at the memory. */
const CALLS_A_LOOK = 200;

interface MemoryLook {
  readonly calls: number;
  readonly bytes: number;
}

async function watchMemory(page: PerfPage, calls: number): Promise<MemoryLook[]> {
  const looks: MemoryLook[] = [];
  for (let done = 0; done < calls; done += CALLS_A_LOOK) {
    await page.call('answer', CALLS_A_LOOK);
    const bytes = await page.memory();
    if (bytes !== null) looks.push({ calls: done + CALLS_A_LOOK, bytes });
  }
  return looks;
}

/** How much the most of the later half is over the most of the earlier half, where the first look is warm-up. */
function growth(looks: readonly MemoryLook[]): number | null {
  const half = Math.ceil(looks.length / 2);
  const most = (some: readonly MemoryLook[]): number => Math.max(...some.map(({ bytes }) => bytes));
  if (looks.length < 3) return null;
  return most(looks.slice(half)) / most(looks.slice(1, half)) - 1;
}

const countSchema = v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(0));

/** Figures beside targets; being slow is a finding and no failure of the command. */
async function boards(runs: string, scores: string, json: string | undefined): Promise<void> {
  const { describeBoardFigures, measureBoards, writeBoardFigures } =
    await import('./perf/boards/measureBoards.ts');
  const wanted = { runs: v.parse(countSchema, runs), scores: v.parse(countSchema, scores) };
  const print = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  const figures = await measureBoards(root, wanted, print);
  print(describeBoardFigures(figures));
  if (json !== undefined) await writeBoardFigures(json, figures);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: 'string', default: '2000' },
      scores: { type: 'string', default: '1000000' },
      model: { type: 'string', default: 'rubric-judge' },
      dtype: { type: 'string', default: 'fp16' },
      device: { type: 'string', default: 'both' },
      build: { type: 'string' },
      json: { type: 'string' },
      memory: { type: 'string', default: '2000' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const [what] = positionals;
  if (what === 'boards') {
    await boards(values.runs, values.scores, values.json);
    return;
  }
  if (what !== undefined) throw new Error(`Nothing called “${what}” is measured. ${USAGE}`);
  const dtype = v.parse(v.picklist(['fp32', 'fp16', 'q4']), values.dtype);
  const devices = v.parse(v.picklist(['both', 'wasm', 'webgpu']), values.device);
  const device = devices === 'webgpu' ? 'webgpu' : 'wasm';
  const build = v.parse(v.nullable(v.picklist(['jspi', 'asyncify'])), values.build ?? null);
  const calls = v.parse(
    v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(0), v.maxValue(100_000)),
    values.memory,
  );
  const card = parseModelCard(
    await readFile(resolve(root, `static-data/models/${values.model}/card.json`), 'utf8').catch(
      () => {
        throw new Error(`There is no bundled model "${values.model}".`);
      },
    ),
  );
  if (!card.ok) throw new Error(card.error);
  const { files } = card.card;
  const weights = weightsFileOf(files, dtype);
  if (weights === undefined)
    throw new Error(`${values.model} has no weights in ${dtype}: choose another --dtype.`);
  const page = await openPerfPage(root);
  const print = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  try {
    const { address } = page;
    const paths = { models: `${address}data/models/`, runtime: `${address}ort/`, hub: address };
    const model: LocalModelRef = {
      source: 'bundled',
      id: values.model,
      revision: weights.sha256,
      dtype,
      device,
    };
    const opened = { model, files: filesForFormat(files, dtype), build };
    const loaded = v.parse(loadedSchema, await page.call('open', paths, opened));
    print(
      `${values.model} in ${dtype} on ${device}: ${loaded.hardware}, ${loaded.runtime}, Chromium ${page.browserVersion}, ${String(cpus().length)} cores\n`,
    );
    const comparisons = await compareAll(page, 'full', (comparison) => {
      print(`${describe(comparison)}\n`);
    });
    const overheadMs = v.parse(v.number(), await page.call('callOverhead'));
    print(`A call of a few tokens takes ${overheadMs.toFixed(2)} ms.`);
    const memory = await watchMemory(page, calls);
    const grown = growth(memory);
    if (grown !== null)
      print(
        `Memory over ${String(calls)} calls: at most ${(Math.max(...memory.map(({ bytes }) => bytes)) / 2 ** 20).toFixed(0)} MiB; ` +
          `the later half is ${(grown * 100).toFixed(1)} % over the earlier half.`,
      );
    const tuning = v.parse(tuningFiguresSchema, await page.call('tune'));
    print(`\n${describeTuning(device, tuning)}`);
    const beside =
      devices === 'both' ? await besideWasm(page, paths, opened, comparisons, print) : null;
    if (values.json !== undefined) {
      const report = {
        format: 'benchside-perf',
        formatVersion: 1,
        model,
        loaded,
        browser: page.browserVersion,
        cores: cpus().length,
        comparisons,
        overheadMs,
        memory,
        tuning,
        webgpu: beside,
      };
      await writeFile(values.json, `${JSON.stringify(report, null, 1)}\n`);
    }
  } finally {
    await page.close();
  }
}

await main();
