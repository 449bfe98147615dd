import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseRoute } from '../../core/share/route.ts';
import { composeLab, HUB } from '../../lab/composition.ts';
import type { Lab } from '../../lab/lab.svelte.ts';
import AtlasView from './AtlasView.svelte';

let lab: Lab;
let mounted: object | null = null;

beforeAll(async () => {
  lab = composeLab({ base: new URL('/', location.href).href, hub: HUB });
  await lab.packs.load();
});

afterEach(async () => {
  if (mounted !== null) await unmount(mounted);
  mounted = null;
  document.body.replaceChildren();
});

/** Shows a page of the atlas, over the records that the site ships. */
async function open(hash: string): Promise<void> {
  location.hash = hash;
  const route = parseRoute(hash);
  if (route.view !== 'atlas' && route.view !== 'published') throw new Error(`not here: ${hash}`);
  mounted = mount(AtlasView, { target: document.body, props: { lab, route } });
  await vi.waitFor(() => {
    expect(document.querySelector('h1')).not.toBeNull();
  });
  flushSync();
}

function papers(): string[] {
  return [...document.querySelectorAll('a[data-paper]')].map((link) => link.textContent);
}

function text(selector: string): string {
  return (document.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/gu, ' ').trim();
}

function searchField(): HTMLInputElement {
  const field = document.querySelector('input[type=search]');
  if (!(field instanceof HTMLInputElement)) throw new Error('there is no search');
  return field;
}

function type(words: string): void {
  searchField().value = words;
  searchField().dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
}

function press(key: string): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  flushSync();
}

describe('the list of papers', () => {
  it('shows all that the site ships, and the exact name first in a search', async () => {
    await open('#/atlas');
    expect(papers()).toHaveLength(255);
    expect(text('[role=status]')).toBe('255 papers');
    type('rewardbench');
    expect(papers().slice(0, 2)).toEqual(['RewardBench', 'RewardBench 2']);
    expect(text('[role=status]')).toBe(`${String(papers().length)} of 255 papers`);
  });

  it('puts what was typed into the address once the typing rests', async () => {
    await open('#/atlas?family=judges');
    type('rubric ju');
    expect(location.hash).toBe('#/atlas?family=judges');
    await vi.waitFor(() => {
      expect(location.hash).toBe('#/atlas?q=rubric%20ju&family=judges');
    });
  });

  it('says that nothing matches, and clears the search', async () => {
    await open('#/atlas?q=zzzz%3Cb%3E');
    expect(text('.empty p')).toBe('No paper matches “zzzz<b>”.');
    const clear = [...document.querySelectorAll('button')].find((button) =>
      button.textContent.includes('Clear'),
    );
    clear?.click();
    expect(location.hash).toBe('#/atlas');
  });

  it('is walked with keys', async () => {
    await open('#/atlas?sort=name');
    press('/');
    expect(document.activeElement).toBe(searchField());
    press('j');
    expect(document.activeElement, 'a letter typed into the search').toBe(searchField());
    press('ArrowDown');
    const names = papers();
    expect(document.activeElement?.textContent).toBe(names[0]);
    press('j');
    press('ArrowDown');
    expect(document.activeElement?.textContent).toBe(names[2]);
    press('k');
    press('ArrowUp');
    press('ArrowUp');
    expect(document.activeElement?.textContent).toBe(names[0]);
  });
});

describe('a paper', () => {
  it('shows its results in words, tidied, with their baselines', async () => {
    await open('#/atlas?paper=omegaprm');
    const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent.replaceAll(/\s+/gu, ' ').trim()),
    );
    expect(rows).toContainEqual([
      'Gemini Pro with OmegaPRM',
      'MATH',
      'success rate',
      '69.4 %',
      'the value itself',
      'instruction-tuned Gemini Pro: 51 %',
      '69.4%',
    ]);
  });

  it('leads to the pack that its protocol plays here', async () => {
    const { records } = await lab.atlas();
    const played = records.find(
      ({ benchside }) =>
        benchside !== null && 'protocol' in benchside && benchside.protocol === 'verify-evidence',
    );
    if (played === undefined) throw new Error('no paper names the protocol');
    await open(`#/atlas?paper=${played.id}`);
    const hrefs = [...document.querySelectorAll('dd a')].map((link) => link.getAttribute('href'));
    expect(hrefs).toContain('#/packs/concept-verification');
  });

  it('opens links in no page that could reach back, and none that is not encrypted', async () => {
    const { records } = await lab.atlas();
    const linked = records.find(({ links }) => links.some((link) => link.startsWith('https:')));
    await open(`#/atlas?paper=${linked?.id ?? ''}`);
    const out = [...document.querySelectorAll('a[href^=http]')];
    expect(out.length).toBeGreaterThan(0);
    for (const link of out) {
      expect(link.getAttribute('rel')).toContain('noopener');
      expect(link.getAttribute('href')).toMatch(/^https:/u);
    }
  });

  it('closes with Escape, back to the list that it was opened from', async () => {
    await open('#/atlas?q=orbit&paper=orbit');
    press('Escape');
    expect(location.hash).toBe('#/atlas?q=orbit');
  });

  it('steps through the list with j and k', async () => {
    await open('#/atlas?sort=name&paper=orbit');
    press('j');
    const next = location.hash;
    expect(next).not.toContain('paper=orbit');
    expect(next).toMatch(/^#\/atlas\?sort=name&paper=/u);
  });

  it('that is not there is said to be missing', async () => {
    await open('#/atlas?paper=%3Cb%3E');
    expect(text('h1')).toBe('No such paper');
    expect(document.body.textContent).toContain('“<b>”');
  });
});

describe('published leaderboards', () => {
  it('put the numbers of several papers together, each with its paper', async () => {
    await open('#/atlas/boards?benchmark=medqa');
    expect(text('h2')).toBe('MedQA: accuracy');
    const rows = [...document.querySelectorAll('table.rows tbody:first-of-type tr')].map((row) => [
      row.querySelector('th')?.textContent.trim(),
      row.querySelector('.value')?.textContent.trim(),
      row.querySelector('.last a')?.getAttribute('href'),
    ]);
    expect(rows).toEqual([
      ['Gazal-R1', '87.1', '#/atlas?paper=gazal-r1'],
      ['WiNGPT-3.0 variant', '87.1', '#/atlas?paper=wingpt-3-0'],
      ['PRA with Qwen3-4B', '80.8', '#/atlas?paper=process-reward-agents'],
    ]);
    expect(text('.doubt')).toContain('not run here');
  });

  it('say so where there is none of that name', async () => {
    await open('#/atlas/boards?benchmark=nothing');
    expect(text('.empty p')).toContain('No published leaderboard is called “nothing”');
  });
});
