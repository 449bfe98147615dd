import { checkValue, problem, short, type Parsed } from '../share/parseBundle.ts';
import { faultInDesign } from './checkDesign.ts';
import {
  designSchema,
  experimentSchema,
  type ArmRun,
  type Experiment,
  type ExperimentDesign,
} from './experiment.ts';

/** Longest experiment file that is read, in characters: some five times the longest that the lab can write in a day. */
export const MAX_EXPERIMENT_CHARS = 5_000_000;

function parseJson(text: string, thing: string): Parsed<unknown> {
  if (text.length > MAX_EXPERIMENT_CHARS) return tooLarge(thing);
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return problem('not-json', `${thing} is not JSON. Nothing was taken from it.`);
  }
}

function tooLarge(thing: string): Parsed<never> {
  return problem(
    'too-large',
    `${thing} is larger than ${String(MAX_EXPERIMENT_CHARS / 1_000_000)} MB, which no experiment is. Nothing was taken from it.`,
  );
}

function faultInRun(run: ArmRun, { settings }: ExperimentDesign): string | null {
  let last = -1;
  for (const { step, accuracy, ended } of run.points) {
    if (step <= last) return 'its points do not go forward';
    if (step > settings.steps) return `it has a point at step ${String(step)}, past the last step`;
    if (accuracy < 0 || accuracy > 1 || ended < 0 || ended > 1) {
      return `a share at step ${String(step)} is not between 0 and 1`;
    }
    last = step;
  }
  if (run.marks === null) return null;
  if (run.marks.length !== settings.heldOut) {
    return `it has ${String(run.marks.length)} marks for ${String(settings.heldOut)} held-out problems`;
  }
  const right = run.marks.replaceAll('0', '').length / run.marks.length;
  const said = run.points.at(-1)?.accuracy ?? Number.NaN;
  return Math.abs(right - said) <= 5e-4 ? null : 'its marks and its last accuracy differ';
}

/** What an experiment's parts, each right on its own, say against each other; null for nothing. */
function faultInRuns({ design, runs, startMarks }: Experiment): string | null {
  const { heldOut } = design.settings;
  if (startMarks !== undefined && startMarks.length !== heldOut) {
    return `it has ${String(startMarks.length)} marks of before the training for ${String(heldOut)} held-out problems`;
  }
  const seen = new Set<string>();
  for (const run of runs) {
    const arm = design.arms[run.arm];
    const seed = design.seeds[run.seed];
    if (arm === undefined || seed === undefined) {
      return `a training names arm ${String(run.arm)} and seed ${String(run.seed)}, which the design does not have`;
    }
    const what = `arm “${arm.name}” with seed “${seed}”`;
    if (seen.has(what)) return `${what} is there twice`;
    seen.add(what);
    const fault = faultInRun(run, design);
    if (fault !== null) return `${what}: ${fault}`;
  }
  return null;
}

/** Reads a value as an experiment: its fields, and that its parts fit together. */
export function readExperimentValue(value: unknown, thing: string): Parsed<Experiment> {
  const parsed = checkValue(experimentSchema, value, thing);
  if (!parsed.ok) return parsed;
  const design = faultInDesign(parsed.value.design);
  if (design !== null) return problem('bad-field', `${thing}: ${design}`);
  const fault = faultInRuns(parsed.value);
  return fault === null
    ? parsed
    : problem('bad-field', `${thing} contradicts itself: ${short(fault)}.`);
}

/** Reads an experiment's JSON. */
export function readExperiment(text: string, thing = 'The experiment'): Parsed<Experiment> {
  const json = parseJson(text, thing);
  return json.ok ? readExperimentValue(json.value, thing) : json;
}

/** Reads a file that a reader chose; one that is too large is not even opened. */
export async function readExperimentFile(file: {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  text(): Promise<string>;
}): Promise<Parsed<Experiment>> {
  const thing = `The file ${file.name.slice(0, 80)}`;
  if (file.size > MAX_EXPERIMENT_CHARS) return tooLarge(thing);
  try {
    return readExperiment(await file.text(), thing);
  } catch {
    return problem('unavailable', `${thing} could not be read from this device.`);
  }
}

/** Reads a design, or the design of an experiment: what a file that asks for a training holds. */
export function readDesign(text: string, thing = 'The design'): Parsed<ExperimentDesign> {
  const json = parseJson(text, thing);
  if (!json.ok) return json;
  const { value } = json;
  const inner =
    typeof value === 'object' && value !== null && 'design' in value ? value.design : value;
  const parsed = checkValue(designSchema, inner, thing);
  if (!parsed.ok) return parsed;
  const fault = faultInDesign(parsed.value);
  return fault === null ? parsed : problem('bad-field', `${thing}: ${fault}`);
}
