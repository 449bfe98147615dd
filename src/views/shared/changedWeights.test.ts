import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { ModelRef } from '../../core/calls/model.ts';
import { shippedFormats, weightsFileOf } from '../../core/models/bundledWeights.ts';
import { parseModelCard } from '../../core/models/card.ts';
import { changedWeights } from './changedWeights.ts';

const file = new URL('../../../static-data/models/student-small/card.json', import.meta.url);
const parsed = parseModelCard(await readFile(file, 'utf8'));
if (!parsed.ok) throw new Error(parsed.error);
const { card } = parsed;
const [dtype = 'fp32'] = shippedFormats(card.files);
const sha256 = weightsFileOf(card.files, dtype)?.sha256 ?? '';

const student: ModelRef = {
  source: 'bundled',
  id: card.id,
  revision: sha256,
  dtype,
  device: 'wasm',
};
const judge: ModelRef = { ...student, source: 'baseline', id: 'random', device: 'none' };

it('says nothing about the weights that the site ships', () => {
  expect(changedWeights({ roles: { student, judge } }, [card])).toBeNull();
});

it('names the model whose weights the site has changed', () => {
  const old = { ...student, revision: '0'.repeat(64) };
  expect(changedWeights({ roles: { student: old, judge } }, [card])).toContain(
    `newer weights of ${card.id}`,
  );
});

it('names a model that no longer comes in that number format', () => {
  const gone = { ...student, dtype: 'q8' as const };
  expect(changedWeights({ roles: { student: gone, judge } }, [card])).toContain(card.id);
});

it('has nothing to compare a model with that the site does not ship', () => {
  const hub: ModelRef = { ...student, source: 'hub', id: 'a/b', revision: 'main' };
  expect(changedWeights({ roles: { student: hub, judge } }, [card])).toBeNull();
  expect(changedWeights({ roles: { student, judge } }, [])).toBeNull();
});
