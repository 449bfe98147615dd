/** Thrown for a value that has no canonical form; a programming error, not bad input. */
export class NotCanonicalError extends Error {
  readonly path: string;
  constructor(path: string, what: string) {
    super(`${path === '' ? 'the value' : path} is ${what}, which has no canonical JSON form`);
    this.name = 'NotCanonicalError';
    this.path = path;
  }
}

/**
 * JSON with object keys in code-unit order and no white space, so that equal values have equal
 * text (the idea of RFC 8785; numbers as ECMAScript prints them). Keys whose value is `undefined`
 * are left out.
 *
 * @throws NotCanonicalError for NaN, infinities, functions, symbols and bigints.
 */
export function canonicalJson(value: unknown, path = ''): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') {
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotCanonicalError(path, String(value));
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map((entry: unknown, index) => canonicalJson(entry, `${path}[${String(index)}]`)).join(',')}]`;
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry, `${path}.${key}`)}`).join(',')}}`;
  }
  throw new NotCanonicalError(path, typeof value);
}
