import { describe, expect, it } from 'vitest';
import { SAVED_PROTOCOLS } from '../savedProtocols.ts';
import { failure, reportOf, told } from '../testing.ts';
import { categoriesOf } from './categories.ts';
import { MOST_RESAMPLED } from './score.ts';

type Mark = number | null;

const marks = (a: Mark, b: Mark, more: object = {}) => ({ ratings: { a, b }, ...more });

function notesOf(...rows: unknown[]): readonly string[] {
  const text = rows.map((row) => JSON.stringify(row)).join('\r\n');
  const scored = SAVED_PROTOCOLS.find(({ id }) => id === 'ratings')?.score(
    { name: 'f', text },
    null,
  );
  if (scored?.ok !== true) throw new Error('it was not scored');
  return scored.value.notes;
}

describe('ratings', () => {
  it('gives what two readers agree on', () => {
    const report = reportOf('ratings', marks(1, 1), marks(1, 2), marks(3, 3), marks(3, 3));
    // By chance (2/4)(1/4) + 0 + (2/4)(2/4) = 3/8.
    expect(told(report, 'agreement:a vs b')).toEqual([0.75, 4, 0]);
    expect(told(report, 'kappa:a vs b')).toEqual([expect.closeTo(0.6, 12), 4, 0]);
    // Observed 1 against an expected (2 · 1 + 2 · (2 + 1) + 2 · 0 … ) / 4 of |i - j|: 8 ordered pairs cost 2·1 + 2·2·2 + 2·2 + 2·1.
    expect(report.get('kappa_linear:a vs b')).toBeCloseTo(1 - (1 * 4) / (2 + 8 + 4 + 2), 12);
    expect(report.get('kappa_quadratic:a vs b')).toBeCloseTo(1 - (1 * 4) / (2 + 16 + 8 + 2), 12);
    expect(told(report, 'fleiss_kappa').slice(1)).toEqual([4, 0]);
    expect(report.has('kappa:b vs a')).toBe(false);
    expect(report.has('leniency:a')).toBe(false);
  });

  it('leaves out what lacks a mark that a number needs, and counts it', () => {
    const report = reportOf(
      'ratings',
      { ratings: { a: 1, b: 2, c: 3 } },
      { ratings: { a: 2, b: 4 } },
      { ratings: { a: 3, b: null, c: 5 } },
      { ratings: { c: 1 } },
      { ratings: {} },
    );
    expect(told(report, 'pearson:a vs b')).toEqual([expect.closeTo(1, 12), 2, 3]);
    expect(told(report, 'spearman:a vs c')).toEqual([expect.closeTo(1, 12), 2, 3]);
    expect(told(report, 'kendall_tau_b:b vs c')).toEqual([null, 1, 4]);
    expect(told(report, 'mean:b')).toEqual([3, 2, 3]);
    expect(told(report, 'icc_2_1')).toEqual([null, 1, 4]);
    expect(told(report, 'fleiss_kappa').slice(1)).toEqual([1, 4]);
    expect(told(report, 'krippendorff_interval').slice(1)).toEqual([3, 2]);
    const silent = reportOf('ratings', marks(null, null));
    expect(told(silent, 'kappa:a vs b')).toEqual([null, 0, 1]);
    expect(told(silent, 'mean:a')).toEqual([null, 0, 1]);
  });

  it('takes any readers for Fleiss’ kappa, as many marks a thing as the most has', () => {
    const rows = [{ a: 1, b: 1 }, { b: 2, c: 2 }, { a: 1, c: 2 }, { a: 1 }];
    const report = reportOf('ratings', ...rows.map((ratings) => ({ ratings })));
    // Two of three things agree; by chance a half.
    expect(told(report, 'fleiss_kappa')).toEqual([expect.closeTo((2 / 3 - 0.5) / 0.5, 12), 3, 1]);
    expect(reportOf('ratings', { ratings: { a: 1 } }).get('fleiss_kappa')).toBeNull();
  });

  it('is null where the marks do not define a number', () => {
    const report = reportOf(
      'ratings',
      marks(2, 2, { reference: 2 }),
      marks(2, 2, { reference: 2 }),
    );
    for (const name of [
      'kappa',
      'kappa_linear',
      'kappa_quadratic',
      'pearson',
      'spearman',
      'kendall_tau_b',
    ])
      expect(told(report, `${name}:a vs b`), name).toEqual([null, 2, 0]);
    for (const name of ['fleiss_kappa', 'krippendorff_nominal', 'icc_2_1', 'leniency:a'])
      expect(report.get(name), name).toBeNull();
    expect(report.get('agreement:a vs reference')).toBe(1);
    const measured = reportOf('ratings', ...[1, Math.PI, 7].map((mark) => marks(mark, mark)));
    expect(measured.get('kappa_linear:a vs b')).toBeNull();
    expect(measured.get('kappa:a vs b')).toBe(1);
    expect(measured.get('pearson:a vs b')).toBe(1);
  });

  it('tells a lenient reader by the scale of the rows, or else by the marks that occur', () => {
    const rows = [
      marks(3, 2, { reference: 2 }),
      marks(5, 1, { reference: 4 }),
      marks(1, 1, { reference: null }),
    ];
    const [first, ...rest] = rows;
    const given = reportOf('ratings', { ...first, scale: [0, 10] }, ...rest);
    expect(told(given, 'leniency:a')).toEqual([0.1, 2, 1]);
    expect(told(given, 'leniency:b')).toEqual([-0.15, 2, 1]);
    expect(reportOf('ratings', ...rows).get('leniency:a')).toBe(0.25);
    expect(notesOf(...rows)).toEqual([expect.stringContaining('the marks that occur, 1 to 5')]);
    expect(notesOf({ ...first, scale: [0, 10] }, ...rest)).toEqual([]);
    expect(notesOf(marks(1, 2))).toEqual([]);
  });

  it('draws clusters for its intervals, where there are two and not too many rows', () => {
    const row = (cluster: string, b: number) => marks(1, b, { cluster });
    const two = reportOf('ratings', row('x', 1), row('x', 1), row('y', 2), row('y', 2));
    expect([two.get('agreement:a vs b:low'), two.get('agreement:a vs b:high')]).toEqual([0, 1]);
    const one = reportOf('ratings', row('x', 1), row('x', 2));
    expect([one.get('agreement:a vs b'), one.get('agreement:a vs b:low')]).toEqual([0.5, null]);
    const large = Array.from({ length: MOST_RESAMPLED + 1 }, (_, index) =>
      marks(index % 5, index % 4),
    );
    expect(reportOf('ratings', ...large).get('mean:a:low')).toBeNull();
    expect(notesOf(...large)).toEqual([expect.stringContaining('No intervals are given')]);
  });

  it('takes names of prototypes for readers, whose marks are read', () => {
    const row = (one: string, two: string) =>
      `{"ratings":{"__proto__":${one},"constructor":${two}}}`;
    const score = (text: string) =>
      SAVED_PROTOCOLS.find(({ id }) => id === 'ratings')?.score({ name: 'f', text }, null);
    const scored = score(`${row('1', '1')}\n\n${row('2', 'null')}`);
    const report = scored?.ok === true ? scored.value.report : new Map<string, number | null>();
    expect(told(report, 'agreement:__proto__ vs constructor')).toEqual([1, 1, 1]);
    const wrong = score(row('"x"', '1'));
    expect(wrong?.ok === false && wrong.problem.message).toContain(
      'f, line 1, field “ratings”: the mark of “__proto__” must be a number.',
    );
  });

  it('holds at most twenty readers against each other', () => {
    const row = (readers: number) => ({
      ratings: Object.fromEntries(
        Array.from({ length: readers }, (_, index) => [`r${String(index)}`, 1]),
      ),
    });
    expect(failure('ratings', row(21))).toContain('f has more than 20 readers.');
    expect(reportOf('ratings', row(20)).get('agreement:r18 vs r19')).toBe(1);
  });

  it.each([
    [{}, 'ratings”: is missing'],
    [{ ratings: [1, 2] }, 'ratings”: must be an object that gives each reader’s mark'],
    [{ ratings: null }, 'ratings”: must be an object'],
    [{ ratings: 'a' }, 'ratings”: must be an object'],
    [marks(1, 1e7), 'the mark of “b” must be at most 1,000,000'],
    [{ ratings: { a: true } }, 'the mark of “a” must be a number'],
    [{ ratings: { '': 1 } }, 'ratings”: a reader’s name must not be empty'],
    [
      { ratings: { ['x'.repeat(501)]: 1 } },
      'ratings”: a reader’s name must have at most 500 characters',
    ],
    [marks(1, 2, { reference: '3' }), 'reference”: must be a number'],
    [marks(1, 2, { scale: [1] }), 'scale.1”: is missing'],
    [marks(1, 2, { scale: [1, 2, 3] }), 'scale.2”: must be the lowest and the highest mark'],
    [marks(1, 2, { scale: [2, 2] }), 'scale”: must be the lowest and then the highest mark'],
    [marks(1, 6, { scale: [1, 5] }), 'f, line 1: the mark of “b”, 6, is off the scale from 1 to 5'],
    [marks(0, 5, { scale: [1, 5] }), 'the mark of “a”, 0, is off the scale'],
    [marks(1, 5, { scale: [1, 5], reference: 7 }), 'the mark of “reference”, 7, is off'],
    [{ ratings: { reference: 1 }, reference: 1 }, 'a reader is called “reference”'],
    [{ ratings: { 'a vs b': 1 } }, 'the reader “a vs b” has “ vs ” in its name'],
    [{ ratings: { a: 1, 'a:low': 1 } }, 'the reader “a:low” is called like a number about “a”'],
  ])('refuses %o', (row, part) => {
    expect(failure('ratings', row)).toContain(part);
  });

  it('refuses rows of different scales', () => {
    const row = (highest: number) => marks(1, 2, { scale: [1, highest] });
    expect(failure('ratings', row(5), marks(1, 2), row(7))).toContain(
      'f, line 3, field “scale”: is another',
    );
    expect(reportOf('ratings', row(5), marks(1, 2), row(5)).get('mean:b')).toBe(2);
  });
});

describe('categories', () => {
  it('lie as far apart as the marks', () => {
    const places = (...values: number[]) => {
      const categories = categoriesOf(values);
      return categories && [categories.count, ...values.map(categories.of)];
    };
    expect(places(3, 1, 5)).toEqual([5, 2, 0, 4]);
    expect(places(1, 2.5)).toEqual([4, 0, 3]);
    expect(places(0.1, 0.2, 0.7)).toEqual([7, 0, 1, 6]);
    expect(places(4)).toEqual([1, 0]);
    expect(places(0, 99)).toEqual([100, 0, 99]);
    expect(places(0, 100)).toBeNull();
    expect(places(0, 0.01)).toEqual([2, 0, 1]);
    expect(places(0, 0.001, 1)).toBeNull();
    expect(places()).toBeNull();
  });
});
