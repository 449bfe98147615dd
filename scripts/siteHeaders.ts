/** Hosts a model may come from once the reader has chosen a model by its hub id. */
const MODEL_HUB_SOURCES = [
  'https://huggingface.co',
  'https://*.huggingface.co',
  'https://*.hf.co',
] as const;

/**
 * Where a reader's own endpoint may be: on any port of the machine that the browser runs on, over http and https alike,
 * or at OpenAI. Any other origin is named by whoever serves the site: with `https:` here the policy could no longer
 * keep what is typed and measured, a key among it, from being sent anywhere. IPv6 addresses cannot be named in a policy.
 */
const ENDPOINT_SOURCES = [
  'http://127.0.0.1:*',
  'http://localhost:*',
  'https://api.openai.com',
] as const;

/** Cross-origin isolation: without these two the wasm runtime has one thread only. */
export const ISOLATION_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/**
 * The site's content security policy. `extraSources` are origins that may be fetched from as well, such as a
 * local imitation of the model hub or an endpoint in the network. Inline styles are not allowed: markup uses classes and `style:` directives.
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
    'connect-src': ["'self'", ...MODEL_HUB_SOURCES, ...ENDPOINT_SOURCES, ...extraSources],
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

/**
 * The origins of endpoints' addresses.
 *
 * @throws RangeError for what is not an address over http or https.
 */
export function endpointOrigins(addresses: readonly string[]): string[] {
  return addresses.map((address) => {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (url === null || !/^https?:$/.test(url.protocol)) {
      throw new RangeError(
        `"${address}" is no endpoint's address: give it as http://… or https://….`,
      );
    }
    return url.origin;
  });
}

/** The `_headers` file that Netlify, Cloudflare Pages and other static hosts read. */
export function headersFile(extraSources: readonly string[] = []): string {
  const lines = Object.entries(siteHeaders(extraSources)).map(
    ([name, value]) => `  ${name}: ${value}`,
  );
  return ['/*', ...lines, ''].join('\n');
}
