import * as v from 'valibot';
import { resultBundleSchema, type ResultBundle } from './bundle.ts';

/** Bad input, in one sentence that names the thing and the place. */
export interface InputProblem {
  code:
    | 'unavailable'
    | 'too-large'
    | 'not-json'
    | 'bad-field'
    | 'bad-checksum'
    | 'bad-link'
    | 'bad-version';
  message: string;
}

export type Parsed<T> = { ok: true; value: T } | { ok: false; problem: InputProblem };

/** Most characters of a result file. */
export const MAX_RESULT_FILE_CHARS = 20_000_000;

export function problem(code: InputProblem['code'], message: string): Parsed<never> {
  return { ok: false, problem: { code, message } };
}

/** Reads a value as a result bundle; `thing` begins the sentence of an error. */
export function parseBundleValue(input: unknown, thing: string): Parsed<ResultBundle> {
  const result = v.safeParse(resultBundleSchema, input);
  if (result.success) return { ok: true, value: result.output };
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  return problem(
    'bad-field',
    path === null
      ? `${thing} ${issue.message}.`
      : `${thing}: the field “${path}” is wrong: ${issue.message}.`,
  );
}

/** Reads a result file's text. */
export function parseBundleText(text: string, thing = 'The result file'): Parsed<ResultBundle> {
  if (text.length > MAX_RESULT_FILE_CHARS) {
    return problem('too-large', `${thing} is larger than 20 MB.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return problem(
      'not-json',
      `${thing} is not JSON: ${error instanceof Error ? error.message : 'unreadable'}.`,
    );
  }
  return parseBundleValue(value, thing);
}
