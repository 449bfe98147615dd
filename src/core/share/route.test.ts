import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { formatRoute, parseRoute, type Route } from './route.ts';

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
