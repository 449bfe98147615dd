import { tree } from '@jax-js/jax';
import { calibrationFigures } from '../../../src/core/distill/confidence/calibrationFigures.ts';
import type { TeacherConsistency } from '../../../src/core/distill/diagnostics/teacherConsistency.ts';
import {
  varianceRatio,
  type DistributionPair,
} from '../../../src/core/distill/diagnostics/varianceRatio.ts';
import { addFlops, textFlops } from '../../../src/core/distill/flops.ts';
import type { DistillFlops } from '../../../src/core/distill/experiment.ts';
import { lossTerms } from '../../../src/core/distill/lossTerms.ts';
import { needsOf } from '../../../src/core/distill/needs.ts';
import { isWhole, prefixLength } from '../../../src/core/distill/prefix.ts';
import type { Rollout } from '../../../src/core/distill/rollout.ts';
import { factsOf, logSoftmax } from '../../../src/core/distill/tokenFacts.ts';
import type { Weights } from '../../../src/core/models/shape.ts';
import { createRandom } from '../../../src/core/random.ts';
import type { StepReport, TrainingProgress } from '../../../src/core/distill/trainingState.ts';
import type { DistillEvaluation, DistillSpec } from '../../../src/rpc/distillWorker.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { tablesToDevice, weightsToDevice } from '../deviceBatch.ts';
import { distillObjective } from '../objectives/distill.ts';
import { TrainingSession } from '../trainingSession.ts';
import { CONFIDENCE_ROOM, withConfidence, type DrawnText } from './drawnText.ts';
import { Problems } from './problems.ts';
import { Sampler, type WrittenText } from './sampler.ts';
import { Scorer } from './scorer.ts';
import { TeacherReader, type ModelOnDevice } from './teacherReader.ts';
import { layOutTexts, sharesBySite, type TextBatch, type TextRow } from './textBatch.ts';

/** AdamW's other settings. No decay: the student is to move towards its teacher, not towards 0. */
const OPTIMISER = { beta1: 0.9, beta2: 0.98, eps: 1e-8, weightDecay: 0, clipNorm: 1 };
/** Lengths of replies are rounded up to a multiple, so that few sizes have to be compiled. */
const LENGTH_STEP = 8;
/** Tokens of a step over which the variance of vOPD's estimator is worked out. */
const VARIANCE_TOKENS = 128;
/** Steps after which cached texts come round again. */
const CACHED_STEPS = 16;

interface ScoredTexts {
  readonly texts: readonly DrawnText[];
  readonly batch: TextBatch;
  /** [sites, vocabSize]. */
  readonly teacherLogits: Float32Array<ArrayBuffer> | null;
  readonly consistency: TeacherConsistency | null;
}

/** What a training begins with. */
export interface DistillStart {
  readonly studentWeights: Weights;
  readonly teacherWeights: Weights;
  readonly checkpoint: Checkpoint;
  readonly flops: DistillFlops;
}

/**
 * One student that is distilled from one teacher on one device. A step: texts are written (or taken), both models' logits at
 * their tokens make the shares of the loss, and AdamW takes one step. All randomness follows from the seed and the step, so
 * weights, moments and the step are all that a checkpoint has to hold. Not re-entrant: await each call.
 */
export class DistillTraining {
  readonly #spec: DistillSpec;
  readonly #problems: Problems;
  readonly #session: TrainingSession<
    Parameters<ReturnType<typeof distillObjective>['toDevice']>[0]
  >;
  readonly #teacher: TeacherReader;
  /** The student before the first step: the reference of G-OPD, and the writer of cached texts. */
  readonly #start: ModelOnDevice;
  /** Of a `cached` arm: texts and what the teacher made of them, by number and length. A resumed training writes them again. */
  readonly #cached = new Map<string, ScoredTexts>();
  readonly #samplers = new Map<string, Sampler>();
  readonly #studentScorer: Scorer;
  readonly #promptLength: number;
  readonly #rows: number;
  #flops: DistillFlops;
  #seconds: number;

