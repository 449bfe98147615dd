import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseModelCard } from '../../core/models/card.ts';

/** Writes `index.json`, the list of the models in `folder` that have a readable card; the smallest first. */
export async function writeModelIndex(folder: string): Promise<void> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const cards = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name, 'card.json'), 'utf8').catch(() => null);
      const parsed = text === null ? null : parseModelCard(text);
      return parsed?.ok === true ? [parsed.card] : [];
    }),
  );
  const models = cards
    .flat()
    .sort((a, b) => a.parameters - b.parameters || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  const index = { format: 'benchside-models', formatVersion: 1, models };
  await writeFile(join(folder, 'index.json'), `${JSON.stringify(index, null, 1)}\n`);
}
