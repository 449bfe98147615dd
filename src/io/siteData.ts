import * as v from 'valibot';
import { problem, type Parsed } from '../core/share/parseBundle.ts';

/** Reads what the site ships: small files beside the page. */
export class SiteData {
  readonly #base: string;
  readonly #fetch: typeof fetch;

  /** `base` is the absolute URL of the data folder, ending in a slash. */
  constructor(base: string, fetchFile: typeof fetch) {
    this.#base = base;
    this.#fetch = fetchFile;
  }

  url(path: string): string {
    return new URL(path, this.#base).href;
  }

  /** The text of a file, or a sentence that says why it could not be had. */
  async text(path: string): Promise<Parsed<string>> {
    return await this.#read(path, async (response) => await response.text());
  }

  /** The bytes of a file, or a sentence that says why they could not be had. */
  async bytes(path: string): Promise<Parsed<Uint8Array<ArrayBuffer>>> {
    return await this.#read(path, async (response) => new Uint8Array(await response.arrayBuffer()));
  }

  async #read<T>(path: string, read: (response: Response) => Promise<T>): Promise<Parsed<T>> {
    try {
      const response = await this.#fetch(this.url(path));
      if (!response.ok) {
        return problem(
          'unavailable',
          `The site’s file ${path} could not be read: the server answered ${String(response.status)}. Reload the page to try again.`,
        );
      }
      return { ok: true, value: await read(response) };
    } catch {
      return problem(
        'unavailable',
        `The site’s file ${path} could not be read: there is no connection to the server. Reload the page to try again.`,
      );
    }
  }

  /** A JSON file, checked against a schema. */
  async json<Schema extends v.GenericSchema>(
    path: string,
    schema: Schema,
  ): Promise<Parsed<v.InferOutput<Schema>>> {
    const text = await this.text(path);
    if (!text.ok) return text;
    let value: unknown;
    try {
      value = JSON.parse(text.value);
    } catch {
      return problem('not-json', `The site’s file ${path} is not JSON.`);
    }
    const result = v.safeParse(schema, value);
    if (result.success) return { ok: true, value: result.output };
    const [issue] = result.issues;
    return problem(
      'bad-field',
      `The site’s file ${path}: the field “${v.getDotPath(issue) ?? ''}” is wrong: ${issue.message}.`,
    );
  }
}
