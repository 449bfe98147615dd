import { describe, expect, it } from 'vitest';
import { failure, reportOf, told } from '../testing.ts';

describe('verification', () => {
  it('pools counts, by stratum too', () => {
    const of = (gold: boolean, predicted: boolean | null | undefined, stratum: string) => ({
      gold,
      predicted,
      stratum,
    });
    const report = reportOf(
      'verification',
      ...[of(true, true, 'a'), of(true, false, 'a'), of(false, true, 'a'), of(false, true, 'a')],
      ...[of(false, false, 'b'), of(true, null, 'b'), of(true, undefined, 'b')],
    );
    expect(told(report, 'precision')).toEqual([1 / 3, 5, 2]);
    expect(told(report, 'recall')).toEqual([0.5, 5, 2]);
    expect(told(report, 'f1')).toEqual([0.4, 5, 2]);
    expect(told(report, 'macro_f1')).toEqual([expect.closeTo((0.4 + 0.4) / 2, 12), 5, 2]);
    expect(told(report, 'accuracy')).toEqual([0.4, 5, 2]);
    expect(told(report, 'stratum:a/f1')).toEqual([0.4, 4, 0]);
    expect(told(report, 'stratum:b/f1')).toEqual([null, 1, 2]);
  });

  it('compares evidence over supported rows that have some, and pools it over all', () => {
    const report = reportOf(
      'verification',
      { gold: true, predicted: true, evidence_gold: [1, 2, 3, 4], evidence_predicted: [1, 9] },
      { gold: true, predicted: false, evidence_gold: [0], evidence_predicted: [] },
      { gold: true, predicted: true, evidence_gold: [], evidence_predicted: [3] },
      { gold: true, predicted: true, evidence_gold: [1], evidence_predicted: null },
      { gold: true, predicted: true, evidence_gold: [1] },
      { gold: false, predicted: true, evidence_gold: [5], evidence_predicted: [5] },
      { gold: true, predicted: true },
    );
    expect(told(report, 'evidence_recall')).toEqual([0.125, 2, 2]);
    expect(told(report, 'evidence_precision')).toEqual([0.25, 2, 2]);
    expect(told(report, 'evidence_f1')).toEqual([expect.closeTo(1 / 6, 12), 2, 2]);
    expect(told(report, 'evidence_micro_precision')).toEqual([2 / 4, 4, 2]);
    expect(told(report, 'evidence_micro_recall')).toEqual([2 / 6, 4, 2]);
    expect(told(report, 'evidence_micro_f1')).toEqual([0.4, 4, 2]);
  });

  it('holds altered copies against their originals', () => {
    const row = (pair: string, variant: string, gold: boolean, predicted: boolean | null) => ({
      pair,
      variant,
      gold,
      predicted,
    });
    const report = reportOf(
      'verification',
      ...[
        row('1', 'original', true, true),
        row('1', 'altering', false, false),
        row('1', 'altering', false, true),
      ],
      // Answered wrong, so that its altered copy says nothing of faithfulness.
      ...[
        row('2', 'original', true, false),
        row('2', 'altering', false, true),
        row('2', 'preserving', true, true),
      ],
      ...[row('3', 'original', true, null), row('3', 'preserving', true, true)],
      ...[
        row('4', 'original', true, true),
        row('4', 'preserving', true, null),
        row('4', 'preserving', true, true),
      ],
      row('5', 'altering', true, true),
    );
    expect(told(report, 'faithfulness')).toEqual([0.5, 2, 1]);
    expect(told(report, 'consistency')).toEqual([0.5, 2, 2]);
    // Copies are no rows of the pooled numbers.
    expect(told(report, 'accuracy')).toEqual([2 / 3, 3, 1]);
  });

  it('compares the registers pair by pair', () => {
    const row = (pair: string, register: string, gold: boolean, predicted: boolean | null) => ({
      pair,
      register,
      gold,
      predicted,
    });
    const report = reportOf(
      'verification',
      ...[row('1', 'clinical', true, true), row('1', 'patient', true, false)],
      ...[row('2', 'clinical', true, true), row('2', 'patient', true, true)],
      ...[row('3', 'clinical', false, true), row('3', 'patient', false, null)],
      row('4', 'patient', false, false),
      // A copy is no half of a pair.
      { ...row('1', 'patient', true, true), variant: 'preserving' },
    );
    expect(told(report, 'register_accuracy_delta')).toEqual([-0.5, 2, 2]);
    expect(told(report, 'register:clinical/f1')).toEqual([0.8, 3, 0]);
    expect(told(report, 'register:patient/f1')).toEqual([2 / 3, 3, 1]);
    expect(told(report, 'register_f1_delta')).toEqual([expect.closeTo(2 / 3 - 0.8, 12), 6, 1]);
    const one = reportOf('verification', row('1', 'clinical', true, true));
    expect(told(one, 'register_f1_delta')).toEqual([null, 1, 0]);
  });

  it('draws a pair together, or the cluster that a row names', () => {
    const row = (pair: string, predicted: boolean, cluster?: string) => ({
      pair,
      gold: true,
      predicted,
      cluster,
    });
    const rows = (['clinical', 'patient'] as const).flatMap((register) => [
      { ...row('1', register === 'clinical'), register },
      { ...row('2', register === 'patient'), register },
    ]);
    // Both pairs are half right, so that every resample of pairs is.
    expect(reportOf('verification', ...rows).get('accuracy:low')).toBe(0.5);
    const named = rows.map((one, index) => ({ ...one, cluster: String(index) }));
    expect(reportOf('verification', ...named).get('accuracy:low')).toBe(0);
  });

  const original = { pair: 'p', gold: true, predicted: true };
  const altered = { pair: 'p', gold: false, predicted: false, variant: 'altering' };
  const clinical = { ...original, register: 'clinical' };
  const patient = { ...original, predicted: false, register: 'patient' };

  it('holds a copy against the original of its register, in whatever order they stand', () => {
    const rows = [clinical, patient, { ...altered, register: 'clinical' }];
    for (const order of [rows, [...rows].reverse(), [rows[1], rows[0], rows[2]]])
      expect(told(reportOf('verification', ...order), 'faithfulness')).toEqual([1, 1, 0]);
    // The original in the patient's words was answered wrong, so its copy says nothing.
    const wrong = reportOf('verification', clinical, patient, { ...altered, register: 'patient' });
    expect(wrong.has('faithfulness')).toBe(false);
    const without = reportOf('verification', clinical, { ...altered, register: 'patient' });
    expect(told(without, 'faithfulness')).toEqual([null, 0, 1]);
    // Where there is one original, a copy need not say which it is of.
    const one = reportOf('verification', altered, clinical);
    expect(told(one, 'faithfulness')).toEqual([1, 1, 0]);
    const plain = reportOf('verification', original, patient, altered);
    expect(told(plain, 'faithfulness')).toEqual([1, 1, 0]);
  });

  it('refuses a copy that could be of two originals, and two originals in one register', () => {
    expect(failure('verification', clinical, patient, altered)).toBe(
      'f, line 3, field “register”: is missing, and the pair “p” has more than one original. Name the register that this is a copy of.',
    );
    for (const twice of [original, clinical])
      expect(failure('verification', altered, twice, { ...twice, predicted: false })).toBe(
        'f, line 3, field “pair”: “p” already has its original in line 2. Give each pair one original a register, or give one of the two rows another pair.',
      );
    const other = { ...clinical, pair: 'q' };
    expect(reportOf('verification', clinical, other).get('accuracy')).toBe(1);
    expect(reportOf('verification', { gold: true }, { gold: true }).get('accuracy')).toBeNull();
  });

  it.each([
    [{ predicted: true }, 'gold”: is missing'],
    [{ gold: null }, 'gold”: must be true or false'],
    [{ gold: true, variant: 'altering' }, 'pair”: must name the pair'],
    [{ gold: true, register: 'patient' }, 'pair”: must name the pair'],
    [{ gold: true, variant: 'other', pair: 'p' }, 'variant”: must be one of original'],
    [{ gold: true, register: 'other', pair: 'p' }, 'register”: must be one of clinical'],
    [{ gold: true, evidence_gold: [1, 1] }, 'evidence_gold”: must not hold an entry twice'],
    [{ gold: true, evidence_gold: [-1] }, 'evidence_gold.0”: must be at least 0'],
  ])('refuses %o', (row, part) => {
    expect(failure('verification', row)).toContain(part);
  });
});
