import { parseArgs } from 'node:util';
import { sumCounts, type Counts } from './testCounts.ts';
import { runStage, STAGES, type Stage } from './testStages.ts';

const NAMES = STAGES.map((stage) => stage.name).join(', ');

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const only = values.only?.split(',').map((name) => name.trim());
const unknown = only?.filter((name) => !STAGES.some((stage) => stage.name === name)) ?? [];

if (unknown.length > 0) {
  console.error(`--only names no such stage: ${unknown.join(', ')}. There are: ${NAMES}.`);
  process.exitCode = 2;
} else {
  const summary: string[] = [];
  const all: Counts[] = [];

  /** Runs stages one after the other, taking each from the list that others may take from, too. */
  async function runAll(stages: Stage[]): Promise<void> {
    for (let stage = stages.shift(); stage !== undefined; stage = stages.shift()) {
      console.log(`\n== ${stage.name}`);
      const startedMs = performance.now();
      const counts = await runStage(stage);
      const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
      const of = `${String(counts.passed)} of ${String(counts.passed + counts.failed)}`;
      summary.push(`${counts.failed === 0 ? 'ok  ' : 'FAIL'} ${stage.name}: ${of} in ${seconds} s`);
      all.push(counts);
    }
  }

  const wanted = STAGES.filter(({ name }) => only?.includes(name) ?? true);
  const readers = wanted.filter(({ isReader }) => isReader === true);
  await Promise.all([runAll(readers), runAll(readers)]);
  await runAll(wanted.filter(({ isReader }) => isReader !== true));
  const { passed, failed } = sumCounts(all);
  console.log(`\n${summary.join('\n')}\n`);
  // Why it failed comes last: whoever sees a part of this output sees its end.
  for (const reason of all.flatMap(({ reasons }) => reasons ?? [])) console.log(`${reason}\n`);
  process.exitCode = failed === 0 ? 0 : 1;
  // The last line, alone: whoever runs this reads the result there.
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
}
