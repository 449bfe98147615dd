import { describe, expect, it } from 'vitest';
import { PROTOCOL_HEADS } from '../protocols/protocolHeads.ts';
import { browsePapers, type PaperFilters } from './browse.ts';
import { paper, result } from './fixtures/paper.ts';
import { onThisSite } from './onThisSite.ts';
import { indexPapers } from './search.ts';

const papers = [
  paper('Old', { date: { year: 2023, month: 12, day: 1 }, family: 'judges' }),
  paper('New', {
    date: { year: 2025, month: 2, day: null },
    family: 'rubrics',
    benchside: { protocol: 'weighted-rubric' },
    results: [result()],
  }),
  paper('Newer', { date: { year: 2025, month: 11, day: 3 }, family: 'rubrics' }),
  paper('Undated', {
    family: 'judges',
    benchside: { lab: 'distillation' },
    results: [result(), result()],
  }),
];

const nothing: PaperFilters = { query: null, family: null, year: null, here: null, sort: null };

function browse(filters: Partial<PaperFilters>) {
  const { papers: found, ...rest } = browsePapers(indexPapers(papers), PROTOCOL_HEADS, {
    ...nothing,
    ...filters,
  });
  return { ...rest, names: found.map(({ shortName }) => shortName) };
}

describe('browsePapers', () => {
  it('shows all, newest first, those without a year last', () => {
    expect(browse({})).toMatchObject({
      names: ['Newer', 'New', 'Old', 'Undated'],
      sort: 'date',
    });
  });

  it('sorts by name, by number of results, and a search by how well it matches', () => {
    expect(browse({ sort: 'name' }).names).toEqual(['New', 'Newer', 'Old', 'Undated']);
    expect(browse({ sort: 'results' }).names).toEqual(['Undated', 'New', 'Newer', 'Old']);
    expect(browse({ query: 'new' })).toMatchObject({ names: ['New', 'Newer'], sort: 'match' });
    expect(browse({ query: 'new', sort: 'date' }).names).toEqual(['Newer', 'New']);
    expect(browse({ sort: 'match' }).sort).toBe('date');
  });

  it('keeps what every chosen facet has', () => {
    expect(browse({ family: 'rubrics' }).names).toEqual(['Newer', 'New']);
    expect(browse({ family: 'rubrics', here: 'any' }).names).toEqual(['New']);
    expect(browse({ year: 'none' }).names).toEqual(['Undated']);
    expect(browse({ here: 'weighted-rubric', year: '2023' }).names).toEqual([]);
  });

  it('counts each facet under the other choices, and keeps every value on offer', () => {
    const { facets } = browse({ family: 'rubrics' });
    expect(facets.family).toEqual([
      { value: 'judges', count: 2 },
      { value: 'rubrics', count: 2 },
    ]);
    expect(facets.year).toEqual([
      { value: '2025', count: 2 },
      { value: '2023', count: 0 },
      { value: 'none', count: 0 },
    ]);
    expect(facets.here).toEqual([
      { value: 'any', count: 1 },
      { value: 'distillation', count: 0 },
      { value: 'weighted-rubric', count: 1 },
    ]);
  });

  it('takes a choice that no paper has for no choice', () => {
    expect(browse({ family: 'alchemy', year: 'soon', here: '<b>', sort: 'luck' })).toEqual(
      browse({}),
    );
  });
});

describe('onThisSite', () => {
  it('leads to protocols that the site has, and to nothing else', () => {
    expect(onThisSite({ benchside: { protocol: 'weighted-rubric' } }, PROTOCOL_HEADS)?.id).toBe(
      'weighted-rubric',
    );
    expect(onThisSite({ benchside: { protocol: 'weighted-rubric' } }, [])).toBeNull();
    expect(onThisSite({ benchside: null }, PROTOCOL_HEADS)).toBeNull();
    expect(onThisSite({ benchside: { lab: 'distillation' } }, PROTOCOL_HEADS)).toEqual({
      kind: 'lab',
      id: 'distillation',
      route: { view: 'distill', page: 'train', params: {} },
    });
  });
});
