import { describe, expect, it } from 'vitest';
import { bradleyTerry } from '../../stats/ratings/bradleyTerry.ts';
import { countBattles, type Battle } from '../../stats/ratings/battles.ts';
import { elo } from '../../stats/ratings/elo.ts';
import { SAVED_PROTOCOLS } from '../savedProtocols.ts';
import { failure, reportOf, told } from '../testing.ts';

const battle = (a: string, b: string, winner?: string | null, cluster?: string) => ({
  model_a: a,
  model_b: b,
  winner,
  cluster,
});

/** Rounds in which x mostly beats y, and y mostly z. */
const many = Array.from({ length: 40 }, (_, index) => [
  battle('x', 'y', index % 4 === 0 ? 'model_b' : 'model_a'),
  battle('z', 'y', index % 4 === 1 ? 'model_a' : 'model_b'),
  battle('x', 'z', index % 5 === 2 ? 'tie' : 'model_a'),
]).flat();

function notesOf(...rows: unknown[]): readonly string[] {
  const text = rows.map((row) => JSON.stringify(row)).join('\r\n');
  const scored = SAVED_PROTOCOLS.find(({ id }) => id === 'battles')?.score(
    { name: 'f', text },
    null,
  );
  if (scored?.ok !== true) throw new Error('it was not scored');
  return scored.value.notes;
}

