/** Hosts a model may come from once the reader has chosen a model by its hub id. */
const MODEL_HUB_SOURCES = [
  'https://huggingface.co',
  'https://*.huggingface.co',
  'https://*.hf.co',
] as const;

/** Cross-origin isolation: without these two the wasm runtime has one thread only. */
export const ISOLATION_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/**
 * The site's content security policy. `extraSources` are origins that may be fetched from as well, such as a
 * local imitation of the model hub. Inline styles are not allowed: markup uses classes and `style:` directives.
 */
export function contentSecurityPolicy(extraSources: readonly string[] = []): string {
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'worker-src': ["'self'"],
    'style-src': ["'self'"],
    'font-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'manifest-src': ["'self'"],
    'connect-src': ["'self'", ...MODEL_HUB_SOURCES, ...extraSources],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Every header the site is served with, by name. */
export function siteHeaders(extraSources: readonly string[] = []): Record<string, string> {
  return {
    ...ISOLATION_HEADERS,
    'Content-Security-Policy': contentSecurityPolicy(extraSources),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** The `_headers` file that Netlify, Cloudflare Pages and other static hosts read. */
export function headersFile(): string {
  const lines = Object.entries(siteHeaders()).map(([name, value]) => `  ${name}: ${value}`);
  return ['/*', ...lines, ''].join('\n');
}
