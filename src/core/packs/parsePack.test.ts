import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../calls/identity.ts';
import { parsePack } from './parsePack.ts';

const conceptItem = {
  id: 'n1-E11.9',
  noteId: 'n1',
  sentences: ['She takes metformin for high sugars.', 'She lives alone.'],
  concept: { code: 'E11.9', name: 'Type 2 diabetes mellitus' },
  label: true,
  stratum: 'implicit',
  evidence: [1],
};
const consultItem = {
  id: 'q1',
  theme: 'response-depth',
  messages: [{ role: 'user', content: 'How long should I rest?\nIt hurts.' }],
  criteria: [
    { id: 'c1', text: 'Gives a time.', points: 5, axis: 'accuracy' },
    {
      id: 'c2',
      text: 'Frightens the user.',
      points: -4,
      axis: 'communication_quality',
      safety: true,
    },
  ],
  references: {
    good: { text: 'Two days.', met: ['c1'] },
    flawed: { text: 'Beware!', met: ['c2'] },
  },
};
const manifest = {
  format: 'benchside-pack',
  formatVersion: 1,
  id: 'tiny',
  title: 'Tiny',
  kind: 'concept-verification',
  version: '1.0.0',
  licence: 'CC-BY-4.0',
  authors: ['Benchside contributors'],
  description: 'One item.',
  language: 'en',
  split: 'test',
  counts: { items: 1, byStratum: { implicit: 1 } },
  doubt: 'Everything.',
};
const consultManifest = {
  ...manifest,
  kind: 'consult-rubrics',
  counts: { items: 1, criteria: 2, byStratum: { 'response-depth': 1 } },
};

/** Reads a pack whose manifest fits the bytes of its items. */
function read(items: readonly unknown[], changes: object = {}, about: object = manifest) {
  const text = items
    .map((item) => `${typeof item === 'string' ? item : JSON.stringify(item)}\n`)
    .join('');
  const file = {
    file: 'items.jsonl',
    sha256: sha256Hex(text),
    bytes: new TextEncoder().encode(text).length,
  };
  return parsePack(JSON.stringify({ ...about, items: file, ...changes }), text);
}

function faultOf(result: ReturnType<typeof parsePack>) {
  if (result.ok) throw new Error('the pack was read although it is malformed');
  return result.error;
}

