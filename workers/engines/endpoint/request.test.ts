import { expect, test } from 'vitest';
import { isMixedContent } from './request.ts';
import { retryAfterMs } from './retryAfter.ts';
import { serverWords } from './endpointFailures.ts';

test.each([
  ['https:', 'http://192.168.1.5:8000/v1', true],
  ['https:', 'http://llm.example/v1', true],
  ['https:', 'https://llm.example/v1', false],
  ['https:', 'http://127.0.0.1:8080/v1', false],
  ['https:', 'http://localhost:11434/v1', false],
  ['http:', 'http://192.168.1.5:8000/v1', false],
])('a page from %s that asks %s is kept from it: %s', (protocol, base, isKept) => {
  expect(isMixedContent(protocol, base)).toBe(isKept);
});

test.each([
  [null, null],
  ['', null],
  ['soon', null],
  ['-3', null],
  ['0', 0],
  [' 120 ', 120_000],
  ['Fri, 20 Nov 2026 10:00:30 GMT', 30_000],
  ['Fri, 20 Nov 2026 09:00:00 GMT', 0],
])('Retry-After %j is %s ms', (header, ms) => {
  expect(retryAfterMs(header, Date.parse('2026-11-20T10:00:00Z'))).toBe(ms);
});

test.each([
  ['{"error":{"message":"Too long","code":400}}', 'Too long'],
  ['{"error":"model not found"}', 'model not found'],
  ['{"object":"error","message":"No"}', 'No'],
  ['{"detail":"Not Found"}', 'Not Found'],
  ['{"detail":[{"msg":"x"}]}', ''],
  ['[]', ''],
  ['upstream gone', 'upstream gone'],
  ['<html><script>alert(1)</script>', ''],
  ['a\u0000\u202eb\n\nc', 'a b c'],
  ['see https://u:p@host/secret?key=1, please', 'see … please'],
  ['key abc123 is not abc123', 'key … is not …'],
])('of %j the words are %j', (body, words) => {
  expect(serverWords(body, { key: 'abc123' })).toBe(words);
});

test('a server’s words are cut', () => {
  expect(serverWords('x'.repeat(500), { key: null })).toHaveLength(200);
});
