import { readdir, rm } from 'node:fs/promises';
import { UsageError } from './usageError.ts';

/** What Chrome keeps at the root of every profile folder. */
const CHROME_FILE = 'Local State';

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new UsageError(`--profile is “${folder}”, which is not a folder that can be read.`, {
      cause: error,
    });
  }
}

/**
 * Deletes a browser profile. A folder that holds anything else is never touched: a slip in
 * `--profile` must not cost someone their files.
 *
 * @throws UsageError
 */
export async function deleteProfile(folder: string): Promise<void> {
  const names = await namesIn(folder);
  if (names.length > 0 && !names.includes(CHROME_FILE)) {
    throw new UsageError(
      `--fresh would delete “${folder}”, which is not a browser profile: it holds no “${CHROME_FILE}”. Name another folder with --profile, or empty it yourself.`,
    );
  }
  await rm(folder, { recursive: true, force: true });
}
