import { open } from 'node:fs/promises';

/** Most bytes of a file of saved verdicts: the all-results files of the largest benchmarks are smaller. */
const MAX_INPUT_BYTES = 256 * 1024 * 1024;

/**
 * Reads a text file that someone named. One that is too large is not read, nor anything that is not a plain file.
 *
 * @param option by which another file is named.
 * @throws Error whose sentence names the file and says what to do.
 */
export async function readInput(file: string, option = '--in'): Promise<string> {
  let bytes: Buffer;
  try {
    const handle = await open(file);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) throw new Error('it is not a plain file');
      if (stats.size > MAX_INPUT_BYTES) throw new Error('it is larger than 256 MB; split it');
      bytes = await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} could not be read: ${why}. Name another with ${option}.`, {
      cause: error,
    });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error(`${file} is not text in UTF-8. Save it as UTF-8.`, { cause: error });
  }
}
