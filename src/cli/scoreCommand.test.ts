import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runNode, type CommandResult } from '../../scripts/runCommand.ts';
import { SAVED_PROTOCOLS } from '../core/scoring/savedProtocols.ts';
import { scoreCommand } from './scoreCommand.ts';
import { UsageError } from './usageError.ts';

const TSX = 'node_modules/tsx/dist/cli.mjs';
const GOOD = '{"gold":"A","verdict":"A"}\n{"gold":"A","verdict":"B"}\n';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benchside-score-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** The real command, as `npm run benchside` starts it. */
function spawnScore(...args: string[]): Promise<CommandResult> {
  return runNode([TSX, 'src/cli/benchside.ts', 'score', ...args], { timeoutMs: 60_000 });
}

/** The same command without a process of its own: what it printed and the error that it ended with. */
async function score(...args: string[]) {
  let output = '';
  const keep = (text: unknown): boolean => {
    output += `${String(text)}\n`;
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(keep),
    vi.spyOn(console, 'error').mockImplementation(keep),
  ];
  try {
    await scoreCommand(args);
    return { output, error: null };
  } catch (error: unknown) {
    return { output, error: error instanceof Error ? error : new Error(String(error)) };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** The sentence of a failure that is not the command line's. */
async function failure(...args: string[]): Promise<string> {
  const { error } = await score(...args);
  if (error === null || error instanceof UsageError) throw new Error('it did not fail as a file');
  return error.message;
}

async function fileOf(text: string | Uint8Array, name = 'in.jsonl'): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

const flatSchema = v.record(v.string(), v.nullable(v.number()));

async function numbersOf(file: string): Promise<Record<string, number | null>> {
  return v.parse(flatSchema, JSON.parse(await readFile(file, 'utf8')));
}

const EXAMPLES: readonly (readonly [string, string, Readonly<Record<string, number>>])[] = [
  [
    'healthbench',
    'healthbench',
    {
      overall_score: 0.5,
      'theme:hedging': 1,
      'axis:accuracy:n_samples': 2,
      'overall_score:n_unscored': 1,
    },
  ],
  ['healthbench-meta', 'healthbenchMeta', { pairwise_model_f1_pos: 0.8 }],
  [
    'pairs',
    'pairs',
    {
      accuracy_half_ties: 0.5,
      two_order_accuracy: 1,
      judgebench_accuracy: 2 / 3,
      first_shown_rate: 0.625,
    },
  ],
  ['best_of', 'bestOf', { credit: 0.5, mrr: 0.5, 'ties:n_samples': 2 }],
  ['steps', 'steps', { process_f1: 1, efficiency: 2 / 3, 'best_of_n@min': 1, n_unscored_steps: 1 }],
  ['verification', 'verification', { recall: 0.75, evidence_recall: 0.5, register_f1_delta: -1 }],
  ['labels', 'labels', { micro_f1: 2 / 3, kappa: 0, span_type_f1: 1, span_strict_f1: 0 }],
  [
    'battles',
    'battles',
    { 'win_rate:large': 5 / 6, 'rank:large': 1, 'ties:small': 1, n_unscored: 1 },
  ],
  ['ratings', 'ratings', { 'leniency:judge': 1 / 4, 'agreement:nurse vs reference': 2 / 3 }],
  ['samples', 'samples', { 'pass@1': 5 / 12, 'pass@4': 1, n_unscored_samples: 1 }],
];

describe('the command itself', { timeout: 120_000 }, () => {
  it('writes the numbers and ends with 0', async () => {
    const out = join(folder, 'out.json');
    const { exitCode, output } = await spawnScore(
      ...['--protocol', 'healthbench', '--in', 'docs/examples/healthbench.jsonl', '--json', out],
    );
    expect(exitCode).toBe(0);
    expect(output).toContain('Verdicts are missing, 1 of them for one number.');
    expect(await numbersOf(out)).toMatchObject({ overall_score: 0.5, 'theme:hedging': 1 });
  });

  it('names a bad line, ends with 1, and leaves the file that was there as it was', async () => {
    const out = await fileOf('{"kept": 1}', 'out.json');
    const input = await fileOf(`${GOOD}{"gold":"\\u001b[31m","verdict":"A"}`);
    const { exitCode, output } = await spawnScore(
      ...['--protocol', 'pairs', '--in', input, '--json', out],
    );
    expect(exitCode).toBe(1);
    expect(output).toContain('in.jsonl, line 3, field “gold”: must be "A", "B" or null.');
    expect(output).toContain('docs/scoring.md');
    expect(output).not.toContain('Usage:');
    expect(output).not.toContain('\u001b[31m');
    expect(await readFile(out, 'utf8')).toBe('{"kept": 1}');
    expect((await readdir(folder)).sort()).toEqual(['in.jsonl', 'out.json']);
  });

  it('ends with 2 for a wrong command line, and says how it is used', async () => {
    const { exitCode, output } = await spawnScore('--protocol', 'rouge', '--in', 'x');
    expect(exitCode).toBe(2);
    expect(output).toContain('--protocol is “rouge”; it can be healthbench,');
    expect(output).toContain('score --protocol ID --in FILE');
  });
});

describe('scoreCommand', () => {
  it('has an example of every protocol', () => {
    expect(EXAMPLES.map(([id]) => id)).toEqual(SAVED_PROTOCOLS.map(({ id }) => id));
  });

  it.each(EXAMPLES)('scores the example of %s', async (id, name, want) => {
    const out = join(folder, 'deep', 'out.json');
    const { error, output } = await score(
      ...['--protocol', id, '--in', `docs/examples/${name}.jsonl`, '--json', out],
    );
    expect(error).toBeNull();
    expect(output.includes('Verdicts are missing')).toBe(
      !['healthbenchMeta', 'bestOf', 'labels'].includes(name),
    );
    const numbers = await numbersOf(out);
    for (const [metric, value] of Object.entries(want))
      expect(numbers[metric], metric).toBeCloseTo(value, 12);
    expect(await readdir(join(folder, 'deep'))).toEqual(['out.json']);
  });

  it('prints the numbers where no file is named, and takes a byte order mark', async () => {
    const { output } = await score('--protocol', 'pairs', '--in', await fileOf(`\uFEFF${GOOD}`));
    expect(JSON.parse(output)).toMatchObject({ accuracy: 0.5, 'accuracy:n_samples': 2 });
  });

  it('says how many verdicts are missing', async () => {
    const gaps = await fileOf(
      '{"gold":"A","verdict":null}\n{"gold":"B"}\n{"gold":"A","verdict":"A"}',
    );
    const { output } = await score('--protocol', 'pairs', '--in', gaps);
    expect(output).toContain('Verdicts are missing, 2 of them for one number.');
  });

  it('says what an all-results file lacks, and takes it from the items', async () => {
    const results = {
      metrics: { 'theme:x': 1, 'theme:x:n_samples': 1, overall_score: 1 },
      metadata: {
        example_level_metadata: [
          { prompt_id: 'p', rubric_items: [{ points: 1, criteria_met: true }] },
        ],
      },
    };
    const file = await fileOf(JSON.stringify(results, null, 2), 'allresults.json');
    const alone = await score('--protocol', 'healthbench', '--in', file);
    expect(alone.error).toBeNull();
    expect(alone.output).toContain('holds 2 numbers that cannot be computed from it');
    expect(alone.output).toContain('--items');
    expect(alone.output).not.toContain('Verdicts are missing');
    const items = await fileOf('{"prompt_id":"p","example_tags":["theme:x"]}', 'items.jsonl');
    const joined = await score('--protocol', 'healthbench', '--in', file, '--items', items);
    expect(JSON.parse(joined.output)).toMatchObject({ 'theme:x': 1 });
    const wrong = await fileOf('{"prompt_id":"p"}', 'items.jsonl');
    expect(await failure('--protocol', 'healthbench', '--in', file, '--items', wrong)).toContain(
      'items.jsonl, line 1, field “example_tags”: is missing.',
    );
  });

  it('takes tags with odd characters as plain keys', async () => {
    const row = '{"rubrics":[{"points":1,"tags":["__proto__","\\u001b[31m"]}],"verdicts":[true]}';
    const out = join(folder, 'out.json');
    await score('--protocol', 'healthbench', '--in', await fileOf(row), '--json', out);
    const text = await readFile(out, 'utf8');
    expect(text).toContain('"__proto__": 1');
    expect(text).toContain(String.raw`"\u001b[31m": 1`);
  });

  it.each([
    ['', 'is empty. Write one JSON object a line.'],
    ['{"gold":NaN}', 'line 1 is not JSON'],
    [Uint8Array.of(0x7b, 0xff, 0x7d), 'is not text in UTF-8'],
    ['{"scores":[1,1e999],"gold":"A"}', 'field “scores.1”'],
  ])('refuses %o', async (text, part) => {
    expect(await failure('--protocol', 'pairs', '--in', await fileOf(text))).toContain(part);
  });

  it('refuses what is not there, not a file, or too large, and says so', async () => {
    const read = (file: string) => failure('--protocol', 'pairs', '--in', file);
    expect(await read(join(folder, 'none.jsonl'))).toMatch(
      /none\.jsonl could not be read: .*ENOENT/,
    );
    expect(await read(folder)).toContain('could not be read: it is not a plain file. Name another');
    const huge = await fileOf(GOOD);
    await truncate(huge, 256 * 1024 * 1024 + 1);
    expect(await read(huge)).toContain('it is larger than 256 MB; split it');
  });

  it('writes nothing where the place cannot be written', async () => {
    const out = join(folder, 'out.json');
    await mkdir(out);
    const input = await fileOf(GOOD);
    const write = (file: string) => failure('--protocol', 'pairs', '--in', input, '--json', file);
    expect(await write(out)).toMatch(/out\.json could not be written: .*\.$/);
    expect(await write(join(input, 'below', 'out.json'))).toContain('could not be written');
    expect((await readdir(folder)).sort()).toEqual(['in.jsonl', 'out.json']);
    expect(await readdir(out)).toEqual([]);
  });

  it.each([
    [[], 'score needs --protocol: one of healthbench, healthbench-meta, pairs'],
    [['--protocol', 'rouge', '--in', 'x'], '--protocol is “rouge”; it can be healthbench,'],
    [['--protocol', 'pairs'], 'score needs --in'],
    [['--protocol', 'pairs', '--in', 'x', '--json', ''], '--json needs the name of a file'],
    [['--protocol', 'pairs', '--in', 'x', '--json', './x'], 'which is read from'],
    [['--protocol', 'pairs', '--in', 'x', '--items', 'y'], '--items is not for the protocol pairs'],
    [
      ['--protocol', 'healthbench', '--in', 'x', '--items', 'y', '--json', 'y'],
      'which is read from',
    ],
  ])('refuses the command line %o', async (args, part) => {
    const { error } = await score(...args);
    expect(error).toBeInstanceOf(UsageError);
    expect(error?.message).toContain(part);
  });

  it('explains itself', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    await scoreCommand(['--help']);
    const [[text] = []] = log.mock.calls;
    log.mockRestore();
    for (const { id, title } of SAVED_PROTOCOLS) {
      expect(text).toContain(id);
      expect(text).toContain(title);
    }
    expect(text).toContain('Exit code: 0');
  });
});
