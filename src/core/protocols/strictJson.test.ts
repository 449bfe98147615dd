import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readStrictJson } from './strictJson.ts';

const schema = v.strictObject({ a: v.number() });

describe('a strict JSON reply', () => {
  it.each([
    '{"a":1}',
    ' \n{"a":1}\n ',
    ' \n```json\n{"a":1}\n```\n',
    '```json\n{\n"a": 1\n}\n```',
    '```json\n{"a":1}\n```',
    '```\n{"a":1}\n```',
  ])('is read from %j', (text) => {
    expect(readStrictJson(text, schema)).toEqual({ a: 1 });
  });

  it.each([
    '',
    '{"a":1} as said',
    'The answer says {"a":1}',
    '{"a":1}{"a":1}',
    '{"a":"1"}',
    '{"a":1,"b":2}',
    '[{"a":1}]',
    '{"a":1',
    'Here:\n```json\n{"a":1}\n```',
    '```json\n{"a":1}\n```\nThat is my view.',
    '```python\n{"a":1}\n```',
  ])('is not read from %j', (text) => {
    expect(readStrictJson(text, schema)).toBeNull();
  });

  it('is not read from an endless text', () => {
    expect(readStrictJson(`{"a":1}${' '.repeat(19_993)}`, schema)).toEqual({ a: 1 });
    expect(readStrictJson(`{"a":1}${' '.repeat(19_994)}`, schema)).toBeNull();
  });
});
