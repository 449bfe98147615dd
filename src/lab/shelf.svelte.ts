import { modelKeyAnyDevice, type ModelRef } from '../core/calls/model.ts';
import type { Lineage } from '../core/distill/lineage.ts';
import { formatsOf } from '../core/models/hubLayout.ts';
import { ASK_ABOVE_BYTES, LINEAGE_FILE, type KeptModel } from '../core/models/shelf.ts';
import { problem, type Parsed } from '../core/share/parseBundle.ts';
import type { ChosenFile } from '../io/droppedFiles.ts';
import type { StorageRoom } from '../io/keptModels.ts';
import type { TakenFolder, TakeProgress } from '../io/takeFolder.ts';

/** The models that this browser keeps, from hubs and from folders. */
export class ShelfStore {
  models: readonly KeptModel[] = $state.raw([]);
  room: StorageRoom | null = $state.raw(null);
  status: 'loading' | 'ready' | 'failed' = $state('loading');
  /** The folder that is being taken. */
  taking: TakeProgress | null = $state.raw(null);
  readonly #agreed = new Set<string>();

  /** Looks at what is kept; called when a view that shows it is opened, and after each change. */
  async refresh(): Promise<void> {
    try {
      const { listKeptModels, storageRoom } = await import('../io/keptModels.ts');
      [this.models, this.room] = await Promise.all([listKeptModels(), storageRoom()]);
      this.status = 'ready';
    } catch {
      this.status = 'failed';
    }
  }

  /** Models from folders that are whole, and so can be run. */
  get folders(): readonly KeptModel[] {
    return this.models.filter(
      ({ source, paths }) => source === 'folder' && formatsOf(paths).length > 0,
    );
  }

  /** Students that say how they came about: trained in this browser, or in another whose folder was taken. */
  get students(): readonly KeptModel[] {
    return this.folders.filter(({ paths }) => paths.includes(LINEAGE_FILE));
  }

  /** How a student came about; null where its file cannot be read. */
  async lineage(model: KeptModel): Promise<Lineage | null> {
    const { readLineage } = await import('../io/keptModels.ts');
    return await readLineage(model);
  }

  /** Deletes models for good; comes back with a problem where one is being loaded. */
  async remove(models: readonly KeptModel[]): Promise<Parsed<null>> {
    const { deleteKeptModels } = await import('../io/keptModels.ts');
    const removed = await deleteKeptModels(models.map(({ base }) => base)).catch(() =>
      problem(
        'unavailable',
        'This browser would not delete the files. Reload the page and try again.',
      ),
    );
    await this.refresh();
    return removed;
  }

  /** The files of an `<input type="file">`. */
  async chosen(files: FileList): Promise<readonly ChosenFile[]> {
    // The list is emptied with its input: it is read before anything is waited for.
    const list = [...files];
    const { chosenFiles } = await import('../io/droppedFiles.ts');
    return chosenFiles(list);
  }

  /** The files of what was dropped; to be called while the drop is handled. */
  async dropped(transfer: DataTransfer): Promise<readonly ChosenFile[]> {
    // The browser takes the items away after the event: they are read before anything is waited for.
    const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
    const list = [...transfer.files];
    const { chosenFiles, droppedFiles } = await import('../io/droppedFiles.ts');
    // Some browsers give files alone, without the folders around them.
    return entries.length === 0 ? chosenFiles(list) : await droppedFiles(entries);
  }

  /** Takes a model from a folder. */
  async take(chosen: readonly ChosenFile[]): Promise<Parsed<TakenFolder>> {
    if (this.taking !== null) {
      return problem('unavailable', 'Another folder is being taken. Wait until it is there.');
    }
    this.taking = { file: '', doneBytes: 0, totalBytes: 0 };
    try {
      const { takeFolder } = await import('../io/takeFolder.ts');
      const taken = await takeFolder(chosen, (progress) => {
        this.taking = progress;
      });
      if (taken.ok) await this.#persist();
      return taken;
    } finally {
      this.taking = null;
      await this.refresh();
    }
  }

  /** Notes that the reader wants a model fetched, however large it is. */
  async agree(model: ModelRef): Promise<void> {
    this.#agreed.add(modelKeyAnyDevice(model));
    await this.#persist();
  }

  /** Bytes of weights that may be fetched for a model. */
  agreedBytes(model: ModelRef): number {
    return this.#agreed.has(modelKeyAnyDevice(model)) ? Infinity : ASK_ABOVE_BYTES;
  }

  async #persist(): Promise<void> {
    const { askToPersist } = await import('../io/keptModels.ts');
    await askToPersist();
  }
}
