import type {
  ChooseCall,
  ChooseReply,
  EmbedCall,
  EmbedReply,
  GenerateCall,
  GenerateReply,
  LogprobsCall,
  LogprobsReply,
  Message,
} from '../../../src/core/calls/call.ts';
import { modelKey, type ModelRef } from '../../../src/core/calls/model.ts';
import { endpointHost } from '../../../src/core/endpoints/endpointHost.ts';
import {
  endpointModel,
  type EndpointAccess,
  type EndpointReport,
} from '../../../src/core/endpoints/endpoint.ts';
import { ModelFailureError } from '../../../src/core/models/failure.ts';
import type { Outcome } from '../../../src/rpc/modelWorker.ts';
import type { Engine, LoadedInfo } from '../engine.ts';
import { checkTopK } from '../checkTopK.ts';
import { describeFailure } from '../failures.ts';
import { renormalise } from '../logSoftmax.ts';
import { endpointFailure } from './endpointFailures.ts';
import {
  readChat,
  readEcho,
  readEmbedding,
  readModels,
  type Candidate,
  type ChatAnswer,
} from './replies.ts';
import { askEndpoint, REQUEST_LIMITS, type RequestLimits } from './request.ts';
import { scoreEcho } from './scoreEcho.ts';
import { scoreLabels } from './scoreLabels.ts';

/** As many as OpenAI, vLLM as it is started, and Ollama give. */
const CANDIDATES = 20;
/** OpenAI takes four; what is written is cut at all of them anyway. */
const MOST_STOPS = 4;
/** A list is short, but a server may load a model before it says its first word. */
const LIST_MS = 20_000;
const PROBE_MS = 120_000;

const CHAT = '/chat/completions';

/**
 * Models behind OpenAI-compatible endpoints: vLLM, llama.cpp's server, Ollama, LM Studio, OpenAI. The
 * calls are the same as for a model in the browser; what leaves it is the prompt. Addresses and keys
 * are handed in beside the calls and stay here.
 */
export class EndpointEngine implements Engine {
  readonly #limits: RequestLimits;
  #known = new Map<string, EndpointAccess>();

  constructor(limits: RequestLimits = REQUEST_LIMITS) {
    this.#limits = limits;
  }

  /** Takes the place of what was known before. */
  setEndpoints(endpoints: readonly EndpointAccess[]): void {
    this.#known = new Map(endpoints.map((access) => [modelKey(endpointModel(access)), access]));
  }

