/** What the reader chose; `system` follows the device. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'benchside-theme';
const ORDER: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/**
 * The theme of the page. It is kept in local storage and not in the database, because it is read
 * before anything is painted.
 */
export class ThemeStore {
  choice: ThemeChoice = $state('system');

  constructor() {
    this.choice = this.#read();
    this.#apply();
  }

  get next(): ThemeChoice {
    return ORDER[(ORDER.indexOf(this.choice) + 1) % ORDER.length] ?? 'system';
  }

  change(): void {
    this.choice = this.next;
    this.#apply();
    try {
      localStorage.setItem(KEY, this.choice);
    } catch {
      // Storage is full or forbidden: the choice holds for this visit.
    }
  }

  #read(): ThemeChoice {
    try {
      const stored = localStorage.getItem(KEY);
      return ORDER.find((choice) => choice === stored) ?? 'system';
    } catch {
      return 'system';
    }
  }

  #apply(): void {
    const { dataset } = document.documentElement;
    if (this.choice === 'system') delete dataset['theme'];
    else dataset['theme'] = this.choice;
  }
}