describe('parsePack', () => {
  it('reads packs of both kinds, with their hash', () => {
    const concepts = read([conceptItem]);
    expect(concepts).toMatchObject({
      ok: true,
      value: { kind: 'concept-verification', items: [conceptItem] },
    });
    const consults = read([consultItem], {}, consultManifest);
    expect(consults).toMatchObject({
      ok: true,
      value: { kind: 'consult-rubrics', items: [consultItem] },
    });
    if (consults.ok)
      expect(consults.value.hash).toBe(sha256Hex(`${JSON.stringify(consultItem)}\n`));
  });

  it.each([
    ['a missing field', { ...conceptItem, sentences: undefined }, 'sentences'],
    ['an unknown field', { ...conceptItem, extra: 1 }, 'extra'],
    ['a sentence of two lines', { ...conceptItem, sentences: ['a\nb'] }, 'sentences.0'],
    [
      'a sentence that is too long',
      { ...conceptItem, sentences: ['a'.repeat(501)] },
      'sentences.0',
    ],
    ['too many sentences', { ...conceptItem, sentences: Array(101).fill('a') }, 'sentences'],
    ['evidence past the end', { ...conceptItem, evidence: [3] }, 'evidence'],
    ['evidence out of order', { ...conceptItem, evidence: [2, 1] }, 'evidence'],
    ['evidence that is no number', { ...conceptItem, evidence: [1.5] }, 'evidence.0'],
    ['a label without evidence', { ...conceptItem, evidence: [] }, 'evidence'],
    ['a stratum that contradicts the label', { ...conceptItem, stratum: 'random_neg' }, 'stratum'],
    ['an id that is a path', { ...conceptItem, id: '../x' }, 'id'],
    [
      'a name with markup is text, a code with markup is refused',
      { ...conceptItem, concept: { code: '<b>', name: '<b>' } },
      'concept.code',
    ],
  ])('refuses %s and names the field and the line', (_, item, field) => {
    const fault = faultOf(read([conceptItem, item]));
    expect(fault).toMatchObject({ file: 'items.jsonl', line: 2, field });
    expect(fault.sentence).toContain(`items.jsonl, line 2, field "${field}": `);
  });

  it.each([
    ['points that are not finite', { points: Number.POSITIVE_INFINITY }, 'criteria.0.points'],
    ['points of zero', { points: 0 }, 'criteria.0.points'],
    ['an unknown axis', { axis: 'charm' }, 'criteria.0.axis'],
  ])('refuses %s', (_, change, field) => {
    const [first, second] = consultItem.criteria;
    const text = JSON.stringify({ ...consultItem, criteria: [{ ...first, ...change }, second] });
    const fault = faultOf(read([text.replace('null', '1e999')], {}, consultManifest));
    expect(fault).toMatchObject({ line: 1, field });
  });

  it('refuses a reference that meets a criterion it does not have, and a repeated criterion id', () => {
    const { good, flawed } = consultItem.references;
    const stray = { ...consultItem, references: { good: { ...good, met: ['c9'] }, flawed } };
    expect(faultOf(read([stray], {}, consultManifest)).field).toBe('references');
    const [first] = consultItem.criteria;
    const twice = { ...consultItem, criteria: [first, first] };
    expect(faultOf(read([twice], {}, consultManifest)).field).toBe('criteria');
  });

  it('refuses lines that are not JSON, empty lines and repeated ids', () => {
    expect(faultOf(read([conceptItem, '{"id":']))).toMatchObject({ line: 2, field: null });
    expect(faultOf(read([conceptItem, '', conceptItem]))).toMatchObject({ line: 2 });
    expect(faultOf(read([conceptItem, conceptItem])).sentence).toContain(
      'already the id of line 1',
    );
  });

  it('refuses changed items, wrong sizes and wrong counts', () => {
    const good = read([conceptItem]);
    if (!good.ok) throw new Error(good.error.sentence);
    const { items } = good.value.manifest;
    const sha = faultOf(read([conceptItem], { items: { ...items, sha256: 'a'.repeat(64) } }));
    expect(sha.sentence).toContain('the file was changed');
    const bytes = faultOf(read([conceptItem], { items: { ...items, bytes: 3 } }));
    expect(bytes.sentence).toContain('items.bytes says 3');
    const counts = (value: object) => faultOf(read([conceptItem], { counts: value })).field;
    expect(counts({ items: 2, byStratum: { implicit: 1 } })).toBe('counts.items');
    expect(counts({ items: 1, byStratum: { implicit: 2 } })).toBe('counts.byStratum.implicit');
    expect(counts({ items: 1, byStratum: { implicit: 1, explicit: 1 } })).toBe(
      'counts.byStratum.explicit',
    );
    expect(counts({ items: 1, criteria: 4, byStratum: { implicit: 1 } })).toBe('counts.criteria');
  });

  it.each([
    ['format', { format: 'other' }],
    ['formatVersion', { formatVersion: 2 }],
    ['kind', { kind: 'poetry' }],
    ['version', { version: '1' }],
    ['title', { title: 'a\nb' }],
    ['authors', { authors: [] }],
    ['items.file', { items: { file: '../secret', sha256: 'a'.repeat(64), bytes: 1 } }],
  ])('refuses a manifest whose %s is wrong', (field, change) => {
    const fault = faultOf(read([conceptItem], change));
    expect(fault).toMatchObject({ file: 'manifest.json', line: null, field });
    expect(fault.sentence).toContain(`manifest.json, field "${field}": `);
  });

  it('refuses manifests that are huge, not JSON or not an object, in a short sentence', () => {
    for (const text of [
      ' '.repeat(200_000),
      'null',
      '[]',
      '{',
      '"x"',
      '{"__proto__":{"format":1}}',
    ]) {
      const fault = faultOf(parsePack(text, ''));
      expect(fault.file).toBe('manifest.json');
      expect(fault.sentence.length).toBeLessThan(400);
    }
    const long = faultOf(read([{ ...conceptItem, label: 'x'.repeat(10_000) }]));
    expect(long.sentence.length).toBeLessThan(400);
  });
});
