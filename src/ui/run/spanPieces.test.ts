import { expect, it } from 'vitest';
import { countLabels, spanPieces } from './spanPieces.ts';

const TEXT = 'seen for ear infection';

it('cuts a text at its spans and loses no word', () => {
  expect(spanPieces(TEXT, [{ start: 9, end: 22, label: 'disorder' }])).toEqual([
    { text: 'seen for ', label: null },
    { text: 'ear infection', label: 'disorder' },
  ]);
  expect(spanPieces(TEXT, [])).toEqual([{ text: TEXT, label: null }]);
  expect(spanPieces('', [])).toEqual([]);
});

it('orders spans, and leaves out those that overlap or lie outside', () => {
  const pieces = spanPieces(TEXT, [
    { start: 9, end: 12, label: 'b' },
    { start: 0, end: 4, label: 'a' },
    { start: 2, end: 8, label: 'overlaps' },
    { start: 13, end: 13, label: 'empty' },
    { start: 20, end: 99, label: 'outside' },
    { start: -5, end: 3, label: 'before' },
  ]);
  expect(pieces.flatMap(({ label }) => (label === null ? [] : [label]))).toEqual(['a', 'b']);
  expect(pieces.map(({ text }) => text).join('')).toBe(TEXT);
});

it('counts labels in the order of the text', () => {
  const pieces = ['lab', null, 'drug', 'lab'].map((label) => ({ text: 'x', label }));
  expect(countLabels(pieces)).toEqual([
    ['lab', 2],
    ['drug', 1],
  ]);
});
