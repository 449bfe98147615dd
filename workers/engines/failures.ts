import type { ModelRef } from '../../src/core/calls/model.ts';
import {
  type ModelFailure,
  type ModelFailureCode,
  ModelFailureError,
} from '../../src/core/models/failure.ts';

/** Every failure that the engine raises itself, with its way out. */
const REMEDIES = {
  'model-not-found': 'Check the name and the revision.',
  'file-missing': 'Choose another number format, or a model that has this file.',
  checksum: 'Load it again; if this repeats, the copy on the server is damaged.',
  truncated: 'Load it again; if this repeats, the copy on the server is cut short.',
  'bad-config': 'Correct the file, or choose another model.',
  'unsupported-operator': 'Run it over wasm, or choose another number format or model.',
  'does-not-fit': 'Close other tabs, or choose a smaller model or number format.',
  'too-large': 'Choose a smaller number format or model.',
  'no-room':
    'Delete models that are kept under Models, or free space on this device, and try again.',
  'needs-consent': 'Agree to the download to go on.',
  'no-webgpu': 'Run it over wasm, or open the page in a browser with WebGPU.',
  'device-lost': 'Resume: a new worker takes over, and nothing answered is asked again.',
  'worker-died': 'Resume: a new worker takes over, and nothing answered is asked again.',
  network: 'Check the connection and try again: what is kept here is not fetched again.',
  offline: 'Connect and try again: what is kept here is not fetched again.',
  'unsupported-call': 'Choose another model for this role, or another protocol.',
  aborted: 'Start it again when you like.',
  'access-denied': 'Correct the key on the Models page.',
  'rate-limited': 'Wait a while and resume: nothing answered is asked again.',
  'server-error': 'Look at the server’s own log, then resume: nothing answered is asked again.',
  'bad-reply': 'Check that the address is the one of an OpenAI-compatible server.',
  unreachable: 'Start the server, let it answer pages of other origins (CORS), then try again.',
  timeout: 'Give the server a smaller model or a faster machine, then resume.',
  insecure: 'Give the address as https, or serve Benchside on your own machine with npm start.',
  unknown: 'Try again; if this repeats, report it with this message.',
} as const satisfies Record<ModelFailureCode, string>;

export function failureError(
  code: ModelFailureCode,
  message: string,
  remedy: string = REMEDIES[code],
): ModelFailureError {
  return new ModelFailureError({ code, message, remedy });
}

/** @throws ModelFailureError `aborted` where the signal says so. */
export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw failureError('aborted', 'The work was stopped.');
}

/** What was thrown, in words, in whatever form: Error, string, or the bare number of a C++ exception. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Patterns in onnxruntime's messages; its codes are those of OrtErrorCode. The first that matches names the failure. */
const RUNTIME_FAILURES: readonly (readonly [pattern: RegExp, code: ModelFailureCode])[] = [
  [/device (was )?lost|device is lost|GPUDevice.*lost/i, 'device-lost'],
  [
    /bad_alloc|out of memory|allocation failed|failed to allocate|could not allocate|Aborted\(\)|memory access out of bounds|max\w*BufferSize|exceeds the max buffer/i,
    'does-not-fit',
  ],
  [
    /ERROR_CODE: 9\b|not find an implementation|No Op registered|not a registered function|No opset import|Unsupported (device|operator|type)|not implemented/i,
    'unsupported-operator',
  ],
  [/ERROR_CODE: (7|10)\b|protobuf|INVALID_GRAPH|Load model from .* failed/i, 'bad-config'],
];

/** A failure for whatever was thrown while a model was loaded or ran. */
export function describeFailure(error: unknown, model: ModelRef, doing: string): ModelFailure {
  if (error instanceof ModelFailureError) return error.failure;
  const text = errorText(error);
  const code = RUNTIME_FAILURES.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
  return {
    code,
    message: `${doing} ${model.id} failed: ${firstLine(text)}`,
    remedy: REMEDIES[code],
  };
}

/** The runtime's messages run over many lines; the first says what went wrong. */
function firstLine(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