  /** Asks nobody: whether the server answers shows with the first call. */
  async load(model: ModelRef): Promise<Outcome<LoadedInfo>> {
    return await this.#guarded(model, (access) => {
      const { revision } = endpointModel(access);
      return Promise.resolve({
        key: modelKey(model),
        hardware: `the machine behind ${endpointHost({ revision })}, not known`,
        runtime: 'OpenAI-compatible endpoint; weights and number format not known',
        loadMs: 0,
        commit: revision,
        bytes: 0,
      });
    });
  }

  async generate(call: GenerateCall, signal: AbortSignal): Promise<Outcome<GenerateReply>> {
    return await this.#timed(call.model, async (access) => {
      const { sampling } = call;
      const stop = call.stop.filter((text) => text !== '');
      const answer = await this.#chat(access, signal, {
        messages: call.messages,
        max_tokens: call.maxNewTokens,
        ...(sampling.kind === 'greedy' ? { temperature: 0 } : samplingFields(sampling)),
        ...(stop.length === 0 ? {} : { stop: stop.slice(0, MOST_STOPS) }),
      });
      const cut = firstStop(answer.text, stop);
      return {
        kind: 'generate',
        text: cut === null ? answer.text : answer.text.slice(0, cut),
        finishReason: finishReason(answer, cut !== null),
        promptTokens: answer.tokens.prompt,
        newTokens: answer.tokens.written,
      };
    });
  }

  async choose(call: ChooseCall, signal: AbortSignal): Promise<Outcome<ChooseReply>> {
    return await this.#timed(call.model, async (access) => {
      const answer = await this.#firstToken(access, call.messages, signal);
      const scores = scoreLabels(answer.first, call.labels);
      if (scores.kind === 'alike') throw endpointFailure.labelsAlike(access, scores.label);
      return {
        kind: 'choose',
        // A label that is not named has no number here: whoever reads the reply finds it unreadable, and the run goes on.
        logprobs: scores.logprobs,
        probabilities: renormalise(scores.logprobs),
        promptTokens: answer.tokens.prompt,
      };
    });
  }

  /**
   * The text is scored as it stands, one message after the other with a line feed between them: a
   * server's chat template cannot be had from outside, and without one this is what a base model
   * in the browser is given as well. The likeliest tokens can be listed; what takes the whole vocabulary cannot be had.
   */
  async logprobs(call: LogprobsCall, signal: AbortSignal): Promise<Outcome<LogprobsReply>> {
    return await this.#timed(call.model, async (access) => {
      if (call.distribution !== undefined) throw endpointFailure.noDistribution(access);
      checkTopK(call);
      const { topK } = call;
      const prompt = call.messages.map(({ content }) => content).join('\n');
      const body = { max_tokens: 1, temperature: 0, echo: true, logprobs: topK ?? 1 };
      const asked = { prompt: prompt + call.continuation, ...body };
      const echoed = await this.#ask(access, signal, '/completions', asked).then(
        (value) => readEcho(value, access),
        (error: unknown) => {
          // A server may have chats alone.
          if (isMissing(error)) return null;
          throw error;
        },
      );
      const scored = echoed && scoreEcho(echoed, prompt, call.continuation, topK);
      if (echoed === null || scored === null) throw endpointFailure.noEcho(access);
      const { tokens, logprobs, top } = scored;
      const reply = {
        kind: 'logprobs',
        logprobs,
        tokens,
        promptTokens: echoed.promptTokens,
      } as const;
      if (topK === undefined) return reply;
      if (top === null) throw endpointFailure.fewCandidates(access, topK);
      return { ...reply, top };
    });
  }

  async embed(call: EmbedCall, signal: AbortSignal): Promise<Outcome<EmbedReply>> {
    return await this.#timed(call.model, async (access) => {
      const value = await this.#ask(access, signal, '/embeddings', {
        input: call.text,
        encoding_format: 'float',
      });
      return { kind: 'embed', vector: readEmbedding(value, access) };
    });
  }

  /** Asks what a server lists and, where a model is named, one word of it. Nothing is stored. */
  async test(access: EndpointAccess, signal: AbortSignal): Promise<Outcome<EndpointReport>> {
    try {
      const models = await this.#list(access, signal);
      if (access.model === '') return { ok: true, value: { models, probe: null } };
      return { ok: true, value: { models, probe: await this.#probe(access, signal) } };
    } catch (error) {
      return { ok: false, failure: describeFailure(error, endpointModel(access), 'Testing') };
    }
  }

  /** Null where the server has no list, unless that is all that was asked for. */
  async #list(access: EndpointAccess, signal: AbortSignal): Promise<string[] | null> {
    const limits = { ...this.#limits, timeoutMs: Math.min(LIST_MS, this.#limits.timeoutMs) };
    try {
      const value = await askEndpoint(access, { path: '/models', body: null }, limits, signal);
      return readModels(value, access);
    } catch (error) {
      if (isMissing(error) && access.model !== '') return null;
      throw error;
    }
  }

  async #probe(access: EndpointAccess, signal: AbortSignal): Promise<EndpointReport['probe']> {
    const limits = { ...this.#limits, timeoutMs: Math.min(PROBE_MS, this.#limits.timeoutMs) };
    const messages: readonly Message[] = [{ role: 'user', content: 'Is water wet? yes or no:' }];
    try {
      const { first } = await this.#firstToken(access, messages, signal, limits);
      return { logprobs: { kind: 'given', candidates: first.length } };
    } catch (error) {
      if (!(error instanceof ModelFailureError) || error.failure.code !== 'unsupported-call') {
        throw error;
      }
      // It may be the log-probabilities that it refuses, or everything.
      await this.#chat(access, signal, { messages, max_tokens: 1, temperature: 0 }, limits);
      return { logprobs: { kind: 'none', reason: error.failure.message } };
    }
  }

  async #firstToken(
    access: EndpointAccess,
    messages: readonly Message[],
    signal: AbortSignal,
    limits = this.#limits,
  ): Promise<ChatAnswer & { first: readonly Candidate[] }> {
    const body = {
      messages,
      max_tokens: 1,
      temperature: 0,
      logprobs: true,
      top_logprobs: CANDIDATES,
    };
    const answer = await this.#chat(access, signal, body, limits);
    const { first } = answer;
    if (first === null) {
      throw endpointFailure.noLogprobs(access, 'its answer comes without them');
    }
    return { ...answer, first };
  }

  async #chat(
    access: EndpointAccess,
    signal: AbortSignal,
    body: object,
    limits = this.#limits,
  ): Promise<ChatAnswer> {
    return readChat(await this.#ask(access, signal, CHAT, body, limits), access);
  }

  async #ask(
    access: EndpointAccess,
    signal: AbortSignal,
    path: string,
    body: object,
    limits = this.#limits,
  ): Promise<unknown> {
    const request = { path, body: { model: access.model, ...body, stream: false } };
    return await askEndpoint(access, request, limits, signal);
  }

  async #timed<Reply>(
    model: ModelRef,
    action: (access: EndpointAccess) => Promise<Reply>,
  ): Promise<Outcome<Reply & { latencyMs: number }>> {
    const startMs = performance.now();
    return await this.#guarded(model, async (access) => ({
      ...(await action(access)),
      latencyMs: performance.now() - startMs,
    }));
  }

  async #guarded<T>(
    model: ModelRef,
    action: (access: EndpointAccess) => Promise<T>,
  ): Promise<Outcome<T>> {
    const access = this.#known.get(modelKey(model));
    try {
      if (access === undefined) {
        throw endpointFailure.notStored(endpointHost(model), model.id);
      }
      return { ok: true, value: await action(access) };
    } catch (error) {
      return { ok: false, failure: describeFailure(error, model, 'Asking') };
    }
  }
}

/** `top_k` is no part of OpenAI's interface; vLLM and llama.cpp take it, and others refuse or pass over it. */
function samplingFields({
  temperature,
  topP,
  topK,
  seed,
}: Extract<GenerateCall['sampling'], { kind: 'sample' }>): object {
  return { temperature, top_p: topP, ...(topK === undefined ? {} : { top_k: topK }), seed };
}

/** Few servers say what it was that ended an answer: an end token, or a stop string, which they cut off. */
function finishReason(
  { isCut, isStopped }: ChatAnswer,
  isCutHere: boolean,
): GenerateReply['finishReason'] {
  if (isCutHere || isStopped) return 'stop-string';
  return isCut ? 'length' : 'stop';
}

function isMissing(error: unknown): boolean {
  return error instanceof ModelFailureError && error.failure.code === 'model-not-found';
}

/** Where the earliest of the stop strings begins; null where none occurs. */
function firstStop(text: string, stops: readonly string[]): number | null {
  const places = stops.map((stop) => text.indexOf(stop)).filter((at) => at >= 0);
  return places.length === 0 ? null : Math.min(...places);
}
