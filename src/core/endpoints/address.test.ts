import { describe, expect, it } from 'vitest';
import { modelRefSchema } from '../calls/model.ts';
import * as v from 'valibot';
import { readEndpointAddress } from './address.ts';
import { endpointAccessSchema, endpointModel, keyProblem, modelNameProblem } from './endpoint.ts';
import { endpointHost } from './endpointHost.ts';

describe('an endpoint’s address', () => {
  it.each([
    ['http://127.0.0.1:8080/v1', 'http://127.0.0.1:8080/v1', '127.0.0.1:8080', true],
    ['  HTTP://LocalHost:11434/v1/ ', 'http://localhost:11434/v1', 'localhost:11434', true],
    ['http://[::1]:80/v1', 'http://[::1]/v1', '[::1]', true],
    ['https://api.openai.com/v1', 'https://api.openai.com/v1', 'api.openai.com', false],
    ['https://a.example:443', 'https://a.example', 'a.example', false],
    ['http://127.0.0.1.example/v1', 'http://127.0.0.1.example/v1', '127.0.0.1.example', false],
    ['https://a.example/team/X/v1//', 'https://a.example/team/X/v1', 'a.example', false],
  ])('%s is read', (text, base, host, isLoopback) => {
    expect(readEndpointAddress(text)).toMatchObject({
      ok: true,
      value: { base, host, isLoopback, isEncrypted: base.startsWith('https') },
    });
    // What was read is read again as the same.
    expect(readEndpointAddress(base)).toMatchObject({ value: { base, host } });
  });

  it.each([
    ['', 'Write the server’s address'],
    ['127.0.0.1:8080/v1', 'begins with http:// or https://'],
    ['javascript:alert(1)', 'begins with http:// or https://'],
    ['https://me:word@a.example/v1', 'the key has a field of its own'],
    ['https://a.example/v1?key=1', 'nothing behind ? or #'],
    ['https://a.example/v1#x', 'nothing behind ? or #'],
    ['https://a b/v1', 'nothing behind ? or #'],
    ['https://a.example/v1/chat/completions/', 'Leave /chat/completions out'],
    [`https://a.example/${'x'.repeat(400)}`, 'at most 400 characters'],
  ])('%s is refused', (text, words) => {
    const read = readEndpointAddress(text);
    expect(read.ok ? '' : read.message).toContain(words);
  });
});

describe('a model at an endpoint', () => {
  const access = { base: 'https://a.example:8443/secret-path/v1', model: 'qwen3:4b' };

  it('is named by host and fingerprint, always alike, and without its path', () => {
    const model = endpointModel(access);
    expect(model).toMatchObject({ source: 'endpoint', id: 'qwen3:4b', dtype: 'unknown' });
    expect(model.revision).toMatch(/^a\.example:8443#[0-9a-f]{8}$/);
    expect(endpointModel({ ...access })).toEqual(model);
    expect(endpointHost(model)).toBe('a.example:8443');
    expect(JSON.stringify(model)).not.toContain('secret-path');
  });

  it('is another at another address, and under another name', () => {
    const { revision } = endpointModel(access);
    expect(endpointModel({ ...access, base: 'https://a.example:8443/v1' }).revision).not.toBe(
      revision,
    );
    expect(endpointModel({ ...access, model: 'b' }).revision).toBe(revision);
  });

  it('is a model that calls can carry, on no device of this machine', () => {
    const model = endpointModel(access);
    expect(v.parse(modelRefSchema, model)).toEqual(model);
    const wrong: object[] = [
      { device: 'wasm' },
      { dtype: 'fp32' },
      { revision: 'main' },
      { id: 'a b' },
      { key: 'sk-1' },
      { base: 'https://a.example/v1' },
    ];
    for (const change of wrong) expect(v.is(modelRefSchema, { ...model, ...change })).toBe(false);
    const bundled = { source: 'bundled', id: 'm', revision: '1', dtype: 'fp32', device: 'remote' };
    expect(v.is(modelRefSchema, bundled)).toBe(false);
  });
});

it('takes keys and names that headers and lists can carry', () => {
  for (const key of ['', 'sk-abc_DEF.123', '~!']) expect(keyProblem(key)).toBeNull();
  for (const key of ['a b', 'a\nb', 'ä', 'x'.repeat(401)]) expect(keyProblem(key)).not.toBeNull();
  for (const name of ['qwen3:4b', '/models/a.gguf', 'a/b@c+d']) {
    expect(modelNameProblem(name)).toBeNull();
  }
  for (const name of ['', 'a b', '<b>']) expect(modelNameProblem(name)).not.toBeNull();
  const access = { base: 'http://127.0.0.1:1/v1', key: null, model: '' };
  expect(v.is(endpointAccessSchema, access)).toBe(true);
  expect(v.is(endpointAccessSchema, { ...access, base: 'http://127.0.0.1:1/v1/' })).toBe(false);
  expect(v.is(endpointAccessSchema, { ...access, key: '' })).toBe(false);
});
