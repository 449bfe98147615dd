import MiniSearch, { type Query } from 'minisearch';
import { foldText } from './fold.ts';
import { isEmptyQuery, type SearchQuery, type SearchTerm } from './searchQuery.ts';

/** The texts of one row, by the part that they play. Hostile text. */
export interface SearchedTexts {
  /** What is asked: prompt, document, options. */
  asked: string;
  /** The criteria that answers are held to. */
  rubric: string;
  /** What models answered. */
  answers: string;
  /** What a judge wrote, and the notes beside its marks. */
  judge: string;
}

interface Entry extends SearchedTexts {
  id: number;
}

const FIELDS = ['asked', 'rubric', 'answers', 'judge'] as const;

function toQuery(term: SearchTerm): Query {
  const last = term.words.length - 1;
  const words = term.words.map((word, index) => ({
    queries: [word],
    prefix: term.isPrefix && index === last,
  }));
  const [only] = words;
  return words.length === 1 && only !== undefined
    ? { ...only, combineWith: 'AND' }
    : { combineWith: 'AND', queries: words };
}

/**
 * Full-text index over the rows of an explorer. Words are ranked by BM25+ (Lv and Zhai 2011, as MiniSearch has it); a
 * phrase is all of its words, looked up side by side in the rows that have them all.
 *
 * The one file that knows the library.
 */
export class SearchIndex {
  readonly #index = new MiniSearch<Entry>({
    fields: [...FIELDS],
    // What is indexed is folded beforehand, words of a query too.
    tokenize: (text) => text.split(' ').filter((word) => word !== ''),
    processTerm: (term) => term,
    searchOptions: { boost: { answers: 1.5 } },
  });
  /** Folded texts, by row. */
  readonly #texts: SearchedTexts[] = [];

  get size(): number {
    return this.#texts.length;
  }

  /** Adds a row; its number is the count of those before it. */
  add(texts: SearchedTexts): void {
    const folded = {
      asked: foldText(texts.asked),
      rubric: foldText(texts.rubric),
      answers: foldText(texts.answers),
      judge: foldText(texts.judge),
    };
    const id = this.#texts.push(folded) - 1;
    this.#index.add({ id, ...folded });
  }

  /**
   * Numbers of the rows that hold all wanted terms and no unwanted one, the best first; where nothing is wanted, in the
   * order they were added. Null for a query that asks nothing.
   */
  search(query: SearchQuery): readonly number[] | null {
    if (isEmptyQuery(query)) return null;
    const found =
      query.wanted.length === 0
        ? this.#texts.map((_, id) => id)
        : this.#ranked({ combineWith: 'AND', queries: query.wanted.map(toQuery) });
    const held = found.filter((id) => query.wanted.every((term) => this.#holds(id, term)));
    const out = new Set(
      query.unwanted.flatMap((term) =>
        this.#ranked(toQuery(term)).filter((id) => this.#holds(id, term)),
      ),
    );
    return out.size === 0 ? held : held.filter((id) => !out.has(id));
  }

  #ranked(query: Query): number[] {
    return this.#index.search(query).map(({ id }) => Number(id));
  }

  /** Whether a row holds a term: for a single word the index has said so, a phrase must stand in one text. */
  #holds(id: number, term: SearchTerm): boolean {
    const texts = this.#texts[id];
    if (texts === undefined) return false;
    if (term.words.length === 1) return true;
    const sought = ` ${term.words.join(' ')}${term.isPrefix ? '' : ' '}`;
    return FIELDS.some((field) => texts[field].includes(sought));
  }
}
