/** How long the reader's typing must rest before the address follows it. */
const REST_MS = 250;

/**
 * What is typed into a search field, ahead of the address. The address follows when the typing rests, in place, so that one
 * way back leads out of the search and not through its letters.
 */
export class SearchDraft {
  /** What is typed and not yet in the address, or null. */
  #draft: string | null = $state(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The last text that this page itself wrote into the address. */
  #written: string | null = null;
  readonly #follow: (text: string) => void;

  /** @param follow puts a text into the address. */
  constructor(follow: (text: string) => void) {
    this.#follow = follow;
  }

  /** The text that is searched for now, over what stands in the address. */
  over(arrived: string | null): string {
    return this.#draft ?? arrived ?? '';
  }

  type(text: string): void {
    this.#draft = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.write();
    }, REST_MS);
  }

  /** Lets the address follow at once. */
  write(): void {
    clearTimeout(this.#timer);
    if (this.#draft === null) return;
    this.#written = this.#draft;
    this.#follow(this.#draft);
  }

  /** An address that the reader went to by other means wins over what was typed before. */
  arrive(text: string | null): void {
    const arrived = text ?? '';
    const isOurs =
      this.#written !== null && arrived === (this.#written.trim() === '' ? '' : this.#written);
    if (isOurs && this.#draft !== this.#written) return;
    this.drop();
  }

  /** Forgets what was typed. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#draft = null;
  }
}
