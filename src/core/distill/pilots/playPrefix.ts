import type { GenerateCall, GenerateReply } from '../../calls/call.ts';
import type { ModelRef } from '../../calls/model.ts';
import { ask, type PlayOf } from '../../protocols/protocol.ts';
import { PREFIX_ARMS, type PrefixArm, type PrefixOutcome, type PrefixRung } from './outcomes.ts';
import { drawSeed, type PrefixSpec } from './pilotSpec.ts';
import { plainSampling } from './playKl.ts';
import { givesAway, type PilotProblem } from './problem.ts';

/** What a problem's beginnings are cut from. */
type Sources = Readonly<Record<PrefixArm, GenerateReply>>;

/**
 * One problem: the teacher answers it and another one, the student answers it, all at temperature 1; then the student goes on
 * from the first k tokens of each, for every k of the ladder.
 *
 * A problem is left out at k, for all three beginnings alike, where one of the replies has not more than k tokens, or where the
 * teacher's or the student's own first k tokens already hold the answer. What is compared at k is the same problems.
 *
 * @param donor the other problem.
 */
export function* playPrefix(
  problem: PilotProblem,
  donor: PilotProblem,
  spec: PrefixSpec,
): PlayOf<PrefixOutcome> {
  const sources = yield* writeSources(problem, donor, spec);
  const alone = continuations(problem, [], 'alone', spec);
  const wanted: { k: number; arm: PrefixArm; calls: readonly GenerateCall[] }[] = [];
  const rungs: PrefixRung[] = [];
  for (const k of spec.ladder) {
    const leftOut = whyLeftOut(problem, sources, k);
    rungs.push({ k, leftOut, shares: null });
    if (leftOut !== null) continue;
    for (const arm of PREFIX_ARMS) {
      const beginning = (sources[arm].tokens ?? []).slice(0, k);
      wanted.push({ k, arm, calls: continuations(problem, beginning, arm, spec) });
    }
  }
  // All at once: continuations are written side by side.
  const replies = yield* ask([...alone, ...wanted.flatMap(({ calls }) => calls)]);
  const share = (some: readonly GenerateReply[]): number =>
    some.filter((reply) => isRight(problem, reply)).length / some.length;
  let at = alone.length;
  const shares = new Map<number, Record<PrefixArm, number>>();
  for (const { k, arm, calls } of wanted) {
    const of = shares.get(k) ?? { teacher: 0, own: 0, other: 0 };
    of[arm] = share(replies.slice(at, at + calls.length));
    shares.set(k, of);
    at += calls.length;
  }
  return {
    problem: problem.id,
    cluster: problem.cluster,
    lengths: {
      teacher: sources.teacher.tokens?.length ?? 0,
      own: sources.own.tokens?.length ?? 0,
      other: sources.other.tokens?.length ?? 0,
    },
    teacherCorrect: isRight(problem, sources.teacher),
    alone: share(replies.slice(0, alone.length)),
    rungs: rungs.map((rung) => ({ ...rung, shares: shares.get(rung.k) ?? null })),
  };
}

function isRight(problem: PilotProblem, reply: GenerateReply): boolean {
  return reply.finishReason !== 'length' && problem.mark(reply.text) === true;
}

function written(
  problem: PilotProblem,
  model: ModelRef,
  spec: PrefixSpec,
  role: string,
): GenerateCall {
  return {
    ...problem.call,
    model,
    maxNewTokens: mostTokens(problem, spec),
    sampling: plainSampling(drawSeed(spec.seed, problem.id, role)),
    listTokens: true,
  };
}

function mostTokens({ call }: PilotProblem, spec: PrefixSpec): number {
  return Math.min(call.maxNewTokens, spec.mostTokens);
}

function* writeSources(
  problem: PilotProblem,
  donor: PilotProblem,
  spec: PrefixSpec,
): PlayOf<Sources> {
  // The donor's own call in its own unit is the same one, and is asked once.
  const [teacher, own, other] = yield* ask([
    written(problem, spec.teacher, spec, 'teacher'),
    written(problem, spec.student, spec, 'own'),
    written(donor, spec.teacher, spec, 'teacher'),
  ] as const);
  return { teacher, own, other };
}

/** The text of a reply's first k tokens. */
function textOf({ text, textLengths = [] }: GenerateReply, k: number): string {
  return text.slice(0, textLengths[k - 1] ?? text.length);
}

function whyLeftOut(problem: PilotProblem, sources: Sources, k: number): PrefixRung['leftOut'] {
  // The mark that ends a reply is a token too: nothing can follow it.
  if (PREFIX_ARMS.some((arm) => (sources[arm].tokens ?? []).length <= k)) return 'short';
  const holdsAnswer = (['teacher', 'own'] as const).some((arm) =>
    givesAway(problem, textOf(sources[arm], k)),
  );
  return holdsAnswer ? 'gives-away' : null;
}

/** The student going on from a beginning: `samples` times at temperature 1, or once greedily. */
function continuations(
  problem: PilotProblem,
  beginning: readonly number[],
  role: PrefixArm | 'alone',
  spec: PrefixSpec,
): GenerateCall[] {
  const one = (sampling: GenerateCall['sampling']): GenerateCall => ({
    ...problem.call,
    model: spec.student,
    maxNewTokens: Math.max(1, mostTokens(problem, spec) - beginning.length),
    sampling,
    ...(beginning.length === 0 ? {} : { beginning }),
  });
  if (spec.samples === 0) return [one({ kind: 'greedy' })];
  return Array.from({ length: spec.samples }, (_, index) =>
    one(plainSampling(drawSeed(spec.seed, problem.id, role, beginning.length, index))),
  );
}
