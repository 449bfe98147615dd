import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { plannedRuns } from '../src/core/distill/checkDesign.ts';
import { ARM_PRESETS } from '../src/core/distill/presets.ts';
import { readExperiment } from '../src/core/distill/readExperiment.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'static-data/experiments');
const listed = v.object({ files: v.array(v.string()) });

describe('shipped experiments', () => {
  it('are all listed, can all be read, and came to their end', async () => {
    const index = v.parse(listed, JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')));
    const there = (await readdir(folder)).filter((name) => name !== 'index.json');
    expect([...index.files].sort()).toEqual(there.filter((name) => name.endsWith('.json')).sort());
    for (const name of index.files) {
      const read = readExperiment(await readFile(join(folder, name), 'utf8'), name);
      expect(read.ok ? '' : read.problem.message).toBe('');
      if (!read.ok) continue;
      const { design, runs } = read.value;
      expect(runs.filter(({ marks }) => marks !== null).length, name).toBe(
        plannedRuns(design).length,
      );
    }
  });
});

describe('presets of arms', () => {
  it('lead to papers that the Atlas has', async () => {
    const papers = join(root, 'static-data/published/papers');
    const files = await Promise.all(
      (await readdir(papers)).map(async (name) => await readFile(join(papers, name), 'utf8')),
    );
    for (const { paper } of ARM_PRESETS) {
      if (paper.atlasId === null) continue;
      const id = new RegExp(`"id":\\s*"${paper.atlasId}"`, 'u');
      expect(
        files.some((text) => id.test(text)),
        paper.title,
      ).toBe(true);
    }
  });
});
