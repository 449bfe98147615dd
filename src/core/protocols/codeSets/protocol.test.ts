import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { ModelCall } from '../../calls/call.ts';
import { NO_MODEL, type ModelRef } from '../../calls/model.ts';
import type { ConceptItem } from '../../packs/conceptVerification.ts';
import { conceptEntries } from '../../packs/generators/dischargeNotes/catalogue.ts';
import { fromColumns, resultBundleSchema, toColumns } from '../../share/bundle.ts';
import type { ValueRow } from '../metric.ts';
import { verifyEvidence } from '../verifyEvidence/protocol.ts';
import golden from './fixtures/golden.json' with { type: 'json' };
import { byNote, codeSetsMetrics } from './metrics.ts';
import { codeSets, numbersOfCode } from './protocol.ts';

const student: ModelRef = {
  source: 'bundled',
  id: 's',
  revision: '1',
  dtype: 'fp32',
  device: 'wasm',
};
const item: ConceptItem = {
  id: 'x',
  noteId: 'n',
  sentences: ['Ferinject was given.', 'He can shower as normal.'],
  concept: { code: 'D50.9', name: 'Iron deficiency anaemia' },
  label: true,
  stratum: 'implicit',
  evidence: [1],
};

function played(of: ConceptItem, text: string) {
  const play = codeSets.play(of, { student, judge: NO_MODEL });
  const asked: ModelCall[] = [];
  let step = play.next([]);
  while (step.done !== true) {
    asked.push(...step.value);
    step = play.next(
      step.value.map(() => ({
        kind: 'generate' as const,
        text,
        finishReason: 'stop' as const,
        promptTokens: 9,
        newTokens: 3,
        latencyMs: 1,
      })),
    );
  }
  return { asked, score: step.value };
}

function metric(id: string, rows: readonly ValueRow[]): number | null {
  const found = codeSetsMetrics.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no metric ${id}`);
  return found.estimate(rows);
}

describe('code sets', () => {
  it.each([
    ['yes 1', 1, 0],
    ['Yes, sentence 2.', 1, 0],
    ['no', 0, 0],
    ['D50.9: yes', 0, 1],
    ['', 0, 1],
  ])('assigns by %j', (text, assigned, unreadable) => {
    const { values, detail } = played(item, text).score;
    expect(values).toEqual({
      ...numbersOfCode('D50.9'),
      gold: 1,
      assigned,
      criteria: 0,
      unscored: 0,
      unreadable,
    });
    expect(detail).toMatchObject({ answer: text, readable: unreadable === 0 });
  });

  it('asks what verification asks, and nothing of copies', () => {
    const roles = { student, judge: NO_MODEL };
    expect(played(item, 'no').asked).toEqual(verifyEvidence.play(item, roles).next([]).value);
    const copy: ConceptItem = { ...item, pair: 1, contrast: { of: 'y', kind: 'altering' } };
    const { asked, score } = played(copy, 'yes');
    expect(asked).toEqual([]);
    expect(score.values).toEqual({ gold: null, criteria: 0, unscored: 0, unreadable: 0 });
  });

  it('numbers codes so that they are told apart, in a link as well', () => {
    const drawn = Array.from({ length: 20_000 }, (_, at) => `X${String(at)}.${String(at % 10)}`);
    const codes = [...conceptEntries.map(({ code }) => code), ...drawn];
    const pairs = codes.map(numbersOfCode);
    const distinct = (some: readonly object[]) =>
      new Set(some.map((one) => JSON.stringify(one))).size;
    expect(distinct(pairs)).toBe(distinct(codes.map((code) => ({ code }))));
    const units = pairs.length;
    const shared = fromColumns({ units, values: toColumns(pairs) });
    expect(shared).toEqual(pairs);
    for (const value of pairs.flatMap(Object.values)) expect(value).toBeLessThan(1000);
    expect(numbersOfCode('Z99.9')).toEqual(numbersOfCode('Z99.9'));
  });

  it('can be shared', () => {
    const { values } = played(item, 'yes 1').score;
    expect(v.is(resultBundleSchema.entries.values, toColumns([values]))).toBe(true);
  });

  it('keeps codes apart that share one of their numbers', () => {
    const rows = [
      { code: 1, codeRest: 1, gold: 1, assigned: 1 },
      { code: 1, codeRest: 2, gold: 1, assigned: 0 },
    ].map((values) => ({ cluster: 'n', stratum: 's', values }));
    expect(metric('macroF1', rows)).toBe(0.5);
  });
});

describe('the metrics', () => {
  it.each(golden)('are what scikit-learn computes ($name)', ({ rows, scores }) => {
    const valued: ValueRow[] = rows.map(({ note, ...values }) => ({
      cluster: note,
      stratum: 's',
      values,
    }));
    for (const [id, score] of Object.entries(scores))
      expect(metric(id, valued), id).toBeCloseTo(score, 12);
  });

  it('count a note that a bootstrap draws twice as two notes', () => {
    const row = (cluster: string, gold: number, assigned: number): ValueRow => ({
      cluster,
      stratum: 's',
      values: { code: 1, gold, assigned },
    });
    const a = [row('a', 1, 1), row('a', 0, 0)];
    const b = [row('b', 1, 0)];
    expect(byNote([...a, ...b, ...a]).map((note) => note.length)).toEqual([2, 1, 2]);
    expect(metric('exactSets', [...a, ...b, ...a])).toBeCloseTo(2 / 3, 12);
    // Rows of one note need not stand together.
    expect(byNote([...a.slice(0, 1), ...b, ...a.slice(1)]).map((note) => note.length)).toEqual([
      2, 1,
    ]);
  });

  it('leave out what has neither a gold nor an assigned code, and are nothing over nothing', () => {
    const empty: ValueRow = {
      cluster: 'c',
      stratum: 's',
      values: { code: 7, gold: 0, assigned: 0 },
    };
    for (const id of ['microF1', 'macroF1', 'noteF1']) expect(metric(id, [empty]), id).toBeNull();
    expect(metric('exactSets', [empty])).toBe(1);
    for (const metric of codeSetsMetrics) expect(metric.estimate([])).toBeNull();
  });
});
