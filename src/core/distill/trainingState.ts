import type { Arm } from './arm.ts';
import type { CalibrationFigures } from './confidence/calibrationFigures.ts';
import type {
  DistillFlops,
  DistillSettings,
  ExperimentDesign,
  TrainingPoint,
} from './experiment.ts';
import type { TeacherConsistency } from './diagnostics/teacherConsistency.ts';
import { totalFlops } from './flops.ts';

/** One student to be trained: all that decides what comes of it on one device. */
export interface TrainingPlan {
  readonly teacher: ExperimentDesign['teacher'];
  readonly student: ExperimentDesign['student'];
  readonly arm: Arm;
  readonly settings: DistillSettings;
  readonly seed: string;
  readonly backend: 'wasm' | 'webgpu';
}

/** Where a training stands. */
export interface TrainingProgress {
  /** Steps taken. */
  readonly step: number;
  /** Spent since the first step. */
  readonly flops: DistillFlops;
  /** Wall clock of steps, seconds. */
  readonly seconds: number;
}

/** What one training step did. */
export interface StepReport {
  readonly progress: TrainingProgress;
  readonly loss: number;
  /** Gradient norm before clipping. */
  readonly norm: number;
  /** Mean KL(student || teacher) of the tokens that count, nats; null where the arm does not ask the teacher. */
  readonly kl: number | null;
  /** Mean tokens written a text; share of texts that ended before the limit; share right, null where texts are cut. */
  readonly written: number;
  readonly ended: number;
  readonly correct: number | null;
  /** Variance of the gradient estimate over the logits with vOPD's baseline, over that without; null without a baseline. */
  readonly varianceRatio: number | null;
  /** Of an arm with another teacher: how far it is from the bundled one on the texts that this step scored; null otherwise. */
  readonly consistency: TeacherConsistency | null;
  /** One of the texts, for the page to show: the problem and what was written. */
  readonly example: { readonly prompt: string; readonly text: string };
}

/** A step as it is kept for charts. */
export interface StepFact extends Pick<
  StepReport,
  'loss' | 'kl' | 'written' | 'ended' | 'correct' | 'varianceRatio'
> {
  readonly step: number;
  /** Spent up to here, from the first step, all three kinds together. */
  readonly flops: number;
}

/** Sums from which a point's means over the steps since the last are taken; plain data, so that they can be stored. */
interface SinceLast {
  readonly steps: number;
  readonly loss: number;
  readonly kl: number;
  /** Steps that had a KL. */
  readonly klSteps: number;
  readonly written: number;
}

/** Where a training stands: what a page shows of it, and all that must be stored beside a checkpoint. */
export interface TrainingState {
  readonly step: number;
  readonly flops: DistillFlops;
  /** Wall clock of steps. */
  readonly seconds: number;
  readonly points: readonly TrainingPoint[];
  readonly facts: readonly StepFact[];
  readonly since: SinceLast;
  /** `1` or `0` for each held-out problem: before the first step, and after the last; null until then. */
  readonly startMarks: string | null;
  readonly marks: string | null;
  readonly last: StepReport | null;
  /** How far replies’ confidence lines could be trusted at the last evaluation; null for arms that teach none. */
  readonly calibration: CalibrationFigures | null;
}

const NOTHING_SINCE: SinceLast = { steps: 0, loss: 0, kl: 0, klSteps: 0, written: 0 };

export const UNTRAINED: TrainingState = {
  step: 0,
  flops: { sampling: 0, teacher: 0, training: 0 },
  seconds: 0,
  points: [],
  facts: [],
  since: NOTHING_SINCE,
  startMarks: null,
  marks: null,
  last: null,
  calibration: null,
};

/** Most facts that are kept of one training. */
const MOST_FACTS = 600;

/** The state after one more step. */
export function afterStep(state: TrainingState, report: StepReport): TrainingState {
  const { progress, loss, kl, written, ended, correct, varianceRatio } = report;
  const { step, flops, seconds } = progress;
  const { since } = state;
  const fact: StepFact = {
    ...{ step, flops: totalFlops(flops) },
    ...{ loss, kl, written, ended, correct, varianceRatio },
  };
  return {
    ...state,
    ...{ step, flops, seconds },
    facts: thinned([...state.facts, fact]),
    since: {
      steps: since.steps + 1,
      loss: since.loss + loss,
      kl: since.kl + (kl ?? 0),
      klSteps: since.klSteps + (kl === null ? 0 : 1),
      written: since.written + written,
    },
    last: report,
  };
}

/** The state after the held-out problems were answered; `isLast` where no step is left. */
export function afterEvaluation(
  state: TrainingState,
  evaluation: {
    readonly correct: readonly boolean[];
    readonly ended: number;
    readonly length: number;
    readonly calibration: CalibrationFigures | null;
  },
  isLast: boolean,
): TrainingState {
  const { correct, ended, length, calibration } = evaluation;
  const { step, flops, seconds, since } = state;
  const marks = correct.map((right) => (right ? '1' : '0')).join('');
  const point: TrainingPoint = {
    ...{ step, flops, seconds, ended, length },
    accuracy: correct.filter(Boolean).length / Math.max(1, correct.length),
    loss: since.steps === 0 ? null : since.loss / since.steps,
    kl: since.klSteps === 0 ? null : since.kl / since.klSteps,
    written: since.steps === 0 ? null : since.written / since.steps,
  };
  return {
    ...state,
    points: [...state.points.filter((other) => other.step < step), point],
    since: NOTHING_SINCE,
    calibration,
    startMarks: step === 0 ? marks : state.startMarks,
    marks: isLast ? marks : null,
  };
}

/** Whether held-out problems are to be answered at this step. */
export function isEvaluated(step: number, { steps, evaluateEvery }: DistillSettings): boolean {
  return step === 0 || step >= steps || step % evaluateEvery === 0;
}

function meanOf(values: readonly (number | null)[]): number | null {
  const there = values.filter((value) => value !== null);
  return there.length === 0 ? null : there.reduce((sum, value) => sum + value, 0) / there.length;
}

/**
 * Halves a list of facts that has grown past `MOST_FACTS`: neighbours become one with the means of both, at the place of the
 * later.
 */
function thinned(facts: readonly StepFact[]): readonly StepFact[] {
  if (facts.length <= MOST_FACTS) return facts;
  const half: StepFact[] = [];
  for (let at = 0; at < facts.length; at += 2) {
    const [first, second] = facts.slice(at, at + 2);
    if (first === undefined) continue;
    if (second === undefined) {
      half.push(first);
      continue;
    }
    const mean = (of: (fact: StepFact) => number | null): number | null =>
      meanOf([of(first), of(second)]);
    half.push({
      step: second.step,
      flops: second.flops,
      loss: (first.loss + second.loss) / 2,
      kl: mean(({ kl }) => kl),
      written: (first.written + second.written) / 2,
      ended: (first.ended + second.ended) / 2,
      correct: mean(({ correct }) => correct),
      varianceRatio: mean(({ varianceRatio }) => varianceRatio),
    });
  }
  return half;
}
