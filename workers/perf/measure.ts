import type { ModelCall } from '../../src/core/calls/call.ts';
import { ModelFailureError } from '../../src/core/models/failure.ts';
import type { PerfComparison, PerfRun, PerfSize } from '../../src/rpc/perfWorker.ts';
import { answerMany, ENGINE_SETTINGS, type EngineSettings } from '../engines/answerMany.ts';
import { decoderOf, type LoadedModel, promptFor } from '../engines/loadedModel.ts';
import { int64 } from '../engines/tensors.ts';
import {
  AMOUNTS,
  optionCalls,
  optionForwards,
  rationaleCalls,
  verdictCalls,
  writingCalls,
} from './texts.ts';

/** Every optimisation off: each call by itself, from its first token. */
const APART: EngineSettings = {
  prefixFork: false,
  batch: 1,
  forgets: false,
  keptBytes: 0,
};

const never = new AbortController().signal;

/** Answers calls, and throws what a call could not be answered for. */
export async function answerAll(
  loaded: LoadedModel,
  calls: readonly ModelCall[],
  settings: EngineSettings,
): Promise<void> {
  await answerMany(
    loaded,
    calls,
    never,
    (_, outcome) => {
      if (!outcome.ok) throw new ModelFailureError(outcome.failure);
    },
    settings,
  );
}

/** What an action takes, and what went through the decoder meanwhile. */
async function timed(
  loaded: LoadedModel,
  { name, done }: Pick<PerfRun, 'name' | 'done'>,
  action: () => Promise<void>,
): Promise<PerfRun> {
  const decoder = decoderOf(loaded);
  const before = decoder.counts;
  const startMs = performance.now();
  await action();
  const ms = performance.now() - startMs;
  const { forwards, tokens, logitBytes } = decoder.counts;
  return {
    name,
    done,
    ms,
    tokens: tokens - before.tokens,
    forwards: forwards - before.forwards,
    logitBytes: logitBytes - before.logitBytes,
  };
}

function compared(
  about: Pick<PerfComparison, 'id' | 'title' | 'unit' | 'atLeast'>,
  ours: PerfRun,
  other: PerfRun,
): PerfComparison {
  return { ...about, ours, other, ratio: ours.done / ours.ms / (other.done / other.ms) };
}

/** A model that never ends by itself, so that every reply has the length that is asked for. */
function endless(loaded: LoadedModel): LoadedModel {
  return { ...loaded, endTokens: new Set() };
}

async function forkedVerdicts(loaded: LoadedModel, size: PerfSize): Promise<PerfRun> {
  const calls = verdictCalls(loaded.ref, size);
  await answerAll(loaded, calls.slice(0, 2), ENGINE_SETTINGS);
  return await timed(loaded, { name: 'prefix fork', done: calls.length }, async () => {
    await answerAll(loaded, calls, ENGINE_SETTINGS);
  });
}

export async function compareFork(loaded: LoadedModel, size: PerfSize): Promise<PerfComparison> {
  const ours = await forkedVerdicts(loaded, size);
  const calls = verdictCalls(loaded.ref, size);
  const other = await timed(
    loaded,
    { name: 'a full forward a criterion', done: calls.length },
    async () => {
      await answerAll(loaded, calls, APART);
    },
  );
  const title = `Verdicts on ${String(calls.length)} criteria over one text`;
  return compared({ id: 'fork', title, unit: 'verdicts', atLeast: 8 }, ours, other);
}

export async function compareRationale(
  loaded: LoadedModel,
  size: PerfSize,
): Promise<PerfComparison> {
  const ours = await forkedVerdicts(loaded, size);
  const calls = rationaleCalls(loaded.ref, size);
  const other = await timed(
    loaded,
    {
      name: `a judge that writes ${String(AMOUNTS[size].rationaleTokens)} tokens`,
      done: calls.length,
    },
    async () => {
      await answerAll(endless(loaded), calls, APART);
    },
  );
  const title = 'Verdicts read off, against verdicts with a written rationale';
  return compared({ id: 'rationale', title, unit: 'verdicts', atLeast: 40 }, ours, other);
}

export async function compareWriting(loaded: LoadedModel, size: PerfSize): Promise<PerfComparison> {
  const { answers, answerTokens: tokens } = AMOUNTS[size];
  const calls = writingCalls(loaded.ref, answers, tokens);
  const done = answers * tokens;
  await answerAll(endless(loaded), calls.slice(0, 2), ENGINE_SETTINGS);
  const ours = await timed(loaded, { name: `${String(answers)} side by side`, done }, async () => {
    await answerAll(endless(loaded), calls, ENGINE_SETTINGS);
  });
  const other = await timed(loaded, { name: 'transformers.js, one by one', done }, async () => {
    for (const { messages } of calls) {
      const { ids } = promptFor(loaded, messages);
      await loaded.model.generate({
        inputs: int64(ids, [1, ids.length]),
        max_new_tokens: tokens,
        min_new_tokens: tokens,
        do_sample: false,
      });
    }
  });
  return compared(
    { id: 'writing', title: 'Tokens written', unit: 'tokens', atLeast: 6 },
    ours,
    other,
  );
}

export async function compareOptions(loaded: LoadedModel, size: PerfSize): Promise<PerfComparison> {
  const calls = optionCalls(loaded.ref, size);
  const forwards = optionForwards(loaded.ref, size);
  await answerAll(loaded, calls.slice(0, 1), ENGINE_SETTINGS);
  const ours = await timed(loaded, { name: 'over one prompt', done: calls.length }, async () => {
    await answerAll(loaded, calls, ENGINE_SETTINGS);
  });
  const other = await timed(
    loaded,
    { name: 'four full forwards', done: calls.length },
    async () => {
      await answerAll(loaded, forwards, APART);
    },
  );
  const title = 'Questions of four options scored';
  return compared({ id: 'options', title, unit: 'calls', atLeast: 2.5 }, ours, other);
}
