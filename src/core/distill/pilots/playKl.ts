import type { CompareCall, GenerateCall, Sampling } from '../../calls/call.ts';
import { ask, type PlayOf } from '../../protocols/protocol.ts';
import type { KlRollout } from './outcomes.ts';
import { drawSeed, type KlSpec } from './pilotSpec.ts';
import type { PilotProblem } from './problem.ts';

/** Plain sampling: the model's own distribution, nothing cut from it. */
export function plainSampling(seed: number): Sampling {
  return { kind: 'sample', temperature: 1, topP: 1, seed };
}

/**
 * One rollout: the student writes, then both models read what it wrote, token by token.
 *
 * @param index of the rollout among those of the problem, from 0.
 */
export function* playKl(problem: PilotProblem, index: number, spec: KlSpec): PlayOf<KlRollout> {
  const written: GenerateCall = {
    ...problem.call,
    model: spec.student,
    maxNewTokens: Math.min(problem.call.maxNewTokens, spec.mostTokens),
    sampling: plainSampling(drawSeed(spec.seed, problem.id, 'rollout', index)),
    listTokens: true,
  };
  const [reply] = yield* ask([written]);
  const tokens = reply.tokens ?? [];
  const ended = reply.finishReason !== 'length';
  const base = { problem: problem.id, cluster: problem.cluster, ended };
  const correct = ended ? problem.mark(reply.text) : false;
  if (tokens.length === 0) return { ...base, kl: [], correct };
  const read: CompareCall = {
    kind: 'compare',
    model: spec.student,
    teacher: spec.teacher,
    messages: problem.call.messages,
    reply: tokens,
  };
  const [compared] = yield* ask([read]);
  return { ...base, kl: [...compared.reverseKl], correct };
}
