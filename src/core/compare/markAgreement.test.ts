import { describe, expect, it } from 'vitest';
import type { CriterionVerdict, Verdict } from '../protocols/itemScore.ts';
import golden from './fixtures/golden.json' with { type: 'json' };
import { criterionRows, matchMarks, type MarkedUnit } from './judgeMarks.ts';
import { markAgreement, scoreAgreement } from './markAgreement.ts';

const { first, second, kappa, kappaInterval, share, shareInterval } = golden.kappa;
const rows = first.map((mark, index) => ({
  cluster: String(golden.document[index]),
  first: String(mark),
  second: String(second[index]),
}));

function criterion(id: string, verdict: Verdict): CriterionVerdict {
  return { id, verdict, text: id, points: 1, probability: null, note: null, axis: null };
}

function unit(unitKey: string, answer: string, ...criteria: CriterionVerdict[]): MarkedUnit {
  return { unitKey, cluster: unitKey, detail: { answer, criteria } };
}

describe('markAgreement', () => {
  it('agrees with scikit-learn, and with NumPy’s resamples of documents', () => {
    const agreement = markAgreement(rows);
    expect(agreement.kappa?.estimate).toBeCloseTo(kappa, 12);
    expect(agreement.share?.estimate).toBeCloseTo(share, 12);
    for (const [ours, [low = 0, high = 0]] of [
      [agreement.kappa, kappaInterval],
      [agreement.share, shareInterval],
    ] as const) {
      const tolerance = 0.1 * (high - low);
      expect(Math.abs((ours?.low ?? 9) - low)).toBeLessThan(tolerance);
      expect(Math.abs((ours?.high ?? 9) - high)).toBeLessThan(tolerance);
    }
  });

  it('has no kappa for judges who only ever say one thing', () => {
    const same = rows.map((row) => ({ ...row, first: 'met', second: 'met' }));
    expect(markAgreement(same)).toMatchObject({ kappa: null, share: { estimate: 1 } });
    expect(markAgreement([])).toEqual({ kappa: null, share: null });
  });
});

describe('scoreAgreement', () => {
  it('is 1 for equal numbers, and lower for a judge who is always harsher', () => {
    const scores = [0.1, 0.5, 0.9, 0.4].map((score, index) => ({
      cluster: String(index),
      first: score,
      second: score,
    }));
    expect(scoreAgreement(scores)?.estimate).toBeCloseTo(1, 12);
    const harsher = scores.map((row) => ({ ...row, second: row.first - 0.3 }));
    expect(scoreAgreement(harsher)?.estimate).toBeLessThan(0.8);
  });
});

describe('matchMarks', () => {
  it('matches criteria of the same answers, and counts what is left out', () => {
    const one = [
      unit('a', 'yes', criterion('1', 'met'), criterion('2', 'not-met'), criterion('3', 'met')),
      unit('b', 'no', criterion('1', 'met')),
      unit('c', 'no', criterion('1', 'met')),
      { unitKey: 'd', cluster: 'd', detail: null },
    ];
    const two = [
      unit('a', 'yes', criterion('1', 'met'), criterion('2', 'met'), criterion('3', 'unscored')),
      unit('b', 'another', criterion('1', 'met')),
      unit('d', 'no', criterion('1', 'met')),
    ];
    expect(matchMarks(one, two, true)).toEqual({
      rows: [
        { cluster: 'a', first: 'met', second: 'met' },
        { cluster: 'a', first: 'not-met', second: 'met' },
      ],
      items: 1,
      unscored: 1,
      otherAnswers: 1,
      withoutMarks: 1,
    });
    expect(matchMarks(one, two, false)).toMatchObject({ items: 2, otherAnswers: 0 });
  });
});

describe('criterionRows', () => {
  it('puts criteria with different verdicts first, and keeps the order of the rest', () => {
    const table = criterionRows([
      [criterion('1', 'met'), criterion('2', 'met')],
      null,
      [criterion('1', 'met'), criterion('2', 'not-met'), criterion('3', 'unscored')],
    ]);
    expect(table.map(({ id, differs }) => [id, differs])).toEqual([
      ['2', true],
      ['1', false],
      ['3', false],
    ]);
    expect(table[2]?.marks.map((mark) => mark?.verdict ?? null)).toEqual([null, null, 'unscored']);
  });
});
