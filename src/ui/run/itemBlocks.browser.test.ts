import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import type { ItemBlock } from '../../core/packs/itemView.ts';
import ItemBlocks from './ItemBlocks.svelte';

const HOSTILE = '<img src="x" onerror="window.wasHit = true"><script>window.wasHit = true</script>';

let mounted: object | null = null;

afterEach(async () => {
  if (mounted !== null) await unmount(mounted);
  mounted = null;
  document.body.replaceChildren();
});

function show<Props extends Record<string, unknown>>(part: Component<Props>, props: Props): void {
  mounted = mount(part, { target: document.body, props });
  flushSync();
}

const BLOCKS: Record<ItemBlock['kind'], ItemBlock> = {
  text: { kind: 'text', label: HOSTILE, text: HOSTILE },
  conversation: { kind: 'conversation', messages: [{ role: 'user', content: HOSTILE }] },
  sentences: {
    kind: 'sentences',
    label: HOSTILE,
    sentences: [HOSTILE],
    gold: [1],
    goldWord: HOSTILE,
  },
  options: {
    kind: 'options',
    label: HOSTILE,
    options: [{ label: HOSTILE, text: HOSTILE }],
    right: [0],
  },
  spans: {
    kind: 'spans',
    label: HOSTILE,
    text: HOSTILE,
    spans: [{ start: 0, end: HOSTILE.length, label: HOSTILE }],
  },
};

it.each(Object.values(BLOCKS))('shows a block of $kind as text, never as markup', (block) => {
  show(ItemBlocks, { blocks: [block] });
  expect(document.body.textContent).toContain(HOSTILE);
  expect(document.querySelector('img')).toBeNull();
  expect('wasHit' in window).toBe(false);
});

it('says which options are right, and of no other', () => {
  const options = ['one', 'two', 'three'].map((text, index) => ({
    label: 'ABC'.charAt(index),
    text,
  }));
  show(ItemBlocks, { blocks: [{ kind: 'options', label: 'Options', options, right: [1] }] });
  const lines = [...document.querySelectorAll('li')].map((line) => line.textContent);
  expect(lines.map((line) => line.includes('right'))).toEqual([false, true, false]);
});

it('says the label of each span behind it, and loses none of the text', () => {
  const text = 'Seen for gout and a cough.';
  const spans = [
    { start: 9, end: 13, label: 'disorder' },
    { start: 20, end: 25, label: 'sign' },
  ];
  show(ItemBlocks, { blocks: [{ kind: 'spans', label: 'Note', text, spans }] });
  const marks = [...document.querySelectorAll('mark')];
  expect(marks.map((mark) => mark.textContent)).toEqual(['gout, disorder', 'cough, sign']);
  for (const extra of document.querySelectorAll('mark :not(.words)')) extra.remove();
  expect(document.querySelector('[role="group"]')?.textContent).toContain(text);
});

it('names a wrong sentence as wrong, and what an answer named of it', () => {
  const block: ItemBlock = {
    kind: 'sentences',
    label: 'Note',
    sentences: ['first', 'second'],
    gold: [2],
    goldWord: 'wrong',
  };
  show(ItemBlocks, { blocks: [block], marks: { hit: [], missed: [2], wrong: [1] } });
  const lines = [...document.querySelectorAll('li')].map((line) => line.textContent);
  expect(lines[0]).toContain('named, not wrong');
  expect(lines[1]).toContain('wrong, not named');
});
