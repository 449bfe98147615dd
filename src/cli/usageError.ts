/** The command line is wrong; the message says which part. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
