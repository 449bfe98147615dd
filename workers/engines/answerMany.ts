import type { CompareCall, ModelCall, ModelReply, ReplyOf } from '../../src/core/calls/call.ts';
import { type ModelFailure, ModelFailureError } from '../../src/core/models/failure.ts';
import type { Outcome } from '../../src/rpc/modelWorker.ts';
import { type Partner, compareModels } from './compare.ts';
import { prepareChoose } from './choose.ts';
import type { Decoder, Step } from './decoder.ts';
import { dispose, type Past } from './past.ts';
import { embed } from './embed.ts';
import { failureError, throwIfAborted } from './failures.ts';
import { type FeedNode, planFeeds } from './feedPlan.ts';
import { prepareGenerate } from './generate.ts';
import { EventTurns } from './letEventsIn.ts';
import { decoderOf, type LoadedModel } from './loadedModel.ts';
import { prepareLogprobs } from './logprobs.ts';
import type { PreparedCall, Untimed } from './preparedCall.ts';
import { canStack, pastBytes } from './stackPasts.ts';
import { type Draft, writeAlone, writeBatch } from './writeBatch.ts';

/** How much of what calls have in common is used. Turned off in tests and measurements, to show that replies stay the same. */
export interface EngineSettings {
  /** Feed a prefix that several prompts share once. */
  readonly prefixFork: boolean;
  /** Replies written side by side, at most; 1 writes one after the other. */
  readonly batch: number;
  /** Leave keys and values in the runtime that nothing will follow. */
  readonly forgets: boolean;
  /** Keys and values kept for later, in bytes; what would pass it is fed again instead. */
  readonly keptBytes: number;
}

export const ENGINE_SETTINGS: EngineSettings = {
  prefixFork: true,
  batch: 32,
  forgets: true,
  keptBytes: 256 * 2 ** 20,
};

export type Tell = (index: number, outcome: Outcome<ModelReply>) => void;

function prepare(
  loaded: LoadedModel,
  call: Exclude<ModelCall, { kind: 'embed' | 'compare' }>,
): PreparedCall {
  switch (call.kind) {
    case 'generate':
      return prepareGenerate(loaded, call);
    case 'choose':
      return prepareChoose(loaded, call);
    case 'logprobs':
      return prepareLogprobs(loaded, call);
  }
}

/** Failures that are about one call; any other is the runtime's and ends the work. */
function failureOfCall(error: unknown): ModelFailure {
  if (error instanceof ModelFailureError && error.failure.code !== 'device-lost')
    return error.failure;
  throw error;
}

/**
 * Answers calls of one model. Prompts that begin alike are fed together (a trie, depth first), and replies are written
 * side by side where that is exact. `tell` hears of every reply as it is ready, and of every call that cannot be answered.
 *
 * A reply's latency is its share of what was computed for it: latencies of calls that shared work sum to the time it took.
 *
 * @param partner finds the other model of a comparison among those that are loaded.
 * @throws ModelFailureError `aborted` where the signal says so, or what the runtime throws.
 */
export async function answerMany(
  loaded: LoadedModel,
  calls: readonly ModelCall[],
  signal: AbortSignal,
  tell: Tell,
  settings: EngineSettings = ENGINE_SETTINGS,
  partner: Partner = noPartner,
): Promise<void> {
  const work: { index: number; call: PreparedCall }[] = [];
  for (const [index, call] of calls.entries()) {
    try {
      if (call.kind === 'embed')
        tell(index, { ok: true, value: await embed(loaded, call, signal) });
      else if (call.kind === 'compare')
        tell(index, { ok: true, value: await compareModels(loaded, partner(call), call, signal) });
      else work.push({ index, call: prepare(loaded, call) });
    } catch (error) {
      const failure = failureOfCall(error);
      if (failure.code === 'aborted') throw error;
      tell(index, { ok: false, failure });
    }
  }
  if (work.length === 0) return;
  const walk = new Walk(decoderOf(loaded), work, { signal, tell, settings });
  try {
    await walk.run();
  } finally {
    await walk.end();
  }
}

