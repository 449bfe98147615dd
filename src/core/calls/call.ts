import type { ModelRef } from './model.ts';

/** One chat message. */
export interface Message {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** How the next token is picked. A seed belongs to the setting, so a sampled reply can be replayed. */
export type Sampling =
  | { kind: 'greedy' }
  | {
      kind: 'sample';
      temperature: number;
      topP: number;
      /** Draw from so many of the likeliest tokens; left out where there is no such bound. */
      topK?: number;
      seed: number;
    };

/**
 * The replies a prompt asks for, as data. It tells a random baseline what chance is, and shows a
 * reader what counts as readable.
 */
export type AnswerSpace =
  | { kind: 'text' }
  | {
      kind: 'verdictWithIndices';
      yes: string;
      no: string;
      maxIndex: number;
      /** Whether indices follow the no as they follow the yes; left out where they do not. */
      noHasIndices?: true;
    }
  /** One of at least one option, as written. */
  | { kind: 'oneOf'; options: readonly string[] }
  /** A whole number from `least` to `most`, both in, behind a text. */
  | { kind: 'wholeNumber'; before: string; least: number; most: number }
  /** A number from `min` to `max`, both in, with so many decimals. */
  | { kind: 'number'; min: number; max: number; decimals: number }
  /** Up to `most` words of a text, each on a line behind one of the types, or `none`. */
  | {
      kind: 'typedWords';
      types: readonly string[];
      text: string;
      most: number;
      none: string;
    };

/** Ask a model to write. */
export interface GenerateCall {
  kind: 'generate';
  model: ModelRef;
  messages: readonly Message[];
  /** Tokens, at most. */
  maxNewTokens: number;
  sampling: Sampling;
  /** Generation ends before the first of these strings. */
  stop: readonly string[];
  answerSpace: AnswerSpace;
  /**
   * Tokens that the reply begins with; the model goes on from there. `maxNewTokens` does not count them. Left out where the
   * reply is the model's from its first token on. Models behind endpoints and baselines cannot: the call fails.
   */
  beginning?: readonly number[];
  /** Asks for the reply's tokens, which its text does not always give back, and how far the text goes after each. */
  listTokens?: true;
}

/** Ask a model which of a few labels it would say next. */
export interface ChooseCall {
  kind: 'choose';
  model: ModelRef;
  messages: readonly Message[];
  /** At least two; each is scored as a continuation, however many tokens it has. */
  labels: readonly string[];
}

/** Ask a model for the log-probability of each token of a given continuation. */
export interface LogprobsCall {
  kind: 'logprobs';
  model: ModelRef;
  messages: readonly Message[];
  continuation: string;
  /**
   * Asks for entropy and rank at each position. They take the model's probabilities of its whole vocabulary, which not
   * every model gives: one that cannot fails the call.
   */
  distribution?: true;
  /** How many of the likeliest tokens to list at each position, 1 to `MOST_TOP_TOKENS`; left out for none. */
  topK?: number;
}

/** As many of the likeliest tokens as endpoints give, and as a reply has room for. */
export const MOST_TOP_TOKENS = 20;

/**
 * Ask two models that share a tokeniser what each makes of every token of one reply: `model`, the student, and `teacher`. Each
 * reads the messages by its own template. Both are in memory at once, so divergences are over the whole vocabulary.
 */
export interface CompareCall {
  kind: 'compare';
  model: ModelRef;
  teacher: ModelRef;
  messages: readonly Message[];
  /** The reply as text, or as the very tokens. */
  reply: string | readonly number[];
  /** How many of each model's likeliest tokens to list at each position, 1 to `MOST_TOP_TOKENS`; left out for none. */
  topK?: number;
}

/** Ask a model for a vector. */
export interface EmbedCall {
  kind: 'embed';
  model: ModelRef;
  text: string;
}

/** All that a protocol can ask of a model. Plain data: its identity is the hash of it. */
export type ModelCall = GenerateCall | ChooseCall | LogprobsCall | CompareCall | EmbedCall;

export interface GenerateReply {
  kind: 'generate';
  text: string;
  /**
   * `stop`: the model ended its answer; `stop-string`: one of the call's stop strings did; `length`: it was cut. Replies
   * that were stored before the second had a name of its own say `stop` for it.
   */
  finishReason: 'stop' | 'stop-string' | 'length';
  promptTokens: number;
  newTokens: number;
  /**
   * Given where the runtime had no number for any token (NaN, or less infinity for all): the text ends there, and is not
   * what the model would have said.
   */
  noNumber?: true;
  /** What `listTokens` asked for: every token of the reply, its beginning and the one that ended it included. */
  tokens?: readonly number[];
  /** The same: how long the text was, in UTF-16 units, after each token. */
  textLengths?: readonly number[];
  latencyMs: number;
  /** Of `latencyMs`, what passed until the first token was known; left out where that was not measured. */
  promptMs?: number;
}

export interface ChooseReply {
  kind: 'choose';
  /** Natural log-probability of each label as a continuation, in the call's order. */
  logprobs: readonly number[];
  /** Softmax of `logprobs` over the labels: sums to 1. */
  probabilities: readonly number[];
  /**
   * Tokens that `logprobs` is the sum over, label by label: those that follow what the prompt and all labels have in
   * common. Left out where the tokens are not known.
   */
  labelTokens?: readonly number[];
  /**
   * Log-probability of the blanks that end the prompt, which is what a chat template often ends with. They are no part of
   * `logprobs`. Harnesses that count them as the beginning of every label add this to each. Left out where there are none.
   */
  blanksLogprob?: number;
  promptTokens: number;
  latencyMs: number;
}

export interface LogprobsReply {
  kind: 'logprobs';
  /** Natural log-probability of each token of the continuation. */
  logprobs: readonly number[];
  tokens: readonly string[];
  /** What `distribution` asked for, in the same order. */
  distribution?: TokenDistributions;
  /** What `topK` asked for: the likeliest tokens at each position, likeliest first, in the same order. */
  top?: readonly (readonly TopToken[])[];
  promptTokens: number;
  latencyMs: number;
}

/** What a model's probabilities of its whole vocabulary say at each position of a text. */
export interface TokenDistributions {
  /** Shannon entropy, in nats. */
  entropies: readonly number[];
  /** 1 + the number of tokens that are likelier than the text's own; equals share a rank, the best of theirs. */
  ranks: readonly number[];
}

/** A token that could have stood at a position. */
export interface TopToken {
  /** Its number in the vocabulary; null where only its text is known. */
  id: number | null;
  /** As it is decoded by itself: a part of a character reads as a replacement character. */
  text: string;
  /** Natural log-probability. */
  logprob: number;
}

/** What one of two models makes of each token of a reply. Arrays of one length; natural logarithms, nats. */
export interface TokenReadings {
  logprobs: readonly number[];
  entropies: readonly number[];
  /** 1 + the number of tokens that are likelier than the reply's own. */
  ranks: readonly number[];
  /** What `topK` asked for. */
  top?: readonly (readonly TopToken[])[];
}

export interface CompareReply {
  kind: 'compare';
  ids: readonly number[];
  tokens: readonly string[];
  student: TokenReadings;
  teacher: TokenReadings;
  /** KL(student || teacher) at each position, over the whole vocabulary that both have. */
  reverseKl: readonly number[];
  /** KL(teacher || student). */
  forwardKl: readonly number[];
  /** Jensen-Shannon divergence, half of each. */
  jensenShannon: readonly number[];
  /** Whether both templates made the same tokens of the messages. */
  samePrompt: boolean;
  promptTokens: number;
  latencyMs: number;
}

export interface EmbedReply {
  kind: 'embed';
  vector: readonly number[];
  latencyMs: number;
}

export type ModelReply = GenerateReply | ChooseReply | LogprobsReply | CompareReply | EmbedReply;

/** The reply that a call gets. */
export type ReplyOf<Call extends ModelCall> = Extract<ModelReply, { kind: Call['kind'] }>;
