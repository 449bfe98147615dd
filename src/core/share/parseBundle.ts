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

/** What a file or a link holds can be of any length; a sentence cannot. */
export function short(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`;
}

export function problem(code: InputProblem['code'], message: string): Parsed<never> {
  return { ok: false, problem: { code, message } };
}

/** Reads a value by its schema; `thing` begins the sentence of an error. */
export function checkValue<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
  thing: string,
): Parsed<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, input);
  if (result.success) return { ok: true, value: result.output };
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  return problem(
    'bad-field',
    path === null
      ? `${thing} ${short(issue.message)}.`
      : `${thing}: the field “${short(path)}” is wrong: ${short(issue.message)}.`,
  );
}

/** Reads a value as a result bundle; `thing` begins the sentence of an error. */
export function parseBundleValue(input: unknown, thing: string): Parsed<ResultBundle> {
  return checkValue(resultBundleSchema, input, thing);
}

function tooLarge(thing: string): Parsed<never> {
  return problem('too-large', `${thing} is larger than 20 MB.`);
}

/** Reads a file that a reader chose; one that is too large is not even opened. */
export async function readBundleFile(file: {
  name: string;
  /** Bytes. */
  size: number;
  text: () => Promise<string>;
}): Promise<Parsed<ResultBundle>> {
  const thing = `The file ${file.name.slice(0, 80)}`;
  if (file.size > MAX_RESULT_FILE_CHARS) return tooLarge(thing);
  let text: string;
  try {
    text = await file.text();
  } catch {
    return problem('unavailable', `${thing} could not be read from this device.`);
  }
  return parseBundleText(text, thing);
}

/** Reads a result file's text. */
export function parseBundleText(text: string, thing = 'The result file'): Parsed<ResultBundle> {
  if (text.length > MAX_RESULT_FILE_CHARS) {
    return tooLarge(thing);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return problem(
      'not-json',
      `${thing} is not JSON: ${error instanceof Error ? short(error.message) : 'unreadable'}.`,
    );
  }
  return parseBundleValue(value, thing);
}