function noPartner({ teacher }: CompareCall): never {
  throw failureError('unknown', `${teacher.id} is not loaded.`);
}

interface WalkOptions {
  readonly signal: AbortSignal;
  readonly tell: Tell;
  readonly settings: EngineSettings;
}

/** One way through the trie of some calls. */
class Walk {
  readonly #decoder: Decoder;
  readonly #calls: readonly PreparedCall[];
  /** Each call's index among those asked. */
  readonly #indices: readonly number[];
  readonly #options: WalkOptions;
  readonly #turns = new EventTurns();
  /** Milliseconds spent on each call. */
  readonly #spent: number[];
  /** The same of calls that write, when their prompt was through. */
  readonly #promptMs = new Map<number, number>();
  #drafts: Draft[] = [];
  #keptBytes = 0;

  constructor(
    decoder: Decoder,
    work: readonly { readonly index: number; readonly call: PreparedCall }[],
    options: WalkOptions,
  ) {
    this.#decoder = decoder;
    this.#calls = work.map(({ call }) => call);
    this.#indices = work.map(({ index }) => index);
    this.#spent = work.map(() => 0);
    this.#options = options;
  }

  async run(): Promise<void> {
    const sequences = this.#calls.map((call) => ({
      ids: call.ids,
      shareable: call.ids.length - (call.kind === 'read' ? call.keep : 1),
    }));
    const { prefixFork } = this.#options.settings;
    const plan = prefixFork
      ? planFeeds(sequences)
      : { from: 0, to: 0, leaves: sequences.map((_, at) => at), children: [] };
    await this.#visit(plan, null);
    await this.#writeDrafts();
  }

  /** Gives back what is still held, however the walk ended. */
  async end(): Promise<void> {
    this.#turns.close();
    for (const { past } of this.#drafts) await dispose(past);
    this.#drafts = [];
  }

  /** Borrows `past`, which holds the tokens up to `at`. */
  async #visit(node: FeedNode, past: Past | null, at = 0): Promise<void> {
    const below = leavesBelow(node);
    const ids = this.#calls[below[0] ?? -1]?.ids ?? [];
    const own = await this.#feedShared(ids.slice(at, node.to), past, below);
    const [from, length] = own === null ? [past, at] : [own.step.past, node.to];
    try {
      for (const leaf of node.leaves) await this.#answer(leaf, from, length);
      for (const child of node.children) await this.#visit(child, from, length);
    } finally {
      if (own !== null) {
        await dispose(own.step.past);
        this.#keptBytes -= own.bytes;
      }
    }
  }

  /** Feeds what a node's calls share; null where there is nothing, or where keeping it would take too much memory. */
  async #feedShared(
    tokens: readonly number[],
    past: Past | null,
    below: readonly number[],
  ): Promise<{ step: Step; bytes: number } | null> {
    const { keptBytes } = this.#options.settings;
    if (tokens.length === 0 || this.#keptBytes >= keptBytes) return null;
    const step = await this.#timed(below, async () => await this.#decoder.feed(tokens, past, 1));
    const bytes = pastBytes(step.past);
    this.#keptBytes += bytes;
    return { step, bytes };
  }

  async #answer(leaf: number, past: Past | null, at: number): Promise<void> {
    const call = this.#calls[leaf];
    if (call === undefined) return;
    const keep = call.kind === 'read' ? call.keep : 1;
    const { forgets } = this.#options.settings;
    const remembers = call.kind === 'write' || call.feedsOn || !forgets;
    const step = await this.#timed(
      [leaf],
      async () => await this.#decoder.feed(call.ids.slice(at), past, keep, remembers),
    );
    if (call.kind === 'read') {
      try {
        const turn = async (): Promise<void> => {
          await this.#turn();
        };
        const way = { turn, forgets };
        const reply = await this.#timed([leaf], async () => await call.read(step, way));
        this.#tell(leaf, reply);
      } finally {
        await dispose(step.past);
      }
      return;
    }
    this.#promptMs.set(leaf, this.#spent[leaf] ?? 0);
    const [logits] = step.rows;
    const token = logits === undefined ? null : call.writer.next(logits);
    if (token === null) {
      await dispose(step.past);
      this.#tell(leaf, call.writer.reply());
      return;
    }
    this.#drafts.push({ index: leaf, writer: call.writer, past: step.past, token });
    this.#keptBytes += pastBytes(step.past);
    const { batch, keptBytes } = this.#options.settings;
    if (this.#drafts.length >= batch || this.#keptBytes >= keptBytes) await this.#writeDrafts();
  }

  /** Writes the replies that were begun, side by side where their rows can be, else one by one. */
  async #writeDrafts(): Promise<void> {
    const drafts = this.#drafts;
    this.#drafts = [];
    const options = {
      signal: this.#options.signal,
      turns: this.#turns,
      charge: (leaves: readonly number[], ms: number) => {
        this.#charge(leaves, ms);
      },
      onDone: (leaf: number) => {
        const call = this.#calls[leaf];
        if (call?.kind === 'write') this.#tell(leaf, call.writer.reply());
      },
    };
    for (const { past } of drafts) this.#keptBytes -= pastBytes(past);
    for (const group of this.#groups(drafts)) {
      const [only] = group;
      if (group.length === 1 && only !== undefined) await writeAlone(this.#decoder, only, options);
      else await writeBatch(this.#decoder, group, options);
    }
  }

  /** Drafts that can be written side by side. */
  #groups(drafts: readonly Draft[]): Draft[][] {
    const { batch } = this.#options.settings;
    if (batch === 1 || !drafts.every(({ past }) => canStack(past)))
      return drafts.map((one) => [one]);
    if (this.#decoder.takesRaggedRows) return drafts.length === 0 ? [] : [[...drafts]];
    const byLength = new Map<number, Draft[]>();
    for (const draft of drafts) {
      const group = byLength.get(draft.past.length);
      if (group === undefined) byLength.set(draft.past.length, [draft]);
      else group.push(draft);
    }
    return [...byLength.values()];
  }

  #tell(leaf: number, reply: Untimed<ModelReply>): void {
    const latencyMs = this.#spent[leaf] ?? 0;
    const promptMs = this.#promptMs.get(leaf);
    // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- a reply of each kind lacks its time alone
    const value = {
      ...reply,
      ...(promptMs === undefined ? {} : { promptMs }),
      latencyMs,
    } as ModelReply;
    this.#options.tell(this.#indices[leaf] ?? -1, { ok: true, value });
  }

  async #timed<T>(leaves: readonly number[], action: () => Promise<T>): Promise<T> {
    await this.#turn();
    const startMs = performance.now();
    const result = await action();
    this.#charge(leaves, performance.now() - startMs);
    return result;
  }

  async #turn(): Promise<void> {
    await this.#turns.letEventsIn();
    throwIfAborted(this.#options.signal);
  }

  #charge(leaves: readonly number[], ms: number): void {
    for (const leaf of leaves) this.#spent[leaf] = (this.#spent[leaf] ?? 0) + ms / leaves.length;
  }
}

function leavesBelow({ leaves, children }: FeedNode): number[] {
  return [...leaves, ...children.flatMap(leavesBelow)];
}

/** One call by itself. @throws ModelFailureError, or what the runtime throws. */
export async function answerOne<Call extends ModelCall>(
  loaded: LoadedModel,
  call: Call,
  signal: AbortSignal,
): Promise<ReplyOf<Call>> {
  const told: Outcome<ModelReply>[] = [];
  await answerMany(loaded, [call], signal, (_, outcome) => {
    told.push(outcome);
  });
  const [outcome] = told;
  if (outcome === undefined) throw failureError('unknown', 'The call was left without a reply.');
  if (!outcome.ok) throw new ModelFailureError(outcome.failure);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- a call is answered by a reply of its kind
  return outcome.value as ReplyOf<Call>;
}
