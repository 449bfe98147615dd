import { problem, type Parsed } from '../core/share/parseBundle.ts';

const COMMIT = /^[0-9a-f]{40}$/;

/**
 * The commit that a revision of a hub model stands for now. A commit stands for itself and is not asked about.
 *
 * @param hub address of the hub, ending in a slash.
 * @param id `owner/name`.
 * @param revision a commit, a branch or a tag.
 * @returns 40 hex digits, or a sentence that says why there are none.
 */
export async function resolveHubRevision(
  hub: string,
  id: string,
  revision: string,
  fetchFile: typeof fetch,
): Promise<Parsed<string>> {
  if (COMMIT.test(revision)) return { ok: true, value: revision };
  let response: Response;
  try {
    // A branch moves; the hub's entity tags make asking again cheap.
    const url = `${hub}${id}/resolve/${encodeURIComponent(revision)}/config.json`;
    response = await fetchFile(url, { cache: 'no-cache' });
  } catch {
    return problem(
      'unavailable',
      `The hub could not be asked which commit ${revision} of ${id} is: there is no connection to it. Check the connection and try again.`,
    );
  }
  // Only its headers were wanted.
  await response.body?.cancel().catch(() => undefined);
  if ([401, 403, 404].includes(response.status)) {
    return problem(
      'unavailable',
      `The hub has no model ${id} at ${revision} with a config.json that it shows to everyone: check the name and the revision.`,
    );
  }
  if (!response.ok) {
    return problem(
      'unavailable',
      `The hub answered ${String(response.status)} when asked which commit ${revision} of ${id} is: try again later, or choose a commit as the revision.`,
    );
  }
  const commit = response.headers.get('x-repo-commit') ?? '';
  if (COMMIT.test(commit)) return { ok: true, value: commit };
  return problem(
    'unavailable',
    `The hub does not say which commit ${revision} of ${id} is: choose a commit as the revision.`,
  );
}
