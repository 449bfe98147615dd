import { describe, expect, it } from 'vitest';
import type { ValueRow } from '../metric.ts';
import { metricInterval } from '../../runs/aggregate.ts';
import { consistency, faithfulness } from './contrast.ts';
import { verifyEvidenceMetrics } from './metrics.ts';

const UNREADABLE = null;

function row(
  kind: 'original' | 'altering' | 'preserving',
  pair: number | null,
  label: 0 | 1,
  said: 0 | 1 | null,
): ValueRow {
  const flag = (one: string) =>
    kind === one ? 1 : kind === 'original' && pair !== null ? 0 : null;
  return {
    cluster: `note-${String(pair)}`,
    stratum: 's',
    values: {
      label,
      said,
      correct: Number(said === label),
      original: kind === 'original' ? 1 : null,
      pair,
      altering: flag('altering'),
      preserving: flag('preserving'),
    },
  };
}

const rows = [
  // Right, and follows the change.
  row('original', 1, 1, 1),
  row('altering', 1, 0, 0),
  row('preserving', 1, 1, 1),
  // Right, and does not follow it.
  row('original', 2, 0, 0),
  row('altering', 2, 1, 0),
  row('preserving', 2, 0, 1),
  // Wrong: no matter for faithfulness.
  row('original', 3, 1, 0),
  row('altering', 3, 0, 1),
  row('preserving', 3, 1, 0),
  // Right, and both copies unreadable: neither faithful nor consistent.
  row('original', 4, 1, 1),
  row('altering', 4, 0, UNREADABLE),
  row('preserving', 4, 1, UNREADABLE),
  // Without copies.
  row('original', null, 1, 0),
];

describe('faithfulness', () => {
  it('is the share of altered copies that the verdict follows, where the original was right', () => {
    expect(faithfulness(rows)).toBeCloseTo(1 / 3, 12);
  });

  it('leaves out copies whose original is missing, and is null where none is left', () => {
    expect(faithfulness(rows.slice(1))).toBe(0);
    expect(faithfulness(rows.filter(({ values }) => values.original === null))).toBeNull();
    expect(faithfulness(rows.filter(({ values }) => values.altering !== 1))).toBeNull();
    expect(faithfulness([])).toBeNull();
  });
});

describe('consistency', () => {
  it('is the share of preserving copies on which the verdict stays, right or wrong', () => {
    expect(consistency(rows)).toBe(0.5);
  });

  it('compares within a note only: another note’s pair of the same number is another pair', () => {
    const elsewhere = { ...row('original', 1, 1, 0), cluster: 'note-x' };
    expect(consistency([elsewhere, row('preserving', 1, 1, 1)])).toBeNull();
    expect(consistency([...rows, elsewhere])).toBe(0.5);
  });

  it('takes two unreadable answers for the same wrong verdict', () => {
    const both = [row('original', 1, 1, UNREADABLE), row('preserving', 1, 1, UNREADABLE)];
    expect(consistency(both)).toBe(1);
  });

  it('counts a note drawn twice as two comparisons each', () => {
    expect(consistency([...rows, ...rows.slice(0, 3)])).toBeCloseTo(3 / 5, 12);
  });
});

describe('metrics over originals and copies', () => {
  const metric = (id: string) => {
    const found = verifyEvidenceMetrics.find((one) => one.id === id);
    if (found === undefined) throw new Error(id);
    return metricInterval(rows, found);
  };

  it('counts originals alone for verdicts', () => {
    // Originals: TP 1, TN 2, TP 4, FN 3, FN without copies.
    expect(metric('verdictF1')).toMatchObject({ estimate: 4 / 6, n: 5 });
    expect(metric('accuracy')).toMatchObject({ estimate: 3 / 5, n: 5 });
  });

  it('counts originals that have copies, and the copies of one kind', () => {
    expect(metric('faithfulness')).toMatchObject({ n: 8, clusters: 4 });
    expect(metric('consistency')).toMatchObject({ estimate: 0.5, n: 8, clusters: 4 });
  });
});
