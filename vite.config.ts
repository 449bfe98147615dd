import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defaultClientConditions, defineConfig } from 'vite';
import { ORT_FILES, ortFolder } from './scripts/ortFiles.ts';
import { runtimeVersions } from './scripts/runtimeVersions.ts';
import { ISOLATION_HEADERS } from './scripts/siteHeaders.ts';
import { hostHeaders, staticMounts } from './scripts/vitePlugins.ts';

const mounts = [
  {
    at: 'data',
    folder: 'static-data',
    // What a pack was written from is for its authors; the site needs the pack alone.
    includes: (path: string) => !path.split('/').includes('source'),
  },
  { at: 'ort', folder: ortFolder(), includes: (path: string) => ORT_FILES.includes(path) },
];

/** What every page needs beside its own code. */
const SHARED =
  /node_modules\/(valibot|@noble\/hashes)\/|src\/core\/(base64Url|bytesInWords|numberInWords|calls\/(identity|canonicalJson|model)|runs\/spec|endpoints\/endpointHost)\.ts|src\/ui\/formatNumber\.ts|src\/core\/protocols\/protocolHeads\.ts/u;

export default defineConfig({
  // Relative addresses: the built site works under any sub-path of a static host.
  base: './',
  plugins: [svelte(), staticMounts(mounts), hostHeaders()],
  resolve: {
    // The runtime's wasm is served under ort/; without this condition its 27 MB would be bundled a second time.
    conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions],
    // The build for browsers of today, a kilobyte smaller after gzip; what the package names is made for those of ten years ago.
    alias: { dexie: resolve(import.meta.dirname, 'node_modules/dexie/dist/modern/dexie.mjs') },
  },
  define: { __RUNTIME_VERSIONS__: JSON.stringify(runtimeVersions()) },
  worker: { format: 'es' },
  // Found only once a worker starts; a page that is being tested would then be loaded again in the middle.
  optimizeDeps: {
    include: [
      '@huggingface/transformers',
      'onnxruntime-web/webgpu',
      '@jax-js/jax',
      'birpc',
      'dexie',
    ],
  },
  server: { host: '127.0.0.1', headers: ISOLATION_HEADERS },
  preview: { host: '127.0.0.1', headers: ISOLATION_HEADERS },
  build: {
    target: 'es2023',
    manifest: true,
    modulePreload: { polyfill: false },
    // Small files that the first page and others share compress better together than one by one.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'shared', test: SHARED }] } },
    },
    // Nothing as a data: address, which the content security policy would refuse.
    assetsInlineLimit: 0,
  },
});
