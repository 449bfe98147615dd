import { describe, expect, it } from 'vitest';
import { USUAL_VIEW } from '../../share/boardView.ts';
import { entryOf } from './fixtures/entryOf.ts';
import { entriesWith, facetCounts, findEntries } from './narrowBoard.ts';

const entries = [
  entryOf({ id: 'a', model: 'owner/Small', judge: 'one' }),
  entryOf({ id: 'b', model: 'owner/large', judge: 'two', device: 'webgpu' }),
  entryOf({ id: 'c', model: 'tiny', judge: 'two', origin: 'shared' }),
  entryOf({ id: 'd', model: 'tiny' }),
];
const none = USUAL_VIEW.facets;

function ids(some: readonly { id: string }[]): string {
  return some.map(({ id }) => id).join('');
}

describe('entriesWith', () => {
  it('keeps everything where nothing is chosen', () => {
    expect(ids(entriesWith(entries, none))).toBe('abcd');
  });

  it('takes any value of a facet, and all facets', () => {
    const facets = { ...none, judge: ['one', 'two'], device: ['wasm'] };
    expect(ids(entriesWith(entries, facets))).toBe('ac');
  });

  it('is not narrowed by a value that no run has', () => {
    const facets = { ...none, judge: ['gone'], model: ['tiny', 'gone'] };
    expect(ids(entriesWith(entries, facets))).toBe('cd');
  });
});

describe('findEntries', () => {
  it('finds every word in model, judge or origin', () => {
    expect(ids(findEntries(entries, 'OWNER two'))).toBe('b');
    expect(ids(findEntries(entries, 'shared'))).toBe('c');
    expect(ids(findEntries(entries, '  '))).toBe('abcd');
  });
});

describe('facetCounts', () => {
  it('counts what the other facets leave, so that another value can be added', () => {
    const counts = facetCounts(entries, { ...none, judge: ['two'], origin: ['gone'] });
    expect(counts.judge).toEqual([
      { value: 'two', count: 2 },
      { value: 'none', count: 1 },
      { value: 'one', count: 1 },
    ]);
    expect(counts.device).toEqual([
      { value: 'wasm', count: 1 },
      { value: 'webgpu', count: 1 },
    ]);
    expect(counts.parity).toEqual([
      { value: 'reference', count: 1 },
      { value: 'unknown', count: 1 },
    ]);
  });
});
