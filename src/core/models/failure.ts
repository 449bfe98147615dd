/** What can go wrong with a model, each with its own way out. */
export const MODEL_FAILURE_CODES = [
  'model-not-found',
  'file-missing',
  'checksum',
  'truncated',
  'bad-config',
  'unsupported-operator',
  'does-not-fit',
  'too-large',
  'no-room',
  'needs-consent',
  'no-webgpu',
  'device-lost',
  'worker-died',
  'network',
  'offline',
  'unsupported-call',
  'aborted',
  // Of models behind an endpoint.
  'access-denied',
  'rate-limited',
  'server-error',
  'bad-reply',
  'unreachable',
  'timeout',
  'insecure',
  'unknown',
] as const;

export type ModelFailureCode = (typeof MODEL_FAILURE_CODES)[number];

/** An expected failure of a model, as a value: it crosses from the worker to the page unchanged. */
export interface ModelFailure {
  code: ModelFailureCode;
  /** One sentence that names the model and what happened. */
  message: string;
  /** One sentence that says what to do. */
  remedy: string;
}

/** The same, as an error, for code that has no other way to say no. */
export class ModelFailureError extends Error {
  readonly failure: ModelFailure;
  constructor(failure: ModelFailure) {
    super(`${failure.message} ${failure.remedy}`);
    this.name = 'ModelFailureError';
    this.failure = failure;
  }
}
