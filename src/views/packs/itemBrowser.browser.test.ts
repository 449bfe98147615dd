import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { KINDS } from '../../core/packs/kinds.ts';
import { parsePack, type Pack } from '../../core/packs/parsePack.ts';
import index from '../../../static-data/packs/index.json';
import ItemBrowser from './ItemBrowser.svelte';

let mounted: object | null = null;

afterEach(async () => {
  if (mounted !== null) await unmount(mounted);
  mounted = null;
  document.body.replaceChildren();
});

async function text(path: string): Promise<string> {
  const response = await fetch(`/data/packs/${path}`);
  expect(response.status, path).toBe(200);
  return await response.text();
}

async function openPack(id: string): Promise<Pack> {
  const [manifest, items] = await Promise.all([
    text(`${id}/manifest.json`),
    text(`${id}/items.jsonl`),
  ]);
  const pack = parsePack(manifest, items);
  if (!pack.ok) throw new Error(pack.error.sentence);
  return pack.value;
}

function show(pack: Pack): void {
  mounted = mount(ItemBrowser, { target: document.body, props: { pack } });
  flushSync();
}

function shown(): string {
  return document.querySelector('article')?.textContent ?? '';
}

function press(name: string): void {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent === name);
  expect(button, name).toBeDefined();
  button?.click();
  flushSync();
}

describe.each(index.packs)('the items of %s', (id) => {
  it('are shown with what is asked and what is right', async () => {
    const pack = await openPack(id);
    show(pack);
    const view = pack.entries[0]?.view();
    if (view === undefined) throw new Error('the pack has no items');
    if (view.gold === null) expect(shown()).toContain('Flawed answer');
    else expect(shown()).toContain(`Gold answer: ${view.gold}`);
    for (const block of view.blocks) {
      if (block.kind === 'text') expect(shown()).toContain(block.text);
      if (block.kind === 'sentences') expect(shown()).toContain(block.sentences.at(-1));
      if (block.kind === 'options') expect(shown()).toContain(block.options.at(-1)?.text);
    }
    // A question that is a conversation is its own prompt.
    const prompt = document.querySelector('details .verbatim')?.textContent ?? '';
    if (pack.kind === 'consult-rubrics') expect(prompt).toBe('');
    else expect(prompt).toMatch(/\S.*\n/u);
  });

  it('are filtered by stratum, and stepped through', async () => {
    const pack = await openPack(id);
    show(pack);
    const strata = Object.entries(pack.manifest.counts.byStratum);
    const [stratum, count] = strata.at(-1) ?? ['', 0];
    const select = document.querySelector('select');
    if (select === null) throw new Error('there is no filter');
    select.selectedIndex = strata.length;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
    const chosen = pack.entries.filter((entry) => entry.stratum === stratum);
    expect(document.querySelector('[role="status"]')?.textContent).toBe(`1 of ${String(count)}`);
    press('Next item');
    expect(shown()).toContain(chosen[1]?.id);
    press('Previous item');
    expect(shown()).toContain(chosen[0]?.id);
    expect(document.body.textContent.toLowerCase()).toContain(KINDS[pack.kind].stratumWord);
  });
});
