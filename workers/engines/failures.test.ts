import { describe, expect, test } from 'vitest';
import type { ModelRef } from '../../src/core/calls/model.ts';
import { describeFailure, failureError } from './failures.ts';

const model: ModelRef = {
  source: 'hub',
  id: 'someone/something',
  revision: 'main',
  dtype: 'q4',
  device: 'webgpu',
};

/** As onnxruntime-web 1.31 and Chromium word them. */
const MESSAGES: readonly (readonly [message: string, code: string])[] = [
  [
    "Can't create a session. ERROR_CODE: 7, ERROR_MESSAGE: Failed to load model because protobuf parsing failed.",
    'bad-config',
  ],
  [
    "Can't create a session. ERROR_CODE: 10, ERROR_MESSAGE: This is an invalid model. Error in Node: : No Op registered for NoSuchOperator with domain_version of 1",
    'unsupported-operator',
  ],
  [
    "Can't create a session. ERROR_CODE: 9, ERROR_MESSAGE: Could not find an implementation for Trilu(14) node with name 'x'",
    'unsupported-operator',
  ],
  ["Can't create a session. ERROR_CODE: 6, ERROR_MESSAGE: std::bad_alloc", 'does-not-fit'],
  ['Array buffer allocation failed', 'does-not-fit'],
  ['WebAssembly.Memory(): could not allocate memory', 'does-not-fit'],
  ['A valid external Instance reference no longer exists: the GPUDevice was lost', 'device-lost'],
  ['something that nobody has seen yet', 'unknown'],
];

describe('describeFailure', () => {
  test.each(MESSAGES)('%s', (message, code) => {
    const failure = describeFailure(new Error(message), model, 'Loading');
    expect(failure.code).toBe(code);
    expect(failure.message).toContain('Loading someone/something failed: ');
    expect(failure.remedy).not.toBe('');
  });

  test('keeps a failure that was described already', () => {
    const error = failureError('checksum', 'One bit is wrong.');
    expect(describeFailure(error, model, 'Loading')).toBe(error.failure);
  });

  test('reads what is thrown without being an error, and shortens what goes on', () => {
    expect(describeFailure(12_345, model, 'Running').message).toContain('12345');
    const long = describeFailure(new Error('x'.repeat(1000)), model, 'Running').message;
    expect(long.length).toBeLessThan(360);
  });
});
