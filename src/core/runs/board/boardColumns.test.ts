import { describe, expect, it } from 'vitest';
import type { MetricHead } from '../../protocols/metric.ts';
import { boardColumns, shownColumns, sortEntries, usualDirection } from './boardColumns.ts';
import { entryOf } from './fixtures/entryOf.ts';

const score: MetricHead = { id: 'score', title: 'Score', basis: 'gold', chance: null };
const error: MetricHead = { ...score, id: 'error', title: 'Error', lowerIsBetter: true };
const columns = boardColumns([error, score], score, true);

function column(id: string) {
  const found = columns.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no column ${id}`);
  return found;
}

const entries = [
  entryOf({ id: 'a', model: 'zeta', metrics: { score: 0.5, error: 0.4 } }),
  entryOf({ id: 'b', model: 'beta', metrics: { score: 0.9, error: null } }),
  entryOf({ id: 'c', model: 'alpha', metrics: { score: null, error: 0.2 } }),
  entryOf({ id: 'd', model: 'beta', metrics: { score: 0.5, error: 0.4 } }),
];

function order(id: string, direction: 'asc' | 'desc', main = score): string {
  return sortEntries(entries, column(id), direction, main)
    .map((entry) => entry.id)
    .join('');
}

describe('columns of a board', () => {
  it('begin with name and metric, and have each metric once', () => {
    const ids = columns.map(({ id }) => id);
    expect(ids.slice(0, 5)).toEqual(['run', 'm:score', 'rank', 'n', 'm:error']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(boardColumns([score], score, false).map(({ id }) => id)).not.toContain('judge');
  });

  it('are shown as chosen, in their own order, and ids of none are left out', () => {
    const shown = shownColumns(columns, ['date', 'nothing', 'rank']);
    expect(shown.map(({ id }) => id)).toEqual(['run', 'm:score', 'rank', 'date']);
    expect(shownColumns(columns, []).map(({ id }) => id)).toEqual(['run', 'm:score']);
    expect(shownColumns(columns, null).map(({ id }) => id)).toContain('m:error');
  });
});

describe('sortEntries', () => {
  it('goes both ways, with what was not measured last in each', () => {
    expect(order('m:score', 'desc')).toBe('bdac');
    expect(order('m:score', 'asc')).toBe('dabc');
    expect(order('m:error', 'asc')).toBe('cdab');
  });

  it('breaks ties by the metric of the board, then by name', () => {
    expect(order('run', 'asc')).toBe('cbda');
    expect(order('device', 'asc')).toBe('bdac');
    expect(order('device', 'asc', error)).toBe('cdab');
  });

  it('starts with the best of a metric, the newest date and the first name', () => {
    expect(usualDirection(column('m:score'), score)).toBe('desc');
    expect(usualDirection(column('m:error'), score)).toBe('asc');
    expect(usualDirection(column('rank'), error)).toBe('asc');
    expect(usualDirection(column('date'), score)).toBe('desc');
    expect(usualDirection(column('run'), score)).toBe('asc');
  });
});
