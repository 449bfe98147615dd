import { mount } from 'svelte';
import App from './App.svelte';
import { composeLab, HUB } from './lab/composition.ts';
import { isHubMirror, HUB_MIRROR_RULE } from './core/share/hubMirror.ts';
import type { PageApi } from './core/share/pageApi.ts';

declare global {
  interface Window {
    /** The lab for programs: the terminal drives the page through it. */
    benchside: PageApi;
  }
}

function storedMirror(): string | null {
  try {
    return localStorage.getItem('benchside-hub');
  } catch {
    // Browsers that are told to keep nothing refuse even the question.
    return null;
  }
}

/** A mirror of the hub, for readers who cannot reach it; kept in this browser only. */
function hubAddress(): string {
  const mirror = storedMirror();
  if (mirror === null) return HUB;
  if (isHubMirror(mirror) && URL.canParse(mirror)) return new URL('./', mirror).href;
  console.warn(
    `The hub’s mirror in “benchside-hub” is “${mirror.slice(0, 100)}”; ${HUB_MIRROR_RULE} The hub itself is used.`,
  );
  return HUB;
}

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no element with the id "app".');
const lab = composeLab({ base: document.baseURI, hub: hubAddress() });
const ready = lab.load();
mount(App, { target, props: { lab } });

// Programs can wait for the code that serves them; readers should not load it.
async function pageApi(): Promise<PageApi> {
  const { createPageApi } = await import('./lab/pageApi.ts');
  return createPageApi(lab, ready);
}

window.benchside = {
  run: async (request, onState) => await (await pageApi()).run(request, onState),
  replay: async (runId, device, units) => await (await pageApi()).replay(runId, device, units),
  distill: async (request, onReport) => await (await pageApi()).distill(request, onReport),
  report: async (runId) => await (await pageApi()).report(runId),
};
