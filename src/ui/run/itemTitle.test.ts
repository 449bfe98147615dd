import { expect, it } from 'vitest';
import { itemHeading } from './itemTitle.ts';

it('heads an item with what it is about', () => {
  const view = {
    title: 'Gout (M10.9)',
    blocks: [{ kind: 'sentences', label: 'Note', sentences: ['His toe hurts.'], gold: [1] }],
    gold: null,
  } as const;
  expect(itemHeading('note-1', view)).toBe('Gout (M10.9)');
});

it('heads it with its id where the title would only repeat what stands below', () => {
  const blocks = [{ kind: 'text', label: 'Question', text: 'How much\nis it in all?' }] as const;
  expect(itemHeading('q-1', { title: 'How much is it in all?', blocks, gold: null })).toBe('q-1');
  expect(itemHeading('q-1', { title: 'How much is…', blocks, gold: null })).toBe('q-1');
});
