import { sha256Hash } from '../core/models/fileHash.ts';
import type { ModelFile } from '../core/models/modelFile.ts';
import { problem, type Parsed } from '../core/share/parseBundle.ts';
import type { SiteData } from './siteData.ts';

/** Fetches files of a model that the site ships, each checked against its card. In the order asked for. */
export async function fetchModelFiles(
  site: SiteData,
  modelId: string,
  files: readonly ModelFile[],
): Promise<Parsed<Uint8Array<ArrayBuffer>[]>> {
  const fetched: Uint8Array<ArrayBuffer>[] = [];
  for (const { path, bytes, sha256 } of files) {
    const file = await site.bytes(`models/${modelId}/${path}`);
    if (!file.ok) return file;
    const hash = sha256Hash();
    hash.update(file.value);
    if (file.value.length !== bytes || hash.digest() !== `sha256:${sha256}`) {
      return problem(
        'bad-checksum',
        `${path} of ${modelId} is not the file that its card lists: it was changed on the way. Reload the page to fetch it again.`,
      );
    }
    fetched.push(file.value);
  }
  return { ok: true, value: fetched };
}
