import { describe, expect, it } from 'vitest';
import { NO_MODEL, type ModelRef } from '../calls/model.ts';
import type { RunSpec } from '../runs/spec.ts';
import { comparability, listed, sameAnswersOtherJudge, type NamedRun } from './comparability.ts';

function model(id: string, parts: Partial<ModelRef> = {}): ModelRef {
  return Object.assign(
    { source: 'bundled', id, revision: '1', dtype: 'fp32', device: 'wasm' } as const,
    parts,
  );
}

function spec(parts: Partial<RunSpec> = {}): RunSpec {
  return {
    packId: 'p',
    packHash: 'a'.repeat(64),
    protocol: { id: 'q', version: 2 },
    roles: { student: model('s'), judge: NO_MODEL },
    limit: null,
    epochs: 1,
    ...parts,
  };
}

function compared(...specs: RunSpec[]): ReturnType<typeof comparability> {
  return comparability(
    specs.map((each, index): NamedRun => ({
      letter: String.fromCodePoint(65 + index),
      spec: each,
      isFinished: true,
    })),
  );
}

function cautions(...specs: RunSpec[]): string {
  const found = compared(...specs);
  return found.kind === 'comparable' ? found.cautions.join(' ') : 'refused';
}

describe('comparability', () => {
  it('refuses runs of other packs, other versions of a pack and other protocols, and says what to do', () => {
    const other = [
      spec({ packId: 'other' }),
      spec({ packHash: 'b'.repeat(64) }),
      spec({ protocol: { id: 'other', version: 2 } }),
    ];
    for (const run of other) expect(compared(spec(), run).kind).toBe('refused');
    const refused = compared(spec(), spec({ packId: 'other' }));
    if (refused.kind !== 'refused') throw new Error('not refused');
    expect(refused.because).toContain('p (A), other (B)');
    expect(refused.todo).toContain('Remove');
  });

  it('has nothing to say of runs that differ in the student alone', () => {
    expect(cautions(spec(), spec({ roles: { student: model('t'), judge: NO_MODEL } }))).toBe('');
  });

  it('names what else differs', () => {
    const roles = (student: ModelRef, judge: ModelRef) => ({ roles: { student, judge } });
    expect(
      cautions(spec(roles(model('s'), model('j'))), spec(roles(model('s'), model('k')))),
    ).toContain('the difference includes the judges. j (A), k (B)');
    expect(
      cautions(
        spec(roles(model('s'), NO_MODEL)),
        spec(roles(model('s', { device: 'webgpu' }), NO_MODEL)),
      ),
    ).toContain('different devices: wasm (A), webgpu (B)');
    expect(
      cautions(
        spec(roles(model('s'), NO_MODEL)),
        spec(roles(model('s', { dtype: 'fp16' }), NO_MODEL)),
      ),
    ).toContain('different number formats: fp32 (A), fp16 (B)');
    expect(cautions(spec(), spec({ protocol: { id: 'q', version: 1 } }))).toContain(
      'version 2 (A), version 1 (B)',
    );
    expect(cautions(spec(), spec({ limit: 20 }))).toContain('different length');
    expect(
      cautions(spec(roles(NO_MODEL, model('j'))), spec(roles(NO_MODEL, model('k')))),
    ).toContain('another judge');
  });

  it('does not count a baseline’s missing device as another device', () => {
    const random = model('random', { source: 'baseline', device: 'none' });
    const roles = { student: random, judge: NO_MODEL };
    expect(cautions(spec(), spec({ roles }))).toBe('');
  });

  it('says which runs are not finished', () => {
    const found = comparability([
      { letter: 'A', spec: spec(), isFinished: true },
      { letter: 'B', spec: spec(), isFinished: false },
    ]);
    expect(found).toMatchObject({ cautions: [expect.stringMatching(/^B is not finished/u)] });
  });
});

describe('sameAnswersOtherJudge', () => {
  it('wants the same student and another judge', () => {
    const of = (student: ModelRef, judge: ModelRef) => ({ roles: { student, judge } });
    const one = of(model('s'), model('j'));
    expect(sameAnswersOtherJudge(one, of(model('s'), model('k')))).toBe(true);
    expect(sameAnswersOtherJudge(one, one)).toBe(false);
    expect(sameAnswersOtherJudge(one, of(model('t'), model('k')))).toBe(false);
    expect(sameAnswersOtherJudge(of(model('s'), NO_MODEL), of(model('s'), NO_MODEL))).toBe(false);
  });
});

describe('listed', () => {
  it('joins names as a sentence has them', () => {
    expect([listed([]), listed(['A']), listed(['A', 'B']), listed(['A', 'B', 'C'])]).toEqual([
      '',
      'A',
      'A and B',
      'A, B and C',
    ]);
  });
});
