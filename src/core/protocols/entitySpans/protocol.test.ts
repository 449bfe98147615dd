import { describe, expect, it } from 'vitest';
import type { GenerateReply, ModelCall } from '../../calls/call.ts';
import { RANDOM_MODEL, randomReply } from '../../models/randomReply.ts';
import type { EntityItem } from '../../packs/entitySpans.ts';
import { buildTestItems } from '../../packs/generators/entities/testItems.ts';
import type { ItemScore } from '../itemScore.ts';
import type { ValueRow } from '../metric.ts';
import { entitySpans } from './protocol.ts';
import { entityReply } from './prompt.ts';

const item: EntityItem = {
  id: 'x',
  cluster: 'x',
  stratum: 'seen',
  text: 'He takes iron tablets for gout. His urea was 9 near the iron gate.',
  spans: [
    { start: 9, end: 21, type: 'drug' },
    { start: 26, end: 30, type: 'disorder' },
    { start: 36, end: 40, type: 'lab' },
  ],
};
const emptyItem: EntityItem = { ...item, id: 'y', cluster: 'y', spans: [] };

function said(text: string): GenerateReply {
  return {
    kind: 'generate',
    text,
    finishReason: 'stop',
    promptTokens: 9,
    newTokens: 3,
    latencyMs: 1,
  };
}

/** Plays an item with one reply, or with the reply that a function gives to its call. */
function playWith(of: EntityItem, reply: string | ((call: ModelCall) => string)): ItemScore {
  const play = entitySpans.play(of, { student: RANDOM_MODEL, judge: RANDOM_MODEL });
  const asked = play.next([]);
  if (asked.done === true) throw new Error('asked nothing');
  expect(asked.value).toHaveLength(1);
  const [call] = asked.value;
  if (call === undefined) throw new Error('asked nothing');
  const step = play.next([said(typeof reply === 'string' ? reply : reply(call))]);
  if (step.done !== true) throw new Error('asked more than once');
  return step.value;
}

function rowOf(of: EntityItem, reply: string | ((call: ModelCall) => string)): ValueRow {
  return { cluster: of.cluster, stratum: of.stratum, values: playWith(of, reply).values };
}

function estimate(id: string, rows: readonly ValueRow[]): number | null {
  const metric = entitySpans.metrics.find((other) => other.id === id);
  if (metric === undefined) throw new Error(id);
  return metric.estimate(rows);
}

const RIGHT = 'drug: iron tablets\ndisorder: gout\nlab: urea';

describe('entity spans', () => {
  it.each([
    // reply, item, expected values
    [
      RIGHT,
      item,
      { correct: 1, strictCorrect: 3, typeCorrect: 3, actual: 3, possible: 3, wordsCorrect: 4 },
    ],
    // “iron” is found inside “iron tablets”: type and overlap are right, boundaries are not.
    [
      'drug: iron\ndisorder: gout\nlab: urea',
      item,
      { correct: 0, strictCorrect: 2, typeCorrect: 3, actual: 3, wordsActual: 3, wordsPossible: 4 },
    ],
    [
      'lab: iron tablets',
      item,
      {
        strictCorrect: 0,
        typeCorrect: 0,
        actual: 1,
        wordsCorrect: 0,
        drugPossible: 1,
        drugActual: 0,
        labActual: 1,
      },
    ],
    [
      `${RIGHT}\ndrug: aspirin`,
      item,
      {
        correct: 0,
        strictCorrect: 3,
        actual: 4,
        hallucinated: 1,
        repeated: 0,
        wordsActual: 5,
        drugActual: 2,
        drugCorrect: 1,
      },
    ],
    [
      `${RIGHT}\nlab: urea`,
      item,
      { correct: 0, strictCorrect: 3, actual: 4, hallucinated: 0, repeated: 1, labActual: 2 },
    ],
    ['none', item, { correct: 0, strictCorrect: 0, actual: 0, possible: 3, unreadable: 0 }],
    ['none', emptyItem, { correct: 1, actual: 0, possible: 0, unreadable: 0, drugPossible: null }],
    ['It is well.', emptyItem, { correct: 0, actual: 0, possible: 0, unreadable: 1 }],
    ['', item, { correct: 0, actual: 0, possible: 3, unreadable: 1 }],
    [
      'drug: gate',
      emptyItem,
      { correct: 0, actual: 1, drugPossible: 0, drugActual: 1, drugCorrect: 0 },
    ],
  ] as const)('scores %j', (reply, of, expected) => {
    const score = playWith(of, reply);
    expect(score.values).toMatchObject({ criteria: 0, unscored: 0, ...expected });
    expect(score.detail.readable).toBe(score.values.unreadable === 0);
    expect(score.detail.answer).toBe(reply);
  });

  it('sums counts over notes before it takes F1', () => {
    const rows = [
      rowOf(item, 'drug: iron\ndisorder: gout\nlab: urea'),
      rowOf(emptyItem, 'drug: aspirin'),
    ];
    // Strict: 2 right of 4 listed and 3 gold. Type: 3 right. Words: 3 right of 4 listed (iron, gout, urea, aspirin), 4 gold.
    expect(estimate('strictF1', rows)).toBeCloseTo((2 * 2) / (4 + 3), 12);
    expect(estimate('typeF1', rows)).toBeCloseTo((2 * 3) / (4 + 3), 12);
    expect(estimate('wordF1', rows)).toBeCloseTo((2 * 3) / (4 + 4), 12);
    // Drugs: “iron” has the wrong boundaries and “aspirin” is not there; one in gold.
    expect(estimate('drugF1', rows)).toBe(0);
    expect(estimate('labF1', rows)).toBe(1);
    expect(estimate('procedureF1', rows)).toBeNull();
    expect(estimate('hallucinated', rows)).toBe(1 / 4);
  });

  it('gives full marks to the right replies of the whole pack', () => {
    const rows = buildTestItems().map((of) => rowOf(of, entityReply(of.text, of.spans)));
    for (const { id } of entitySpans.metrics) {
      expect(estimate(id, rows), id).toBe(id === 'hallucinated' ? 0 : 1);
    }
    expect(rows.every(({ values }) => values.correct === 1)).toBe(true);
  });

  it('gives chance little, but readable and of the note', () => {
    const rows = buildTestItems().map((of) =>
      rowOf(of, (call) => {
        const reply = randomReply(call);
        if (reply.kind !== 'generate') throw new Error('not a text');
        return reply.text;
      }),
    );
    expect(rows.every(({ values }) => values.unreadable === 0)).toBe(true);
    expect(estimate('hallucinated', rows)).toBe(0);
    expect(estimate('strictF1', rows)).toBeGreaterThan(0);
    expect(estimate('strictF1', rows)).toBeLessThan(0.08);
  });

  it('names values in its metrics that its scores have', () => {
    const { values } = playWith(item, RIGHT);
    for (const { measuredBy } of entitySpans.metrics) expect(values).toHaveProperty(measuredBy);
  });
});
