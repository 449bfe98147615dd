import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseModelCard } from '../src/core/models/card.ts';

const MODELS = new URL('../static-data/models/', import.meta.url).pathname;

/** Checksums of the files of each bundled model, by its id. @throws Error for a card that cannot be read. */
export async function shippedWeights(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const entries = await readdir(MODELS, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return new Map(
    await Promise.all(
      ids.map(async (id) => {
        const parsed = parseModelCard(await readFile(join(MODELS, id, 'card.json'), 'utf8'));
        if (!parsed.ok) throw new Error(parsed.error);
        return [id, new Set(parsed.card.files.map(({ sha256 }) => sha256))] as const;
      }),
    ),
  );
}
