import { describe, expect, it } from 'vitest';
import { parseConceptItem } from './conceptVerification.ts';

const item = {
  id: 'x',
  noteId: 'n',
  sentences: ['Takes metformin.'],
  concept: { code: 'E11.9', name: 'Type 2 diabetes mellitus' },
  label: true,
  stratum: 'implicit',
  evidence: [1],
};
const copy = { ...item, pair: 3, contrast: { of: 'y', kind: 'altering' } };

describe('a concept item and its copies', () => {
  it.each([item, { ...item, pair: 3 }, copy])('reads %j', (one) => {
    expect(parseConceptItem(JSON.stringify(one), 1)).toEqual({ ok: true, value: one });
  });

  it.each([
    ['pair', { ...copy, pair: undefined }],
    ['pair', { ...copy, pair: 0 }],
    ['pair', { ...copy, pair: 1.5 }],
    ['contrast', { ...copy, contrast: { of: 'x', kind: 'altering' } }],
    ['contrast.kind', { ...copy, contrast: { of: 'y', kind: 'other' } }],
    ['contrast.of', { ...copy, contrast: { of: '<b>', kind: 'altering' } }],
    ['contrast.more', { ...copy, contrast: { ...copy.contrast, more: 1 } }],
  ])('refuses a wrong %s', (field, one) => {
    const read = parseConceptItem(JSON.stringify(one), 7);
    expect(read).toMatchObject({ ok: false, error: { line: 7, field } });
  });
});
