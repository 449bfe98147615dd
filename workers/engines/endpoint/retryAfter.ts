/**
 * Milliseconds that a Retry-After header asks to wait: a number of seconds or a date. Null where
 * there is none or it cannot be read; browsers hide the header unless the server exposes it.
 */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  if (text === '') return null;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // A date has a month's name in it; without one, Date.parse guesses.
  const at = /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
