import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { DISTILL_PAGES, formatRoute, parseRoute, type Route } from './route.ts';

const id = fc.stringMatching(/^[\w.#/ &=?%-]{1,30}$/);
const optional = fc.option(id, { nil: null });

const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.record({
    view: fc.constant('boards' as const),
    packId: id,
    protocolId: optional,
    metricId: optional,
  }),
  fc.record({
    view: fc.constant('run' as const),
    packId: id,
    protocolId: optional,
    runId: optional,
  }),
  fc.record({ view: fc.constant('item' as const), runId: id, unitKey: id }),
  fc.record({ view: fc.constant('result' as const), runId: id }),
  fc.record({
    view: fc.constant('items' as const),
    runIds: fc.uniqueArray(fc.stringMatching(/^[\w-]{1,80}$/), { maxLength: 12 }),
    packId: optional,
    query: fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: null }),
    criterion: optional,
    axis: optional,
    stratum: optional,
    verdict: optional,
    least: optional,
    most: optional,
    differ: optional,
    flaw: optional,
    sort: optional,
    item: optional,
  }),
  fc.record({ view: fc.constant('packs' as const), packId: optional }),
  fc.record({ view: fc.constant('models' as const), modelId: optional }),
  fc.record({
    view: fc.constant('atlas' as const),
    query: fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: null }),
    family: optional,
    year: optional,
    here: optional,
    sort: optional,
    paperId: optional,
  }),
  fc.record({ view: fc.constant('published' as const), benchmarkId: optional }),
  fc.record({
    view: fc.constant('distill' as const),
    page: fc.constantFrom(...DISTILL_PAGES),
    params: fc.dictionary(
      fc.stringMatching(/^[a-z][a-zA-Z]{0,20}$/),
      fc.string({ minLength: 1, unit: 'grapheme' }),
      {
        noNullPrototype: true,
      },
    ),
  }),
  fc.record({
    view: fc.constant('compare' as const),
    runIds: fc.uniqueArray(id, { minLength: 1, maxLength: 8 }),
    baseId: optional,
    metricId: optional,
    show: optional,
    page: optional,
    unitKey: optional,
  }),
  fc.record({ view: fc.constant('shared' as const), payload: fc.stringMatching(/^[\w.-]{1,40}$/) }),
);

describe('routes', () => {
  it('read back what was written', () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(parseRoute(formatRoute(route))).toEqual(route);
      }),
    );
  });

  it('take the empty fragment for the boards', () => {
    const boards = { view: 'boards', packId: null, protocolId: null, metricId: null };
    expect(parseRoute('')).toEqual(boards);
    expect(parseRoute('#/')).toEqual(boards);
  });

  it('name every part of a view of the atlas', () => {
    expect(parseRoute('#/atlas?q=heal%20th&family=judges&year=2025&sort=name&paper=orbit')).toEqual(
      {
        view: 'atlas',
        query: 'heal th',
        family: 'judges',
        year: '2025',
        here: null,
        sort: 'name',
        paperId: 'orbit',
      },
    );
    expect(parseRoute('#/atlas/boards?benchmark=healthbench')).toEqual({
      view: 'published',
      benchmarkId: 'healthbench',
    });
  });

  it('open the first page of the distillation lab where none is named, and none where a strange one is', () => {
    expect(parseRoute('#/distill')).toEqual({ view: 'distill', page: 'train', params: {} });
    expect(parseRoute('#/distill/tokens?student=a%2Fb')).toEqual({
      view: 'distill',
      page: 'tokens',
      params: { student: 'a/b' },
    });
    expect(parseRoute('#/distill/nothing').view).toBe('unknown');
  });

  it('compare each run once, and no more than stand side by side', () => {
    expect(parseRoute('#/compare?runs=a,b,a')).toMatchObject({ runIds: ['a', 'b'] });
    expect(parseRoute('#/compare')).toMatchObject({ view: 'compare', runIds: [] });
    const long = 'x'.repeat(101);
    expect(parseRoute(`#/compare?runs=${long},1,2,3,4,5,6,7,8,9`)).toMatchObject({
      runIds: ['1', '2', '3', '4', '5', '6', '7', '8'],
    });
  });

  it('never throw on hostile fragments', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseRoute(`#${text}`).view).toBeTypeOf('string');
      }),
    );
    expect(parseRoute('#/run/%E0%A4%A').view).toBe('run');
    expect(parseRoute('#/nowhere')).toEqual({ view: 'unknown', fragment: '/nowhere' });
  });
});
