import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { choose, generate } from './build.ts';
import { canonicalJson, NotCanonicalError } from './canonicalJson.ts';
import { callIdentity, identityOf, sha256Hex } from './identity.ts';
import type { ModelRef } from './model.ts';

const model: ModelRef = {
  source: 'bundled',
  id: 'student-small',
  revision: 'abc',
  dtype: 'fp32',
  device: 'wasm',
};

describe('canonicalJson', () => {
  it('orders keys at every depth and drops undefined ones', () => {
    expect(canonicalJson({ b: [{ d: 1, c: undefined, a: 'x' }], a: null })).toBe(
      '{"a":null,"b":[{"a":"x","d":1}]}',
    );
  });

  it('is a JSON text of the same value, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('names the place of a value that JSON cannot hold', () => {
    expect(() => canonicalJson({ a: [1, Number.NaN] })).toThrow(NotCanonicalError);
    expect(() => canonicalJson({ a: [1, Number.NaN] })).toThrow('.a[1] is NaN');
  });
});

describe('callIdentity', () => {
  it('is the SHA-256 of the canonical text', () => {
    // printf 'abc' | sha256sum
    expect(sha256Hex('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(identityOf({ b: 1, a: 2 })).toBe(sha256Hex('{"a":2,"b":1}'));
  });

  it('changes with every setting that changes the reply, and with nothing else', () => {
    const messages = [{ role: 'user' as const, content: 'hello' }];
    const base = generate(model, messages, { maxNewTokens: 8, answerSpace: { kind: 'text' } });
    const same = {
      ...base,
      model: {
        device: 'wasm',
        dtype: 'fp32',
        id: 'student-small',
        revision: 'abc',
        source: 'bundled',
      },
    } as const;
    expect(callIdentity(same)).toBe(callIdentity(base));
    const others = [
      { ...base, maxNewTokens: 9 },
      { ...base, stop: ['\n'] },
      { ...base, model: { ...model, revision: 'abd' } },
      { ...base, model: { ...model, device: 'webgpu' as const } },
      { ...base, sampling: { kind: 'sample' as const, temperature: 1, topP: 1, seed: 1 } },
      choose(model, messages, ['yes', 'no']),
      choose(model, messages, ['no', 'yes']),
    ];
    const identities = new Set([base, ...others].map(callIdentity));
    expect(identities.size).toBe(others.length + 1);
  });
});
