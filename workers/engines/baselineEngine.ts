import { modelKey } from '../../src/core/calls/model.ts';
import {
  chooseAtRandom,
  generateAtRandom,
  noRandomAnswer,
} from '../../src/core/models/randomReply.ts';
import type { Outcome } from '../../src/rpc/modelWorker.ts';
import type { Engine } from './engine.ts';

function done<T>(value: T): Promise<Outcome<T>> {
  return Promise.resolve({ ok: true, value });
}

function refused(kind: 'logprobs' | 'embed'): Promise<Outcome<never>> {
  return Promise.resolve({ ok: false, failure: noRandomAnswer(kind) });
}

/** The model that answers at random: the same queue and the same path as a real one. */
export const baselineEngine: Engine = {
  load: (model) =>
    done({
      key: modelKey(model),
      hardware: 'no model: random answers',
      runtime: 'benchside baseline',
      loadMs: 0,
      commit: model.revision,
      bytes: 0,
    }),
  generate: (call) => done(generateAtRandom(call)),
  choose: (call) => done(chooseAtRandom(call)),
  logprobs: () => refused('logprobs'),
  embed: () => refused('embed'),
};
