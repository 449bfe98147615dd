import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Recipe } from '../../core/models/zoo/recipe.ts';
import type { TokenizerFiles } from '../../core/models/zoo/tokenizer/tokenizerFiles.ts';
import { curveSchema, type CurveRow, type Progress } from './pageReplies.ts';
import type { Trainer } from './trainer.ts';

const STEPS_PER_LINE = 20;
const STEPS_PER_EVALUATION = 100;
const STEPS_PER_CHECKPOINT = 200;
/** Validation batches of an evaluation on the way, and of the last one, which the card shows. */
const BATCHES = 4;
const FINAL_BATCHES = 24;

export interface TrainingOptions {
  /** Folder that the trainer reads and writes; a model's files are in a folder of its name. */
  readonly folder: string;
  readonly backend: 'wasm' | 'webgpu';
  /** Go on from the last checkpoint where there is one. */
  readonly resume: boolean;
  /** Take no step: look at the last checkpoint only. */
  readonly noSteps: boolean;
  /** Says, between calls to the trainer, whether to stop. */
  readonly isStopped: () => boolean;
  readonly print: (line: string) => void;
}

export interface TrainingOutcome {
  readonly finished: boolean;
  readonly parameters: number;
  readonly progress: Progress;
  readonly curve: readonly CurveRow[];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function describe(
  recipe: Recipe,
  loss: number,
  norm: number,
  before: Progress,
  now: Progress,
): string {
  const seconds = now.seconds - before.seconds;
  const perSecond = (now.tokens - before.tokens) / seconds;
  const left = ((recipe.schedule.totalSteps - now.step) * seconds) / (now.step - before.step);
  return (
    `${recipe.name} step ${String(now.step)}/${String(recipe.schedule.totalSteps)}` +
    ` loss ${loss.toFixed(4)} norm ${norm.toFixed(2)}` +
    ` ${perSecond.toFixed(0)} tokens/s, ${(left / 60).toFixed(1)} min left`
  );
}

async function readCurve(file: string): Promise<CurveRow[]> {
  const text = await readFile(file, 'utf8').catch(() => '[]');
  const parsed = v.safeParse(curveSchema, JSON.parse(text));
  return parsed.success ? parsed.output : [];
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/**
 * Trains one model to its recipe's last step, or until stopped; either way the last state is in its
 * checkpoint, and the log of losses beside it.
 */
export async function trainModel(
  trainer: Trainer,
  recipe: Recipe,
  tokenizer: TokenizerFiles,
  options: TrainingOptions,
): Promise<TrainingOutcome> {
  const { print } = options;
  const folder = join(options.folder, recipe.name);
  const curveFile = join(folder, 'curve.json');
  await mkdir(folder, { recursive: true });
  if (!options.resume) await rm(join(folder, 'checkpoint'), { force: true });
  const checkpoint = `${recipe.name}/checkpoint`;
  const resumed = await exists(join(folder, 'checkpoint'));
  const opened = await trainer.open(
    {
      recipe,
      tokenizer: { tokenizer: tokenizer.tokenizer, config: tokenizer.config },
      backend: options.backend,
    },
    resumed ? checkpoint : null,
  );
  if (!opened.ok) throw new Error(`${recipe.name}: ${opened.error}`);
  const curve = resumed
    ? (await readCurve(curveFile)).filter((row) => row.step <= opened.progress.step)
    : [];
  print(
    `${recipe.name}: ${String(opened.parameters)} parameters, from step ${String(opened.progress.step)}`,
  );

  const save = async (): Promise<void> => {
    await trainer.saveCheckpoint(checkpoint);
    await writeFile(curveFile, JSON.stringify(curve));
  };
  const evaluate = async (row: CurveRow, batches: number): Promise<CurveRow> => {
    const heldOut = await trainer.evaluate(batches);
    print(
      `${recipe.name} held out at ${String(row.step)} (${String(heldOut.questions)} questions): ` +
        Object.entries(heldOut.metrics)
          .map(
            ([name, value]) =>
              `${name} ${name.endsWith('loss') ? value.toFixed(3) : percent(value)}`,
          )
          .join(', '),
    );
    return { ...row, heldOut };
  };

  let { progress } = opened;
  const lastStep = options.noSteps ? progress.step : recipe.schedule.totalSteps;
  while (progress.step < lastStep && !options.isStopped()) {
    const toBoundary = STEPS_PER_LINE - (progress.step % STEPS_PER_LINE);
    const result = await trainer.train(toBoundary);
    print(describe(recipe, result.loss, result.norm, progress, result.progress));
    progress = result.progress;
    const isLast = progress.step >= lastStep;
    const row: CurveRow = { step: progress.step, loss: result.loss };
    curve.push(
      isLast
        ? await evaluate(row, FINAL_BATCHES)
        : progress.step % STEPS_PER_EVALUATION === 0
          ? await evaluate(row, BATCHES)
          : row,
    );
    if (progress.step % STEPS_PER_CHECKPOINT === 0 && !isLast) await save();
  }
  const last = curve.at(-1);
  if (progress.step >= lastStep && last !== undefined && last.heldOut === undefined)
    curve.splice(-1, 1, await evaluate(last, FINAL_BATCHES));
  await save();
  return {
    finished: progress.step >= lastStep,
    parameters: opened.parameters,
    progress,
    curve,
  };
}
