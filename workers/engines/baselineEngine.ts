import { isNoModel, modelKey, type ModelRef } from '../../src/core/calls/model.ts';
import {
  chooseConstant,
  constantReplyOf,
  generateConstant,
} from '../../src/core/models/constantReply.ts';
import {
  chooseAtRandom,
  generateAtRandom,
  noRandomAnswer,
  RANDOM_MODEL,
} from '../../src/core/models/randomReply.ts';
import type { Outcome } from '../../src/rpc/modelWorker.ts';
import type { Engine } from './engine.ts';
import { failureError } from './failures.ts';

function done<T>(value: T): Promise<Outcome<T>> {
  return Promise.resolve({ ok: true, value });
}

function refused(kind: 'logprobs' | 'embed'): Promise<Outcome<never>> {
  return Promise.resolve({ ok: false, failure: noRandomAnswer(kind) });
}

function unknown(model: ModelRef): Promise<Outcome<never>> {
  const message = isNoModel(model)
    ? 'The protocol asked a role that it says it does not have.'
    : `There is no baseline ${model.id} with the revision ${model.revision.slice(0, 40)}.`;
  return Promise.resolve({ ok: false, failure: failureError('model-not-found', message).failure });
}

/** The models that answer by a rule: the same queue and the same path as a real one. */
export const baselineEngine: Engine = {
  load: (model) => {
    const isRandom = model.id === RANDOM_MODEL.id;
    if (!isRandom && constantReplyOf(model) === null) return unknown(model);
    return done({
      key: modelKey(model),
      hardware: `no model: ${isRandom ? 'random answers' : 'one constant answer'}`,
      runtime: 'benchside baseline',
      loadMs: 0,
      commit: model.revision,
      bytes: 0,
    });
  },
  generate: (call) => {
    const constant = constantReplyOf(call.model);
    return done(constant === null ? generateAtRandom(call) : generateConstant(constant));
  },
  choose: (call) => {
    const constant = constantReplyOf(call.model);
    return done(constant === null ? chooseAtRandom(call) : chooseConstant(constant, call));
  },
  logprobs: () => refused('logprobs'),
  embed: () => refused('embed'),
};
