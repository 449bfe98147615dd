import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { choose } from '../calls/build.ts';
import { modelRefSchema } from '../calls/model.ts';
import {
  chooseConstant,
  constantReplyOf,
  generateConstant,
  majorityModel,
} from './constantReply.ts';
import { RANDOM_MODEL } from './randomReply.ts';

function model(reply: string) {
  const made = majorityModel(reply);
  if (made === null) throw new Error('too long');
  return made;
}

describe('the majority baseline', () => {
  it('says in its revision what it says to everything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 50 }), (reply) => {
        expect(constantReplyOf(model(reply))).toBe(reply);
        expect(v.is(modelRefSchema, model(reply))).toBe(true);
      }),
    );
  });

  it('has no reference for a reply that does not fit, nor a reply for another reference', () => {
    expect(majorityModel('a'.repeat(225))).not.toBeNull();
    expect(majorityModel('a'.repeat(226))).toBeNull();
    expect(majorityModel('')).toBeNull();
    expect(constantReplyOf(RANDOM_MODEL)).toBeNull();
    expect(constantReplyOf({ ...model('no'), revision: 'a' })).toBeNull();
  });

  it('writes it, and is nearly sure of the label that is it', () => {
    expect(generateConstant('none').text).toBe('none');
    const call = choose(model('No\n'), [{ role: 'user', content: '?' }], ['yes', ' no', 'other']);
    const { probabilities, logprobs } = chooseConstant('No\n', call);
    expect(probabilities.map((p) => Number(p.toFixed(6)))).toEqual([0.01, 0.98, 0.01]);
    expect(logprobs[1]).toBeCloseTo(Math.log(0.98), 12);
  });

  it('has even odds where no label is it', () => {
    const call = choose(model('7'), [{ role: 'user', content: '?' }], ['yes', 'no']);
    expect(chooseConstant('7', call).probabilities).toEqual([0.5, 0.5]);
  });
});
