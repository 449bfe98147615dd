import type {
  CompareCall,
  CompareReply,
  TokenReadings,
  TopToken,
} from '../../src/core/calls/call.ts';
import { compareRows } from '../../src/core/distill/tokenView/compareRows.ts';
import { checkTopK } from './checkTopK.ts';
import type { Decoder } from './decoder.ts';
import { failureError, throwIfAborted } from './failures.ts';
import { EventTurns } from './letEventsIn.ts';
import { checkTokens, decoderOf, type LoadedModel, promptFor } from './loadedModel.ts';
import { likeliestTokens } from './logSoftmax.ts';
import { dispose, type Past } from './past.ts';
import { commonPrefix } from './prompt.ts';

/** Finds the other model of a comparison; throws where it is not loaded. */
export type Partner = (call: CompareCall) => LoadedModel;

/**
 * Has a student and a teacher read the same tokens side by side, and reduces each pair of rows to what is asked for. Both are
 * fed in pieces whose logits stay within each decoder's budget, so what is held does not grow with the text, and nothing is cut
 * from a distribution: divergences are exact for any vocabulary.
 *
 * @throws ModelFailureError `unsupported-call` where the tokenisers differ, the reply is empty or does not follow both prompts
 *   alike; `aborted`.
 */
export async function compareModels(
  student: LoadedModel,
  teacher: LoadedModel,
  call: CompareCall,
  signal: AbortSignal,
): Promise<CompareReply> {
  const startMs = performance.now();
  checkTopK(call);
  checkTokenizers(student, teacher);
  const own = tokensFor(student, call);
  const other = tokensFor(teacher, call);
  if (own.reply.join() !== other.reply.join()) {
    throw failureError(
      'unsupported-call',
      `The text becomes other tokens after the prompt of ${student.ref.id} than after that of ${teacher.ref.id}.`,
      'Begin the text with a line feed or a blank, or choose models with the same chat template.',
    );
  }
  if (own.reply.length === 0) {
    throw failureError(
      'unsupported-call',
      'There is no text to compare the models on.',
      'Give a text.',
    );
  }
  const reading = new PairReading(student, teacher, call);
  const turns = new EventTurns();
  const left = new Feed(decoderOf(student));
  const right = new Feed(decoderOf(teacher));
  try {
    await left.feed(own.prompt, 1);
    await right.feed(other.prompt, 1);
    reading.add(left.rows[0], right.rows[0], own.reply[0]);
    const atOnce = Math.min(left.atOnce, right.atOnce);
    for (let from = 0; from < own.reply.length - 1; from += atOnce) {
      await turns.letEventsIn();
      throwIfAborted(signal);
      // The last token is only looked up, never fed.
      const piece = own.reply.slice(from, Math.min(from + atOnce, own.reply.length - 1));
      await left.feed(piece, piece.length);
      await right.feed(piece, piece.length);
      for (const [at, row] of left.rows.entries())
        reading.add(row, right.rows[at], own.reply[from + at + 1]);
    }
  } finally {
    turns.close();
    await left.end();
    await right.end();
  }
  const samePrompt = own.prompt.join() === other.prompt.join();
  return {
    ...reading.reply(own.reply),
    samePrompt,
    promptTokens: own.prompt.length,
    latencyMs: performance.now() - startMs,
  };
}

/** @throws ModelFailureError that names both models. */
function checkTokenizers(student: LoadedModel, teacher: LoadedModel): void {
  if (student.tokenizerHash === teacher.tokenizerHash) return;
  const named = ({ ref, tokenizerHash }: LoadedModel): string =>
    `${ref.id} (tokenizer.json ${tokenizerHash.slice(0, 8)})`;
  throw failureError(
    'unsupported-call',
    `The student ${named(student)} and the teacher ${named(teacher)} do not share a tokeniser, so their tokens cannot be compared.`,
    'Choose two models of one family.',
  );
}

