import type { ModelRef } from './model.ts';

/** One chat message. */
export interface Message {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** How the next token is picked. A seed belongs to the setting, so a sampled reply can be replayed. */
export type Sampling =
  { kind: 'greedy' } | { kind: 'sample'; temperature: number; topP: number; seed: number };

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
}

/** Ask a model for a vector. */
export interface EmbedCall {
  kind: 'embed';
  model: ModelRef;
  text: string;
}

/** All that a protocol can ask of a model. Plain data: its identity is the hash of it. */
export type ModelCall = GenerateCall | ChooseCall | LogprobsCall | EmbedCall;

export interface GenerateReply {
  kind: 'generate';
  text: string;
  finishReason: 'stop' | 'length';
  promptTokens: number;
  newTokens: number;
  latencyMs: number;
}

export interface ChooseReply {
  kind: 'choose';
  /** Natural log-probability of each label as a continuation, in the call's order. */
  logprobs: readonly number[];
  /** Softmax of `logprobs` over the labels: sums to 1. */
  probabilities: readonly number[];
  promptTokens: number;
  latencyMs: number;
}

export interface LogprobsReply {
  kind: 'logprobs';
  /** Natural log-probability of each token of the continuation. */
  logprobs: readonly number[];
  tokens: readonly string[];
  promptTokens: number;
  latencyMs: number;
}

export interface EmbedReply {
  kind: 'embed';
  vector: readonly number[];
  latencyMs: number;
}

export type ModelReply = GenerateReply | ChooseReply | LogprobsReply | EmbedReply;

/** The reply that a call gets. */
export type ReplyOf<Call extends ModelCall> = Extract<ModelReply, { kind: Call['kind'] }>;
