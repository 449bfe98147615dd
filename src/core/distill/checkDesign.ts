import { checkArm } from './checkArm.ts';
import type { DistillSettings, ExperimentDesign } from './experiment.ts';

/** Most points that one training may have: more would make no chart clearer. */
const MOST_POINTS = 500;
/** Most steps of all arms and seeds together. */
const MOST_STEPS = 2_000_000;

/** What is wrong with settings that each are within their limits, in a sentence; null for nothing. */
export function faultInSettings(settings: DistillSettings): string | null {
  if (settings.fewestSteps > settings.mostSteps) {
    return `Problems have at least ${String(settings.fewestSteps)} and at most ${String(settings.mostSteps)} steps: the least is above the most.`;
  }
  if (settings.steps / settings.evaluateEvery > MOST_POINTS) {
    return `${String(settings.steps)} steps with an evaluation every ${String(settings.evaluateEvery)} are more than ${String(MOST_POINTS)} evaluations: evaluate less often.`;
  }
  return null;
}

function repeated(names: readonly string[]): string | null {
  return names.find((name, at) => names.indexOf(name) !== at) ?? null;
}

/** What is wrong with a design whose fields each are right, in a sentence; null for nothing. */
export function faultInDesign(design: ExperimentDesign): string | null {
  const settings = faultInSettings(design.settings);
  if (settings !== null) return settings;
  const arm = repeated(design.arms.map(({ name }) => name));
  if (arm !== null) return `Two arms are called “${arm}”: give each a name of its own.`;
  const seed = repeated(design.seeds);
  if (seed !== null) return `The seed “${seed}” is there twice: each seed is trained once.`;
  for (const { name, arm: each } of design.arms) {
    const checked = checkArm(each, design.settings);
    if (!checked.ok) return `Arm “${name}”: ${checked.error}`;
  }
  const steps = totalSteps(design);
  return steps > MOST_STEPS
    ? `The design has ${String(steps)} training steps in all; ${String(MOST_STEPS)} is the most.`
    : null;
}

/** Training steps of all arms with all seeds. */
export function totalSteps({ arms, seeds, settings }: ExperimentDesign): number {
  return arms.length * seeds.length * settings.steps;
}

/** The trainings of a design in the order in which they are run: all arms with one seed, then with the next. */
export function plannedRuns({ arms, seeds }: ExperimentDesign): { arm: number; seed: number }[] {
  return seeds.flatMap((_, seed) => arms.map((_each, arm) => ({ arm, seed })));
}
