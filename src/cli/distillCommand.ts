import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readDesign } from '../core/distill/readExperiment.ts';
import type { DistillReport } from '../core/share/pageApi.ts';
import { deleteProfile } from './freshProfile.ts';
import { openSite } from './openSite.ts';
import { readInput } from './readInput.ts';
import { UsageError } from './usageError.ts';
import { writeWhole } from './writeWhole.ts';

const USAGE = `Usage: npm run benchside -- distill --design FILE --json OUT [options]

  --design FILE  JSON: a design (title, teacher, student, settings, arms, seeds), or an experiment that
                 was saved before, whose design is trained again
  --json OUT     where the experiment is written, finished or not; the Experiments page opens the file
  --device D     auto, webgpu or wasm (wasm)
  --profile DIR  where the browser keeps checkpoints and figures (.cache/profile); the same command with
                 the same profile goes on from the last checkpoint
  --fresh        start with an empty profile
  --software-gpu give the browser a WebGPU adapter in software (slow; for checks)`;

const DEVICES = ['auto', 'webgpu', 'wasm'] as const;

declare global {
  interface Window {
    benchsideDistill: (report: DistillReport) => Promise<void>;
  }
}

function required(option: string, value: string | undefined): string {
  if (value !== undefined && value !== '') return value;
  throw new UsageError(`distill needs --${option}.`);
}

/** Progress on standard error, a line a change. */
function printer(): (report: DistillReport) => void {
  let last = '';
  return ({ status, done, total, now }) => {
    const line = `${String(done)} of ${String(total)} steps, ${status}${now === null ? '' : `: ${now}`}`;
    if (line !== last) process.stderr.write(`${line}\n`);
    last = line;
  };
}

/**
 * Trains a design in a headless browser over the built site, and writes what came of it.
 *
 * @throws UsageError, and Error with the page's own sentence where the design cannot be trained.
 */
export async function distillCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      design: { type: 'string' },
      json: { type: 'string' },
      device: { type: 'string', default: 'wasm' },
      profile: { type: 'string', default: '.cache/profile' },
      fresh: { type: 'boolean', default: false },
      'software-gpu': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const file = required('design', values.design);
  const out = resolve(required('json', values.json));
  const device = DEVICES.find((one) => one === values.device);
  if (device === undefined) {
    throw new UsageError(`--device is “${values.device}”; it can be ${DEVICES.join(', ')}.`);
  }
  const design = await readInput(file, '--design');
  // Before a browser is started: the page checks it again.
  const checked = readDesign(design, file);
  if (!checked.ok) throw new UsageError(checked.problem.message);
  const profile = resolve(values.profile);
  if (values.fresh) await deleteProfile(profile);
  const site = await openSite({ profile, hub: null, softwareGpu: values['software-gpu'] });
  try {
    await site.page.exposeFunction('benchsideDistill', printer());
    const outcome = await site.page.evaluate(
      async (request) =>
        await window.benchside.distill(request, (report) => {
          void window.benchsideDistill(report);
        }),
      { design, device },
    );
    if (!outcome.ok) throw new Error(outcome.problem.message);
    const { report, experiment } = outcome.value;
    await writeWhole(out, `${JSON.stringify(experiment, null, 1)}\n`);
    console.log(`${out}: ${String(report.done)} of ${String(report.total)} steps.`);
    if (report.problem !== null) process.stderr.write(`${report.problem}\n`);
    if (report.status !== 'finished') process.exitCode = 1;
  } finally {
    await site.close();
  }
}
