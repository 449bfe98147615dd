import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite, ensureBuilt } from './buildSite.ts';
import { FIRST_ROUTE_LIMIT_BYTES, measureFirstRoute } from './bundleSize.ts';
import { checkTypes } from './checkTypes.ts';
import { ensureChromium } from './findChromium.ts';
import { runNode } from './runCommand.ts';
import { countPlaywright, countVitest, type Counts } from './testCounts.ts';

/** A part of the test run that is named, counted and can be asked for alone. */
export interface Stage {
  readonly name: string;
  /** Reads the sources with one core, so that another such stage may run beside it. */
  readonly isReader?: true;
  readonly run: () => Promise<Counts>;
}

/** The longest stages take half of this on a free machine of two cores; one that takes all of it hangs. */
const STAGE_LIMIT_MS = 22 * 60_000;

const PASSED: Counts = { passed: 1, failed: 0 };
const FAILED: Counts = { passed: 0, failed: 1 };

const VITEST = 'node_modules/vitest/vitest.mjs';
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';

/** A stage that is one command over the sources, and passes with its exit code 0. */
function command(name: string, ...args: string[]): Stage {
  return {
    name,
    isReader: true,
    run: async () => {
      const { exitCode } = await runNode(args, { echo: true, timeoutMs: STAGE_LIMIT_MS });
      return exitCode === 0 ? PASSED : FAILED;
    },
  };
}

/** Runs a test runner that writes a JSON report to a file, and counts what the report says. */
async function runAndCount(
  args: (reportFile: string) => { args: string[]; env?: Record<string, string> },
  count: (report: unknown, exitCode: number | null) => Counts,
): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'benchside-test-'));
  const reportFile = join(folder, 'report.json');
  try {
    const { args: given, env = {} } = args(reportFile);
    const options = { echo: true, timeoutMs: STAGE_LIMIT_MS, env };
    const { exitCode } = await runNode(given, options);
    const text = await readFile(reportFile, 'utf8').catch(() => undefined);
    if (text === undefined) {
      console.error('The run ended without a report.');
      return FAILED;
    }
    const report: unknown = JSON.parse(text);
    return count(report, exitCode);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function vitest(project: string): Promise<Counts> {
  return runAndCount(
    (file) => ({
      args: [
        VITEST,
        'run',
        ...['--project', project],
        ...['--reporter', 'default', '--reporter', 'json', '--outputFile.json', file],
      ],
    }),
    countVitest,
  );
}

async function bundleSize(): Promise<Counts> {
  await ensureBuilt();
  const files = await measureFirstRoute();
  for (const { file, gzipBytes } of files) console.log(`${file}: ${String(gzipBytes)} bytes`);
  const total = files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
  const limit = String(FIRST_ROUTE_LIMIT_BYTES);
  console.log(`First route: ${String(total)} bytes of JavaScript after gzip, at most ${limit}.`);
  return files.length > 0 && total <= FIRST_ROUTE_LIMIT_BYTES ? PASSED : FAILED;
}

/** Puts the browser where the stages' programs look for it. */
async function provideChromium(): Promise<void> {
  process.env['CHROMIUM_PATH'] = await ensureChromium();
}

/** Every stage of `npm test`, in order. */
export const STAGES: readonly Stage[] = [
  // The longest of the readers first: the others fit beside it.
  command('lint', 'node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'),
  command('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '.'),
  { name: 'types', isReader: true, run: checkTypes },
  command(
    'deps',
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ...['--config', '.dependency-cruiser.mjs', 'src', 'workers', 'scripts', 'e2e'],
  ),
  command('knip', 'node_modules/knip/bin/knip.js'),
  command(
    'atlas',
    ...['--import', 'tsx', 'scripts/checkAtlas.ts'],
    ...['--seeds', '../shared/seeds', '--if-present'],
  ),
  { name: 'unit', run: () => vitest('unit') },
  { name: 'build', run: () => buildSite().then(() => PASSED) },
  { name: 'size', run: bundleSize },
  {
    name: 'browser',
    run: async () => {
      await provideChromium();
      return vitest('browser');
    },
  },
  {
    name: 'e2e',
    run: async () => {
      await provideChromium();
      await ensureBuilt();
      return runAndCount(
        (file) => ({
          args: [PLAYWRIGHT, 'test', '--reporter', 'list,json'],
          env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
        }),
        countPlaywright,
      );
    },
  },
];

/** Runs one stage; one that throws says why and counts as one failure. */
export async function runStage(stage: Stage): Promise<Counts> {
  try {
    return await stage.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return FAILED;
  }
}
