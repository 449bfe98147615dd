import type { ModelCall, ReplyOf } from '../../src/core/calls/call.ts';
import { modelKey, type ModelRef } from '../../src/core/calls/model.ts';
import { randomReply } from '../../src/core/models/randomReply.ts';
import type { Engine } from './engine.ts';

/** A random reply of the call's own kind. */
function reply<Call extends ModelCall>(call: Call): Promise<ReplyOf<Call>> {
  return new Promise((resolve) => {
    // `randomReply` answers in the call's kind or throws; the compiler cannot follow the switch.
    resolve(randomReply(call) as ReplyOf<Call>);
  });
}

/** The model that answers at random: the same queue and the same path as a real one. */
export function createBaselineEngine(model: ModelRef): Engine {
  return {
    loaded: {
      key: modelKey(model),
      hardware: 'no model: random answers',
      runtime: 'benchside baseline',
      loadMs: 0,
    },
    generate: reply,
    choose: reply,
    logprobs: reply,
    embed: reply,
    release: () => Promise.resolve(),
  };
}
