import { mount } from 'svelte';
import App from './App.svelte';
import { composeLab, HUB } from './lab/composition.ts';
import type { PageApi } from './core/share/pageApi.ts';

declare global {
  interface Window {
    /** The lab for programs: the terminal drives the page through it. */
    benchside: PageApi;
  }
}

/** A mirror of the hub, for readers who cannot reach it; kept in this browser only. */
function hubAddress(): string {
  const mirror = localStorage.getItem('benchside-hub');
  return mirror !== null && URL.canParse(mirror) ? new URL('./', mirror).href : HUB;
}

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no element with the id "app".');
const lab = composeLab({ base: document.baseURI, hub: hubAddress() });
const ready = lab.load();
mount(App, { target, props: { lab } });

// Programs can wait for it; readers should not.
const { createPageApi } = await import('./lab/pageApi.ts');
window.benchside = createPageApi(lab, ready);