describe('battles', () => {
  it('rates models, best first, with the ranks that both kinds of interval leave open', () => {
    const report = reportOf('battles', ...many);
    const names = [...report.keys()].filter((name) => /^bradley_terry:.$/.test(name));
    expect(names).toEqual(['bradley_terry:x', 'bradley_terry:y', 'bradley_terry:z']);
    const battles = many.map(({ model_a: first, model_b: second, winner }): Battle => ({
      first,
      second,
      outcome: winner === 'tie' ? 'tie' : winner === 'model_a' ? 'first' : 'second',
    }));
    for (const [interval, low, rank] of [
      ['bootstrap', ':low', 'rank'],
      ['sandwich', ':sandwich_low', 'rank_sandwich'],
    ] as const) {
      for (const rated of bradleyTerry(countBattles(battles), { interval })) {
        expect(report.get(`bradley_terry:${rated.model}`)).toBe(rated.rating);
        expect(report.get(`bradley_terry:${rated.model}${low}`)).toBe(rated.low);
        expect(report.get(`bradley_terry:${rated.model}${low.replace('low', 'high')}`)).toBe(
          rated.high,
        );
        expect(report.get(`${rank}:${rated.model}`)).toBe(rated.rank);
        expect(report.get(`${rank}_last:${rated.model}`)).toBe(rated.lastRank);
      }
    }
    expect(['x', 'y', 'z'].map((model) => report.get(`rank:${model}`))).toEqual([1, 2, 3]);
    for (const { model, rating } of elo(battles, { orders: 10 }))
      expect(report.get(`elo:${model}`)).toBe(rating);
  });

  it('counts what each model won, tied and lost, and what nobody judged', () => {
    const report = reportOf(
      'battles',
      battle('x', 'y', 'model_a'),
      battle('y', 'x', 'model_a'),
      battle('x', 'y', 'tie'),
      battle('y', 'x', 'tie (bothbad)'),
      battle('x', 'z', 'both_bad'),
      battle('x', 'y', null),
      battle('z', 'w'),
    );
    expect([report.get('n_samples'), report.get('n_unscored')]).toEqual([5, 2]);
    const counts = (model: string) =>
      ['wins', 'ties', 'losses'].map((what) => report.get(`${what}:${model}`));
    expect(counts('x')).toEqual([1, 3, 1]);
    expect(counts('z')).toEqual([0, 1, 0]);
    expect(told(report, 'win_rate:x')).toEqual([0.5, 5, 1]);
    expect(told(report, 'bradley_terry:x').slice(1)).toEqual([5, 1]);
    expect(told(report, 'bradley_terry:z').slice(1)).toEqual([1, 1]);
    // A model of which no battle could be read has no rating, and no rank.
    expect(counts('w')).toEqual([0, 0, 0]);
    expect(told(report, 'win_rate:w')).toEqual([null, 0, 1]);
    for (const name of ['bradley_terry:w', 'bradley_terry:w:low', 'rank:w', 'elo:w'])
      expect(report.get(name), name).toBeNull();
    expect(told(report, 'bradley_terry:w')).toEqual([null, 0, 1]);
  });

  it('does not depend on who is called A', () => {
    const turned = many.map(({ model_a: a, model_b: b, winner }) =>
      battle(b, a, winner === 'tie' ? 'tie' : winner === 'model_a' ? 'model_b' : 'model_a'),
    );
    const [one, two] = [reportOf('battles', ...many), reportOf('battles', ...turned)];
    for (const model of ['x', 'y', 'z']) {
      const name = `bradley_terry:${model}`;
      expect(two.get(name)).toBeCloseTo(one.get(name) ?? 0, 4);
      expect(two.get(`win_rate:${model}`)).toBe(one.get(`win_rate:${model}`));
    }
  });

  it('claims nothing of how sure it is after one battle, or within one cluster', () => {
    for (const rows of [
      [battle('x', 'y', 'model_a')],
      many.map((row) => ({ ...row, cluster: 'c' })),
    ]) {
      const report = reportOf('battles', ...rows);
      expect(report.get('bradley_terry:x')).toBeGreaterThan(1000);
      for (const name of [
        ...['low', 'high', 'sandwich_low', 'sandwich_high'].map((end) => `bradley_terry:x:${end}`),
        ...['rank:x', 'rank_last:x', 'rank_sandwich:x', 'rank_sandwich_last:x', 'win_rate:x:low'],
      ])
        expect(report.get(name), name).toBeNull();
    }
    const unread = reportOf('battles', battle('x', 'y', null));
    expect([unread.get('n_samples'), unread.get('bradley_terry:x')]).toEqual([0, null]);
  });

  it('says which ratings do not compare, and that clusters are not drawn', () => {
    expect(notesOf(...many)).toEqual([]);
    const apart = [battle('a', 'b', 'tie'), battle('c', 'd', 'tie')];
    expect(notesOf(...apart)).toEqual([expect.stringContaining('fall into 2 groups')]);
    expect(notesOf(...apart, battle('b', 'd', null))).toEqual([
      expect.stringContaining('fall into 2 groups'),
    ]);
    expect(notesOf(...apart, battle('b', 'd', 'tie'), battle('a', 'c', 'tie'))).toEqual([]);
    const named = many.map((row, index) => ({ ...row, cluster: String(index % 7) }));
    expect(notesOf(...named)).toEqual([expect.stringContaining('take battles for independent')]);
  });

  it('takes names of prototypes for names', () => {
    const report = reportOf('battles', battle('__proto__', 'constructor', 'model_a'));
    expect(told(report, 'win_rate:__proto__')).toEqual([1, 1, 0]);
    expect(told(report, 'win_rate:constructor')).toEqual([0, 1, 0]);
  });

  it('rates at most three hundred models', () => {
    const rows = Array.from({ length: 300 }, (_, index) => battle('0', String(index + 1), null));
    expect(failure('battles', ...rows)).toContain(
      'f, line 300: “300” is one model too many: at most 300 are rated together.',
    );
    expect(reportOf('battles', ...rows.slice(1)).get('n_unscored')).toBe(299);
  });

  it.each([':low', ':high', ':n_samples', ':n_unscored', ':sandwich_low', ':sandwich_high'])(
    'refuses a model called like another’s number, %s',
    (end) => {
      expect(failure('battles', battle('x', `x${end}`, 'tie'))).toBe(
        `f: the model “x${end}” is called like a number about “x”. Give it another name.`,
      );
      expect(reportOf('battles', battle('y', `x${end}`, 'tie')).get('n_samples')).toBe(1);
    },
  );

  it.each([
    [{ model_a: 'x', winner: 'tie' }, 'model_b”: is missing'],
    [battle('x', 'x', 'tie'), 'model_b”: must be another model than model_a'],
    [battle('x', '', 'tie'), 'model_b”: must not be empty'],
    [battle('x', 'y', 'x'), 'winner”: must be "model_a", "model_b", "tie"'],
    [{ model_a: 'x', model_b: 'y', winner: 1 }, 'winner”: must be "model_a"'],
    [{ model_a: 1, model_b: 'y', winner: 'tie' }, 'model_a”: must be a text'],
    [battle('x'.repeat(501), 'y', 'tie'), 'model_a”: must have at most 500 characters'],
  ])('refuses %o', (row, part) => {
    expect(failure('battles', row)).toContain(part);
  });
});
