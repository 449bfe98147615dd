import type { CompareCall, CompareReply, GenerateCall, Message } from '../../core/calls/call.ts';
import { drawSeed, type PilotSpec } from '../../core/distill/pilots/pilotSpec.ts';
import { plainSampling } from '../../core/distill/pilots/playKl.ts';
import type { TraceReading } from '../../core/distill/tokenView/rankSurprisal.ts';
import { ask, type PlayOf } from '../../core/protocols/protocol.ts';
import { problem, type Parsed } from '../../core/share/parseBundle.ts';
import type { Lab } from '../lab.svelte.ts';
import { askModel, playWithModels, type AskProgress } from './askModels.ts';
import type { OpenProblem } from './openProblems.ts';

export type Pair = Pick<PilotSpec, 'teacher' | 'student'>;

/** Likeliest tokens that are listed of each model. */
const TOP = 8;

/** Has both models read a text that follows messages. */
export async function compareText(
  lab: Lab,
  { teacher, student }: Pair,
  messages: readonly Message[],
  reply: string | readonly number[],
  stop: AbortSignal,
): Promise<Parsed<CompareReply>> {
  if (reply.length === 0)
    return problem('bad-field', 'There is no reply to compare the models on. Give a text.');
  const call: CompareCall = {
    kind: 'compare',
    model: student,
    teacher,
    messages,
    reply,
    topK: TOP,
  };
  return await askModel(lab, call, stop);
}

/** A model's own answer, drawn at temperature 1, and what both models make of its tokens. */
export async function compareSample(
  lab: Lab,
  pair: Pair,
  by: 'teacher' | 'student',
  { call, id }: OpenProblem,
  seed: string,
  stop: AbortSignal,
): Promise<Parsed<CompareReply>> {
  const written: GenerateCall = {
    ...call,
    model: pair[by],
    sampling: plainSampling(drawSeed(seed, id, by)),
    listTokens: true,
  };
  const reply = await askModel(lab, written, stop);
  if (!reply.ok) return reply;
  return await compareText(lab, pair, call.messages, reply.value.tokens ?? [], stop);
}

/**
 * What the student makes of texts that it only reads: the gold replies of problems, or the teacher's own answers to them, each
 * drawn at temperature 1.
 */
export async function readTraces(
  lab: Lab,
  { teacher, student }: Pair,
  problems: readonly OpenProblem[],
  by: 'gold' | 'teacher',
  seed: string,
  stop: AbortSignal,
  onProgress: (progress: AskProgress) => void,
): Promise<Parsed<readonly TraceReading[]>> {
  function* read({ call, id, cluster, goldReply }: OpenProblem): PlayOf<TraceReading> {
    let text = goldReply ?? '';
    if (by === 'teacher') {
      const sampling = plainSampling(drawSeed(seed, id, 'teacher'));
      const [written] = yield* ask([{ ...call, model: teacher, sampling }] as const);
      text = written.text;
    }
    if (text === '') return { cluster, logprobs: [], ranks: [] };
    const [reply] = yield* ask([
      {
        kind: 'logprobs',
        model: student,
        messages: call.messages,
        continuation: text,
        distribution: true,
      },
    ] as const);
    return { cluster, logprobs: reply.logprobs, ranks: reply.distribution?.ranks ?? [] };
  }
  return await playWithModels(
    lab,
    problems.map((one) => () => read(one)),
    stop,
    onProgress,
  );
}
