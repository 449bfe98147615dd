import { bytesInWords } from '../../src/core/bytesInWords.ts';
import type { ModelRef } from '../../src/core/calls/model.ts';
import { ModelFailureError } from '../../src/core/models/failure.ts';
import { hashFor, type FileHash } from '../../src/core/models/fileHash.ts';
import { formatsOf } from '../../src/core/models/hubLayout.ts';
import type { ListedFile } from '../../src/core/models/shelf.ts';
import { errorText, failureError } from './failures.ts';

/** What can go wrong with a model's files, each in a sentence that names the file and the model. */
export class FileFailures {
  readonly #model: ModelRef;
  readonly #hasCard: boolean;

  constructor(model: ModelRef, hasCard: boolean) {
    this.#model = model;
    this.#hasCard = hasCard;
  }

  /** A required file that the listing of the model does not have. */
  notListed(path: string, listed: readonly string[]): ModelFailureError {
    const { id } = this.#model;
    if (this.#hasCard) {
      return failureError('file-missing', `${id} needs ${path}, but its card does not list it.`);
    }
    const formats = formatsOf(listed);
    const others = path.startsWith('onnx/') && formats.length > 0 ? formats.join(', ') : null;
    return this.#lacks(path, others === null ? '' : ` It comes in ${others}.`);
  }

  /** What a server answered that has no such file. @throws ModelFailureError unless the file is optional */
  missing(path: string, optional: boolean, response: Response): void {
    const { id, revision, source } = this.#model;
    const status = response.ok ? 404 : response.status;
    if (status !== 401 && status !== 403 && status !== 404) {
      throw failureError('network', `The server answered ${String(status)} for ${path} of ${id}.`);
    }
    if (optional) return;
    if (this.#hasCard) {
      const message = `${id} needs ${path}, but the site has no such file.`;
      throw failureError('file-missing', message);
    }
    if (path === 'config.json') {
      const where = source === 'hub' ? 'The hub has' : 'The site has';
      const what = `${where} no model ${id} at ${revision} that it shows to everyone.`;
      throw failureError('model-not-found', what);
    }
    throw this.#lacks(path, '');
  }

  #lacks(path: string, more: string): ModelFailureError {
    const { id, dtype } = this.#model;
    const use = path.startsWith('onnx/') ? `, which ${dtype} needs` : '';
    return failureError('file-missing', `${id} has no ${path}${use}.${more}`);
  }

  /** @throws ModelFailureError `truncated` or `checksum` where the bytes are not those that are listed. */
  check(
    path: string,
    bytes: Uint8Array,
    hash: FileHash | null,
    listed: ListedFile | undefined,
  ): void {
    if (listed === undefined) return;
    if (bytes.length < listed.bytes) throw this.otherSize(path, listed.bytes, bytes.length);
    const { id } = this.#model;
    const where = this.#hasCard ? 'its card lists' : 'the hub lists';
    const isNot = `${path} of ${id} is not the file ${where}:`;
    if (bytes.length > listed.bytes) {
      const what = `it has more than ${String(listed.bytes)} bytes`;
      throw failureError('checksum', `${isNot} ${what}.`);
    }
    if (listed.checksum === null) return;
    const found = (hash ?? hashedNow(listed.checksum, bytes)).digest();
    if (found === listed.checksum) return;
    const [kind = '', hex = ''] = found.split(':');
    const name = kind === 'git' ? 'git id' : 'SHA-256';
    const wanted = listed.checksum.slice(kind.length + 1);
    throw failureError('checksum', `${isNot} its ${name} is ${hex}, not ${wanted}.`);
  }

  otherSize(path: string, listedBytes: number, bytes?: number): ModelFailureError {
    const { id } = this.#model;
    const has = bytes === undefined ? 'another size than' : `${String(bytes)} bytes of`;
    return failureError(
      'truncated',
      `${path} of ${id} is cut short or changed: the server has ${has} the ${String(listedBytes)} that are listed.`,
    );
  }

  tooLarge(path: string, bytes: number, most: number): ModelFailureError {
    const size = `${path} of ${this.#model.id} has ${bytesInWords(bytes)}`;
    return failureError('too-large', `${size}; a page can take ${bytesInWords(most)} in one file.`);
  }

  noRoom(path: string, bytes: number, keptBytes: number): ModelFailureError {
    const took = `${bytesInWords(keptBytes)} of the ${bytesInWords(bytes)}`;
    return failureError(
      'no-room',
      `This browser has no room for ${path} of ${this.#model.id}: it took ${took}.`,
    );
  }

  /** @param here how much of a large file is kept, in words; null where none of it is. */
  fetching(
    path: string,
    error: unknown,
    signal: AbortSignal,
    here: string | null,
  ): ModelFailureError {
    if (error instanceof ModelFailureError) return error;
    const { id } = this.#model;
    if (signal.aborted) return failureError('aborted', 'The loading was stopped.');
    if (error instanceof RangeError) {
      return failureError('does-not-fit', `There is no memory for ${path} of ${id}.`);
    }
    const kept = here === null ? '' : ` ${here} are kept in this browser.`;
    if (!navigator.onLine) {
      const message = `This browser is offline, and ${path} of ${id} is not here yet.${kept}`;
      return failureError('offline', message);
    }
    return failureError('network', `Fetching ${path} broke off: ${errorText(error)}.${kept}`);
  }

  folderGone(): ModelFailureError {
    const { id, revision } = this.#model;
    const which = `${id} (files ${revision.slice(0, 12)}…)`;
    return failureError(
      'model-not-found',
      `${which} came from a folder, and this browser does not keep it.`,
      'Put the folder on the Models page again, on this machine, and resume.',
    );
  }

  /** A folder's file that is not in this browser as it was taken. */
  damaged(path: string): ModelFailureError {
    return failureError(
      'checksum',
      `${path} of ${this.#model.id} is no longer kept as it was taken from its folder.`,
      'Delete the model on the Models page and put the folder there again.',
    );
  }
}

function hashedNow(checksum: NonNullable<ListedFile['checksum']>, bytes: Uint8Array): FileHash {
  const hash = hashFor(checksum, bytes.length);
  hash.update(bytes);
  return hash;
}
