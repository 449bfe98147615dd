/** The event follows the failed request in a task of its own. */
const PATIENCE_MS = 100;

/** Origins that the content security policy kept this worker from asking. */
const refused = new Set<string>();

let isWatching = false;

/** To be called before a request: what was refused earlier is not told again. */
export function watchPolicy(): void {
  if (isWatching) return;
  isWatching = true;
  self.addEventListener('securitypolicyviolation', (event) => {
    if (event instanceof SecurityPolicyViolationEvent && URL.canParse(event.blockedURI)) {
      refused.add(new URL(event.blockedURI).origin);
    }
  });
}

/** Whether it was the site's own policy that a request failed by: fetch does not say so itself. */
export async function isRefusedByPolicy(url: string): Promise<boolean> {
  const { origin } = new URL(url);
  if (!refused.has(origin)) await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  return refused.has(origin);
}
