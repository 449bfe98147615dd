/**
 * Prints a saved distillation experiment as Markdown tables, for docs/distillation.md:
 * `npx tsx scripts/describeExperiment.ts static-data/experiments/reference.json [--full N]`, N the arm that the others are held
 * against (0 is the first).
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readExperiment } from '../src/core/distill/readExperiment.ts';
import { totalFlops } from '../src/core/distill/flops.ts';
import {
  summariseExperiment,
  type ArmSummary,
} from '../src/core/distill/summary/summariseExperiment.ts';

interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
}

const fixed = (value: number, digits = 3): string => value.toFixed(digits).replace('-', '−');

function withBounds(estimate: number, bounds: Bounds | null): string {
  if (bounds?.low == null || bounds.high == null) return fixed(estimate);
  return `${fixed(estimate)} [${fixed(bounds.low)}, ${fixed(bounds.high)}]`;
}

function recoveryOf({ recovery }: ArmSummary): string {
  if (recovery === null) return '1';
  return recovery.kind === 'not-defined'
    ? 'not defined'
    : withBounds(recovery.estimate, recovery.interval);
}

function savingsOf({ savings, savingsInterval }: ArmSummary): string {
  if (savings === null) return '1';
  if (savings.ratio !== null) {
    const ends = savingsInterval === null ? [] : [savingsInterval.low, savingsInterval.high];
    const bounds = ends.map((bound) => (bound === null ? 'never' : fixed(bound, 2))).join(', ');
    return `${fixed(savings.ratio, 2)} x${bounds === '' ? '' : ` [${bounds}]`}`;
  }
  return savings.ratioBelow === null ? 'never' : `never (below ${fixed(savings.ratioBelow, 2)} x)`;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { full: { type: 'string', default: '2' } },
  });
  const [file = ''] = positionals;
  const read = readExperiment(await readFile(file, 'utf8'), file);
  if (!read.ok) throw new Error(read.problem.message);
  const arms = summariseExperiment(read.value, { full: Number(values.full) });
  const { runs } = read.value;
  console.log(
    '| Arm | Accuracy at the end | Against full, paired by seed | ... by seed and problem | Gain recovered | GFLOP | Saved at 95 % of full’s accuracy | On the front |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const [index, arm] of arms.entries()) {
    const end = arm.curve.at(-1);
    if (end === undefined) continue;
    const { difference } = arm;
    const cells = [
      arm.name,
      withBounds(end.accuracy.estimate, end.accuracy),
      difference === null ? '—' : withBounds(difference.bySeed.estimate, difference.bySeed),
      difference === null ? '—' : withBounds(difference.bySeed.estimate, difference.bySeedAndItem),
      recoveryOf(arm),
      fixed(end.flops / 1e9, 0),
      savingsOf(arm),
      arm.onFront ? 'yes' : 'no',
    ];
    console.log(`| ${cells.join(' | ')} |`);
    const own = runs.filter((run) => run.arm === index).map(({ points }) => points.at(-1));
    const mean = (of: (point: NonNullable<(typeof own)[number]>) => number): number =>
      own.reduce((sum, point) => sum + (point === undefined ? 0 : of(point)), 0) / own.length;
    console.error(
      `${arm.name}: ${fixed(
        mean(({ step, seconds }) => step / seconds),
        2,
      )} steps/s, ${fixed(
        mean(({ flops, seconds }) => totalFlops(flops) / seconds / 1e9),
        1,
      )} GFLOP/s, ended ${fixed(mean(({ ended }) => ended))}, length ${fixed(
        mean(({ length }) => length),
        1,
      )}; ${arm.curve.map(({ step, accuracy }) => `${String(step)}: ${withBounds(accuracy.estimate, accuracy)}`).join('; ')}`,
    );
  }
}

await main();