  constructor(spec: DistillSpec, start: DistillStart) {
    const { student, teacher, settings, arm } = spec;
    this.#spec = spec;
    this.#problems = new Problems(settings, spec.tokenizer);
    this.#rows = settings.problems * settings.samples;
    this.#promptLength = this.#problems.promptLength();
    const { divergence } = lossTerms(arm, []);
    this.#session = new TrainingSession(
      student.shape,
      distillObjective(student.shape, divergence),
      {
        peakRate: settings.rate,
        warmupSteps: settings.warmupSteps,
        totalSteps: settings.steps,
        floor: 0.1,
      },
      OPTIMISER,
      start.checkpoint,
    );
    this.#teacher = new TeacherReader(
      teacher.shape,
      { weights: weightsToDevice(start.teacherWeights), tables: tablesToDevice(teacher.shape) },
      arm.teacher === 'exchanged' ? this.#problems.exchange() : null,
    );
    this.#start = {
      weights: weightsToDevice(start.studentWeights),
      tables: tablesToDevice(student.shape),
    };
    this.#studentScorer = new Scorer(student.shape);
    this.#flops = start.flops;
    this.#seconds = start.checkpoint.progress.seconds;
  }

  get progress(): TrainingProgress {
    return {
      step: this.#session.progress.step,
      flops: this.#flops,
      seconds: this.#seconds,
    };
  }

  /** @throws DivergedError */
  async step(): Promise<StepReport> {
    const started = performance.now();
    const { arm, settings } = this.#spec;
    const { step } = this.#session.progress;
    const length = prefixLength(arm.prefix, step, settings.mostTokens);
    const { texts, batch, teacherLogits, consistency } = await this.#scoredTexts(step, length);
    const rollouts = await this.#rollouts(texts, batch, teacherLogits);
    const terms = lossTerms(arm, rollouts);
    const { loss, norm } = await this.#session.step({
      ...batch,
      teacherLogits: terms.divergence === null ? null : teacherLogits,
      divergenceShares: sharesBySite(batch, terms.divergenceShares),
      likelihoodShares: sharesBySite(batch, terms.likelihoodShares),
    });
    for (const { problem, tokens } of texts) {
      const cost = textFlops({
        student: this.#spec.student.shape,
        teacher: this.#spec.teacher.shape,
        arm,
        promptTokens: problem.prompt.length,
        writtenTokens: tokens.length,
        firstUse: step < CACHED_STEPS,
      });
      this.#flops = addFlops(this.#flops, cost);
    }
    this.#seconds += (performance.now() - started) / 1000;
    return {
      progress: this.progress,
      loss,
      norm,
      ...stepFigures(rollouts),
      varianceRatio: this.#varianceRatio(texts, batch, teacherLogits),
      consistency,
      example: this.#example(texts[0]),
    };
  }

  async evaluate(count: number): Promise<DistillEvaluation> {
    const isConfident = this.#spec.arm.objective.kind === 'calibration';
    const mostTokens = this.#spec.settings.mostTokens + (isConfident ? CONFIDENCE_ROOM : 0);
    const problems = Array.from({ length: count }, (_, number) => this.#problems.heldOut(number));
    const written: WrittenText[] = [];
    for (let from = 0; from < count; from += this.#rows) {
      const prompts = problems.slice(from, from + this.#rows).map(({ prompt }) => prompt);
      written.push(
        ...(await this.#write('student', this.#session.onDevice, prompts, {
          mostTokens,
          randoms: null,
          keepLogits: false,
        })),
      );
    }
    const correct = written.map(({ tokens }, at) => {
      const problem = problems.at(at);
      return problem !== undefined && this.#problems.isRight(problem, tokens);
    });
    return {
      correct,
      ended: mean(written.map(({ ended }) => Number(ended))),
      length: mean(written.map(({ tokens }) => tokens.length)),
      calibration: isConfident
        ? calibrationFigures(
            written.map(({ tokens }, at) => ({
              text: this.#problems.textOf(tokens),
              correct: correct[at] === true,
            })),
          )
        : null,
    };
  }

  checkpoint(): Promise<Checkpoint> {
    return this.#session.checkpoint();
  }

  weights(): Promise<Weights> {
    return this.#session.weights();
  }

  dispose(): void {
    for (const sampler of this.#samplers.values()) sampler.dispose();
    this.#studentScorer.dispose();
    this.#teacher.dispose();
    tree.dispose(this.#start);
    this.#session.dispose();
  }

  /** The step's texts with the teacher's logits at their sites, where the arm asks for them; cached ones from memory. */
  async #scoredTexts(step: number, length: number): Promise<ScoredTexts> {
    const { arm } = this.#spec;
    const number = arm.source === 'cached' ? step % CACHED_STEPS : step;
    const known = this.#cached.get(`${String(number)} ${String(length)}`);
    if (known !== undefined) return known;
    const drawn = await this.#drawTexts(number, length);
    const texts =
      arm.objective.kind === 'calibration' ? withConfidence(drawn, this.#problems) : drawn;
    const rows = texts.map(({ problem, tokens }) => ({ prompt: problem.prompt, reply: tokens }));
    const batch = this.#layOut(rows, length);
    const taught = needsOf(arm).teacher ? await this.#teacher.read(rows, batch) : null;
    const scored = {
      texts,
      batch,
      teacherLogits: taught?.logits ?? null,
      consistency: taught?.consistency ?? null,
    };
    if (arm.source === 'cached') this.#cached.set(`${String(number)} ${String(length)}`, scored);
    return scored;
  }

  /** Texts by the arm's source, cut to a length; the same number gives the same problems and the same draws. */
  async #drawTexts(number: number, length: number): Promise<DrawnText[]> {
    const { arm, settings, seed } = this.#spec;
    const canBeRight = isWhole(arm.prefix, settings.mostTokens);
    const of = (part: number): string => `${seed}/${String(number)}/${String(part)}`;
    const groups = Array.from({ length: settings.problems }, (_, group) => ({
      group,
      problem: this.#problems.training(of(group)),
    }));
    const rows = groups.flatMap((each) => Array.from({ length: settings.samples }, () => each));
    if (arm.source === 'gold') {
      return rows.map(({ problem, group }) => {
        const tokens = problem.gold.slice(0, length);
        const ended = tokens.length === problem.gold.length;
        return { problem, group, tokens, ended, correct: ended ? true : null, logits: null };
      });
    }
    const who = arm.source === 'teacher' ? 'teacher' : 'student';
    const writer = {
      teacher: this.#teacher.model,
      student: this.#session.onDevice,
      cached: this.#start,
    }[arm.source];
    const written = await this.#write(
      who,
      writer,
      rows.map(({ problem }) => problem.prompt),
      {
        mostTokens: length,
        randoms: rows.map((_, row) => createRandom(`${of(row)}/reply`)),
        keepLogits: arm.source === 'student',
      },
    );
    return written.flatMap((text, row) => {
      const { [row]: from } = rows;
      if (from === undefined) return [];
      const isRight = text.ended && this.#problems.isRight(from.problem, text.tokens);
      return [{ ...text, ...from, correct: canBeRight ? isRight : null }];
    });
  }

  #write(
    who: 'student' | 'teacher',
    { weights, tables }: ModelOnDevice,
    prompts: readonly (readonly number[])[],
    how: Omit<Parameters<Sampler['write']>[3], 'temperature'>,
  ): Promise<WrittenText[]> {
    const longest = roundUp(Math.max(...prompts.map(({ length }) => length), this.#promptLength));
    const room = roundUp(how.mostTokens);
    const key = [who, longest, room].join(' ');
    let sampler = this.#samplers.get(key);
    if (sampler === undefined) {
      sampler = new Sampler(this.#spec[who].shape, this.#rows, longest, room);
      this.#samplers.set(key, sampler);
    }
    const { temperature } = this.#spec.settings;
    return sampler.write(weights, tables, prompts, { ...how, temperature });
  }

  #layOut(texts: readonly TextRow[], length: number): TextBatch {
    const room = this.#spec.arm.objective.kind === 'calibration' ? CONFIDENCE_ROOM : 0;
    const longest = Math.max(...texts.map(({ prompt }) => prompt.length), this.#promptLength);
    return layOutTexts(texts, roundUp(longest), roundUp(length + room));
  }

  /**
   * The texts with what the models make of them. The student's logits are those that it drew its tokens from where it wrote
   * them just now, which costs nothing; otherwise they are read where the arm needs them.
   */
  async #rollouts(
    texts: readonly DrawnText[],
    batch: TextBatch,
    teacherLogits: Float32Array | null,
  ): Promise<Rollout[]> {
    const { arm, student } = this.#spec;
    const { vocabSize } = student.shape;
    const needs = needsOf(arm);
    const isFresh = texts.every(({ logits }) => logits !== null);
    const { weights, tables } = this.#session.onDevice;
    const studentLogits =
      needs.studentLogits && !isFresh
        ? await this.#studentScorer.logits(weights, tables, batch)
        : null;
    const referenceLogits = needs.reference
      ? await this.#studentScorer.logits(this.#start.weights, this.#start.tables, batch)
      : null;
    return texts.map(({ group, tokens, ended, correct, confidenceAt, logits }, row) => {
      const from = row * batch.replyLength * vocabSize;
      const rowsOf = (all: Float32Array): Float32Array =>
        all.subarray(from, from + tokens.length * vocabSize);
      const own = logits ?? (studentLogits === null ? null : rowsOf(studentLogits));
      return {
        problem: group,
        tokens,
        ended,
        correct,
        ...(confidenceAt === undefined ? {} : { confidenceAt }),
        facts:
          teacherLogits === null || own === null
            ? null
            : factsOf({
                student: own,
                teacher: rowsOf(teacherLogits),
                reference: referenceLogits === null ? null : rowsOf(referenceLogits),
                tokens,
                vocabSize,
              }),
      };
    });
  }

  /** Of an arm with a baseline: what it makes of the estimator's variance over the step's first tokens, which it may also raise. */
  #varianceRatio(
    texts: readonly DrawnText[],
    { replyLength }: TextBatch,
    teacherLogits: Float32Array | null,
  ): number | null {
    const { arm, student } = this.#spec;
    const { vocabSize } = student.shape;
    if (arm.objective.kind !== 'policy-gradient' || arm.objective.baseline === 'none') return null;
    const places: DistributionPair[] = [];
    for (const [row, { tokens, logits }] of texts.entries()) {
      if (logits === null || teacherLogits === null) return null;
      for (let at = 0; at < tokens.length && places.length < VARIANCE_TOKENS; at += 1)
        places.push({
          logS: logSoftmax(logits, at * vocabSize, vocabSize),
          logT: logSoftmax(teacherLogits, (row * replyLength + at) * vocabSize, vocabSize),
        });
    }
    return varianceRatio(places);
  }

  #example(text: DrawnText | undefined): StepReport['example'] {
    return text === undefined
      ? { prompt: '', text: '' }
      : { prompt: text.problem.text, text: this.#problems.textOf(text.tokens) };
  }
}

function roundUp(length: number): number {
  return Math.ceil(length / LENGTH_STEP) * LENGTH_STEP;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** What a step tells of its texts. */
function stepFigures(
  rollouts: readonly Rollout[],
): Pick<StepReport, 'kl' | 'written' | 'ended' | 'correct'> {
  const kls = rollouts.flatMap(({ facts }) => (facts === null ? [] : [...facts.reverseKl]));
  const marks = rollouts.flatMap(({ correct }) => (correct === null ? [] : [Number(correct)]));
  return {
    kl: kls.length === 0 ? null : mean(kls),
    written: mean(rollouts.map(({ tokens }) => tokens.length)),
    ended: mean(rollouts.map(({ ended }) => Number(ended))),
    correct: marks.length === 0 ? null : mean(marks),
  };
}