/** The prompt's tokens, and the reply's that follow it. */
function tokensFor(
  loaded: LoadedModel,
  { messages, reply }: CompareCall,
): { prompt: readonly number[]; reply: readonly number[] } {
  const prompt = promptFor(loaded, messages);
  const ids = typeof reply === 'string' ? prompt.encodeWith(reply) : [...prompt.ids, ...reply];
  // Merges may cross the seam: what is scored then holds the prompt's end too.
  const cut = commonPrefix([prompt.ids, ids]);
  if (cut === 0) {
    throw failureError('unsupported-call', `The prompt for ${loaded.ref.id} is no whole token.`);
  }
  checkTokens(loaded, ids, 0);
  return { prompt: ids.slice(0, cut), reply: ids.slice(cut) };
}

/** One model's way through the tokens. */
class Feed {
  readonly #decoder: Decoder;
  #past: Past | null = null;
  rows: readonly Float32Array[] = [];

  constructor(decoder: Decoder) {
    this.#decoder = decoder;
  }

  get atOnce(): number {
    return this.#decoder.positionsAtOnce(this.rows[0]?.length ?? 1);
  }

  async feed(tokens: readonly number[], keep: number): Promise<void> {
    const before = this.#past;
    const step = await this.#decoder.feed(tokens, before, keep);
    this.#past = step.past;
    this.rows = step.rows;
    if (before !== null) await dispose(before);
  }

  async end(): Promise<void> {
    if (this.#past !== null) await dispose(this.#past);
    this.#past = null;
  }
}

interface Readings {
  readonly logprobs: number[];
  readonly entropies: number[];
  readonly ranks: number[];
  readonly top: TopToken[][];
}

/** What was read so far, position after position. */
class PairReading {
  readonly #topK: number | undefined;
  readonly #decode: (token: number) => string;
  readonly #student: Readings = { logprobs: [], entropies: [], ranks: [], top: [] };
  readonly #teacher: Readings = { logprobs: [], entropies: [], ranks: [], top: [] };
  readonly #tokens: string[] = [];
  readonly #reverseKl: number[] = [];
  readonly #forwardKl: number[] = [];
  readonly #jensenShannon: number[] = [];
  readonly #width: number;

  constructor(student: LoadedModel, teacher: LoadedModel, { topK }: CompareCall) {
    this.#topK = topK;
    this.#decode = (token) => student.tokenizer.decode([token]);
    // Some exports pad the vocabulary, each to its own length; what is beyond the shorter one is no token.
    this.#width = Math.min(student.vocabulary ?? Infinity, teacher.vocabulary ?? Infinity);
  }

  add(
    student: Float32Array | undefined,
    teacher: Float32Array | undefined,
    token: number | undefined,
  ): void {
    if (student === undefined || teacher === undefined || token === undefined) return;
    const width = Math.min(student.length, teacher.length, this.#width);
    const pair = compareRows(student.subarray(0, width), teacher.subarray(0, width), token);
    this.#tokens.push(this.#decode(token));
    this.#reverseKl.push(pair.reverseKl);
    this.#forwardKl.push(pair.forwardKl);
    this.#jensenShannon.push(pair.jensenShannon);
    this.#note(this.#student, pair.student);
    this.#note(this.#teacher, pair.teacher);
  }

  #note(into: Readings, from: ReturnType<typeof compareRows>['student']): void {
    into.logprobs.push(from.logprob);
    into.entropies.push(from.entropy);
    into.ranks.push(from.rank);
    if (this.#topK === undefined) return;
    const best = likeliestTokens(from.logprobs, this.#topK);
    into.top.push(best.map(({ id, logit }) => ({ id, text: this.#decode(id), logprob: logit })));
  }

  reply(ids: readonly number[]): Omit<CompareReply, 'samePrompt' | 'promptTokens' | 'latencyMs'> {
    const given = ({ top, ...rest }: Readings): TokenReadings =>
      this.#topK === undefined ? rest : { ...rest, top };
    return {
      kind: 'compare',
      ids,
      tokens: this.#tokens,
      student: given(this.#student),
      teacher: given(this.#teacher),
      reverseKl: this.#reverseKl,
      forwardKl: this.#forwardKl,
      jensenShannon: this.#jensenShannon,
    };
  }
}
