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

/** A way of doing the work, named. */
interface Way extends Pick<PerfRun, 'name' | 'done'> {
  readonly work: () => Promise<void>;
}

/** Rounds in which both ways take turns. Over a small amount of work, which a slow adapter is given, one has to do. */
const ROUNDS: Readonly<Record<PerfSize, number>> = { full: 2, small: 1 };

/** Both ways in turn, so that a moment in which the machine is busy falls on both; the quickest round of each counts. */
async function compared(
  loaded: LoadedModel,
  size: PerfSize,
  about: Pick<PerfComparison, 'id' | 'title' | 'unit' | 'atLeast'>,
  ways: { readonly ours: Way; readonly other: Way },
): Promise<PerfComparison> {
  const rounds: { ours: PerfRun; other: PerfRun }[] = [];
  for (let round = 0; round < ROUNDS[size]; round += 1) {
    const ours = await timed(loaded, ways.ours, ways.ours.work);
    rounds.push({ ours, other: await timed(loaded, ways.other, ways.other.work) });
  }
  const quickest = (way: 'ours' | 'other'): PerfRun =>
    rounds.map((round) => round[way]).reduce((best, run) => (run.ms < best.ms ? run : best));
  const [ours, other] = [quickest('ours'), quickest('other')];
  return { ...about, ours, other, ratio: ours.done / ours.ms / (other.done / other.ms) };
}

/** A model that never ends by itself, so that every reply has the length that is asked for. */
function endless(loaded: LoadedModel): LoadedModel {
  return { ...loaded, endTokens: new Set() };
}

async function forkedVerdicts(loaded: LoadedModel, size: PerfSize): Promise<Way> {
  const calls = verdictCalls(loaded.ref, size);
  await answerAll(loaded, calls.slice(0, 2), ENGINE_SETTINGS);
  return {
    name: 'prefix fork',
    done: calls.length,
    work: () => answerAll(loaded, calls, ENGINE_SETTINGS),
  };
}

export async function compareFork(loaded: LoadedModel, size: PerfSize): Promise<PerfComparison> {
  const calls = verdictCalls(loaded.ref, size);
  const title = `Verdicts on ${String(calls.length)} criteria over one text`;
  return await compared(
    loaded,
    size,
    { id: 'fork', title, unit: 'verdicts', atLeast: 8 },
    {
      ours: await forkedVerdicts(loaded, size),
      other: {
        name: 'a full forward a criterion',
        done: calls.length,
        work: () => answerAll(loaded, calls, APART),
      },
    },
  );
}

export async function compareRationale(
  loaded: LoadedModel,
  size: PerfSize,
): Promise<PerfComparison> {
  const calls = rationaleCalls(loaded.ref, size);
  const title = 'Verdicts read off, against verdicts with a written rationale';
  return await compared(
    loaded,
    size,
    { id: 'rationale', title, unit: 'verdicts', atLeast: 40 },
    {
      ours: await forkedVerdicts(loaded, size),
      other: {
        name: `a judge that writes ${String(AMOUNTS[size].rationaleTokens)} tokens`,
        done: calls.length,
        work: () => answerAll(endless(loaded), calls, APART),
      },
    },
  );
}

export async function compareWriting(loaded: LoadedModel, size: PerfSize): Promise<PerfComparison> {
  const { answers, answerTokens: tokens } = AMOUNTS[size];
  const calls = writingCalls(loaded.ref, answers, tokens);
  const done = answers * tokens;
  await answerAll(endless(loaded), calls.slice(0, 2), ENGINE_SETTINGS);
  return await compared(
    loaded,
    size,
    { id: 'writing', title: 'Tokens written', unit: 'tokens', atLeast: 6 },
    {
      ours: {
        name: `${String(answers)} side by side`,
        done,
        work: () => answerAll(endless(loaded), calls, ENGINE_SETTINGS),
      },
      other: {
        name: 'transformers.js, one by one',
        done,
        work: async () => {
          for (const { messages } of calls) {
            const { ids } = promptFor(loaded, messages);
            await loaded.model.generate({
              inputs: int64(ids, [1, ids.length]),
              max_new_tokens: tokens,
              min_new_tokens: tokens,
              do_sample: false,
            });
          }
        },
      },
    },
  );
}

export async function compareOptions(loaded: LoadedModel, size: PerfSize): Promise<PerfComparison> {
  const calls = optionCalls(loaded.ref, size);
  const forwards = optionForwards(loaded.ref, size);
  await answerAll(loaded, calls.slice(0, 1), ENGINE_SETTINGS);
  return await compared(
    loaded,
    size,
    { id: 'options', title: 'Questions of four options scored', unit: 'calls', atLeast: 2.5 },
    {
      ours: {
        name: 'over one prompt',
        done: calls.length,
        work: () => answerAll(loaded, calls, ENGINE_SETTINGS),
      },
      other: {
        name: 'four full forwards',
        done: calls.length,
        work: () => answerAll(loaded, forwards, APART),
      },
    },
  );
}
