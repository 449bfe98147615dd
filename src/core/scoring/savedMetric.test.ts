import { expect, it } from 'vitest';
import {
  groupNames,
  groupRows,
  meanMetric,
  meanOfNumbers,
  ratioOf,
  reportMetrics,
  type SavedMetric,
} from './savedMetric.ts';

interface Row {
  cluster: string;
  value: number | null | undefined;
  group: string | null;
}

const rows: Row[] = [
  { cluster: 'a', value: 1, group: 'x' },
  { cluster: 'a', value: 0, group: 'y' },
  { cluster: 'b', value: null, group: 'x' },
  { cluster: 'c', value: undefined, group: null },
  { cluster: 'd', value: 0.5, group: 'x' },
];
const metric = meanMetric<Row>('m', ({ value }) => value);

it('reports a mean with what it rests on, what it lacks, and its interval', () => {
  const report = reportMetrics(rows, [metric]);
  expect([...report.keys()]).toEqual(['m', 'm:n_samples', 'm:n_unscored', 'm:low', 'm:high']);
  // Both clusters with a value have the mean 0.5, so that every resample of clusters has it.
  expect([...report.values()]).toEqual([0.5, 3, 1, 0.5, 0.5]);
});

it('gives no interval over a single cluster, of which every resample is the same', () => {
  const two = rows.slice(0, 2);
  expect([...reportMetrics(two, [metric]).values()]).toEqual([0.5, 2, 0, null, null]);
  // A cluster whose verdicts are unread, or that the metric is not about, is none to draw.
  expect([...reportMetrics(rows.slice(0, 4), [metric]).values()]).toEqual([0.5, 2, 1, null, null]);
  expect([...reportMetrics(rows.slice(0, 1), [metric]).values()]).toEqual([1, 1, 0, null, null]);
});

it('says nothing of a metric that no row is about, and null of one without a verdict', () => {
  const about = rows.filter(({ value }) => value === undefined);
  expect(reportMetrics(about, [metric]).size).toBe(0);
  const unread = rows.filter(({ value }) => value === null);
  expect([...reportMetrics(unread, [metric]).values()]).toEqual([null, 0, 1, null, null]);
});

it('gives no interval where the number is not defined', () => {
  const nowhere: SavedMetric<Row> = { ...metric, numbers: [{ name: 'm', of: () => null }] };
  expect([...reportMetrics(rows, [nowhere]).values()]).toEqual([null, 3, 1, null, null]);
});

it('looks at the rows of a group alone', () => {
  const inX = { ...metric, rows: rows.filter(({ group }) => group === 'x') };
  expect([...reportMetrics(rows, [inX]).values()].slice(0, 3)).toEqual([0.75, 2, 1]);
});

it('groups rows by names, each once and in order', () => {
  expect(groupNames(rows, ({ group }) => group)).toEqual(['x', 'y']);
  expect(groupNames([...rows].reverse(), ({ group }) => group)).toEqual(['x', 'y']);
  const groups = groupRows([...rows].reverse(), ({ group }) => group);
  expect([...groups].map(([name, own]) => [name, own.length])).toEqual([
    ['x', 3],
    ['y', 1],
  ]);
  expect(groups.get('x')?.map(({ value }) => value)).toEqual([0.5, null, 1]);
});

it('has no mean of nothing', () => {
  expect(meanOfNumbers([])).toBeNull();
  expect(meanOfNumbers([1, 2, 6])).toBe(3);
  expect(ratioOf(Float64Array.of(3, 0, 4), 0, 1)).toBeNull();
  expect(ratioOf(Float64Array.of(3, 0, 4), 0, 2)).toBe(0.75);
});
