import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BOARD_FACETS,
  boardViewParams,
  isUsualView,
  MOST_CHOSEN,
  parseBoardView,
  USUAL_VIEW,
  type BoardView,
} from './boardView.ts';
import { formatRoute, parseRoute } from './route.ts';

const value = fc.stringMatching(/^[\w./:@+-]{1,20}$/);
const values = fc.uniqueArray(value, { maxLength: 3 });
const column = fc.stringMatching(/^[a-z][\w:.-]{0,20}$/);

const views: fc.Arbitrary<BoardView> = fc.record({
  search: fc.string({ unit: 'grapheme', maxLength: 40 }),
  facets: fc.record({
    model: values,
    judge: values,
    device: values,
    dtype: values,
    origin: values,
    parity: values,
  }),
  sort: fc.option(column, { nil: null }),
  direction: fc.constantFrom('asc', 'desc', null),
  columns: fc.option(fc.uniqueArray(column, { maxLength: 5 }), { nil: null }),
  density: fc.constantFrom('comfortable', 'compact'),
  chosen: fc.uniqueArray(fc.stringMatching(/^[\w-]{1,70}$/), { maxLength: MOST_CHOSEN }),
  includesHeld: fc.boolean(),
});

function paramsOf(view: BoardView): Map<string, string> {
  const params = new Map<string, string>();
  for (const [name, text] of Object.entries(boardViewParams(view)))
    if (text !== null) params.set(name, text);
  return params;
}

describe('the view of a board in its address', () => {
  it('is read back as it was written, in a whole address too', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(parseBoardView(paramsOf(view))).toEqual(view);
        const route = { view: 'boards', packId: 'p', protocolId: 'x', metricId: null } as const;
        const read = parseRoute(formatRoute({ ...route, shown: view }));
        expect(read).toEqual(isUsualView(view) ? route : { ...route, shown: view });
      }),
    );
  });

  it('is not there where a board is as it opens', () => {
    expect(paramsOf(USUAL_VIEW).size).toBe(0);
    expect(parseBoardView(new Map())).toEqual(USUAL_VIEW);
    expect(isUsualView({ ...USUAL_VIEW, columns: [] })).toBe(false);
  });

  it('leaves out what it does not understand, without a word', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('q', 'sort', 'dir', 'cols', 'density', 'runs', 'held', ...BOARD_FACETS),
          fc.string({ maxLength: 400 }),
        ),
        (junk) => {
          const view = parseBoardView(new Map(Object.entries(junk)));
          expect(parseBoardView(paramsOf(view))).toEqual(view);
          expect(view.chosen.length).toBeLessThanOrEqual(MOST_CHOSEN);
        },
      ),
    );
    const junk = new Map([
      ['sort', '<b>'],
      ['dir', 'sideways'],
      ['judge', 'a b,<i>,ok'],
      ['runs', Array.from({ length: 20 }, (_, index) => `r${String(index)}`).join(',')],
      ['cols', 'n,n,$$'],
    ]);
    expect(parseBoardView(junk)).toEqual({
      ...USUAL_VIEW,
      facets: { ...USUAL_VIEW.facets, judge: ['ok'] },
      chosen: ['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7'],
      columns: ['n'],
    });
  });
});
