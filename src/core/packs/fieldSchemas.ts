import * as v from 'valibot';

/** Fields that several pack schemas share. Packs come from strangers: every string and list is capped. */

/** A single line: no line feed and no other control character, so that it cannot break a prompt's lines. */
export const lineOfText = (most: number) =>
  v.pipe(
    v.string(),
    v.minLength(1, 'must not be empty'),
    v.maxLength(most, `must have at most ${String(most)} characters`),
    v.regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'must be one line without control characters'),
  );

/** Text of several lines. */
export const textOfLines = (most: number) =>
  v.pipe(
    v.string(),
    v.minLength(1, 'must not be empty'),
    v.maxLength(most, `must have at most ${String(most)} characters`),
    v.regex(/^(?:[^\p{Cc}]|[\n\t])*$/u, 'must not hold control characters'),
  );

/** A short name that is safe in an address, a file name and a table key. */
export const shortId = v.pipe(
  v.string(),
  v.regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/,
    'must be 1 to 80 letters, digits, dots, dashes or underscores',
  ),
);

export const wholeNumber = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.safeInteger('must be a whole number'),
    v.minValue(least, `must be at least ${String(least)}`),
    v.maxValue(most, `must be at most ${String(most)}`),
  );

export const sha256Field = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hex digits'),
);

/** Whether sentence numbers (1-based) are in ascending order, each once. */
export const areAscending = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => number > (numbers[index - 1] ?? 0));
