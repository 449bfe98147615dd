import { readdir, readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { ShippedPack } from './shippedPack.ts';

const SOURCE = new URL('../../static-data/packs/consult-rubrics/source/', import.meta.url);

/** Only that each file is a list of objects; the whole of what is written is checked when it is read back. */
const sourceSchema = v.array(v.looseObject({ id: v.string() }));

/** The hand-written questions, in the order of the files' names and then of each file; throws where a file is no list. */
async function readItems(): Promise<readonly object[]> {
  const files = (await readdir(SOURCE)).filter((name) => name.endsWith('.json')).sort();
  const items: object[] = [];
  for (const file of files) {
    const source: unknown = JSON.parse(await readFile(new URL(file, SOURCE), 'utf8'));
    items.push(...v.parse(sourceSchema, source));
  }
  return items;
}

export const pack: ShippedPack = {
  about: {
    id: 'consult-rubrics',
    title: 'Consult rubrics',
    kind: 'consult-rubrics',
    version: '1.1.0',
    licence: 'CC-BY-4.0',
    authors: ['Benchside contributors'],
    description:
      'Health questions written by hand, each set in a month, with criteria of signed points tagged by axis, and a good and a flawed reference answer with the criteria that each meets.',
    language: 'en',
    split: 'test',
    doubt:
      'No physician has reviewed the questions, criteria or marks, and one author wrote each rubric beside the answers it marks.',
  },
  items: readItems,
};
