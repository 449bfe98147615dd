import * as v from 'valibot';

/** What is wrong with a pack, and where. */
export interface PackError {
  file: 'manifest.json' | 'items.jsonl';
  /** 1-based line of items.jsonl; null for the manifest and for faults of the whole file. */
  line: number | null;
  /** Dotted path of the field, such as `sentences.3`; null where no single field is at fault. */
  field: string | null;
  /** One sentence for the reader that names the file, the line and the field. */
  sentence: string;
}

export type PackResult<T> = { ok: true; value: T } | { ok: false; error: PackError };

/** Messages may quote hostile input: this much of them is shown. */
const MAX_REASON_CHARACTERS = 200;

export function packError(
  place: Pick<PackError, 'file' | 'line' | 'field'>,
  reason: string,
): { ok: false; error: PackError } {
  const line = place.line === null ? '' : `, line ${String(place.line)}`;
  const field = place.field === null ? '' : `, field "${place.field}"`;
  const shown =
    reason.length > MAX_REASON_CHARACTERS ? `${reason.slice(0, MAX_REASON_CHARACTERS)}…` : reason;
  return {
    ok: false,
    error: { ...place, sentence: `${place.file}${line}${field}: ${shown}.` },
  };
}

/** Reads JSON and checks it against a schema. */
export function parseJsonWith<Schema extends v.GenericSchema>(
  schema: Schema,
  json: string,
  place: Pick<PackError, 'file' | 'line'>,
): PackResult<v.InferOutput<Schema>> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return packError({ ...place, field: null }, `this is not JSON: ${why}`);
  }
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return { ok: true, value: result.output };
  const [issue] = result.issues;
  const field = v.getDotPath(issue);
  const shownField = field === null ? null : field.slice(0, 100);
  return packError({ ...place, field: shownField }, issue.message);
}
