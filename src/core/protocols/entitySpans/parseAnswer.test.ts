import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { buildTestItems } from '../../packs/generators/entities/testItems.ts';
import { parseAnswer } from './parseAnswer.ts';
import { placeEntities } from './placeEntities.ts';
import { entityReply } from './prompt.ts';

const note = 'He takes iron tablets and aspirin. His iron was low, Iron came back. No (a.b)* here.';

describe('parseAnswer', () => {
  it.each([
    ['drug: aspirin', ['drug aspirin']],
    ['drug: aspirin\nlab: iron', ['drug aspirin', 'lab iron']],
    ['Drug - aspirin.', ['drug aspirin']],
    ['Drugs: aspirin, iron tablets', ['drug aspirin', 'drug iron tablets']],
    ['- **Drug:** aspirin\n• lab: "iron"', ['drug aspirin', 'lab iron']],
    ['1. drug: aspirin (daily)\n2) Lab: ‘iron’', ['drug aspirin', 'lab iron']],
    ['Here are the entities:\n\ndrug: aspirin\r\n\r\nI hope this helps: bye', ['drug aspirin']],
    ['drug: aspirin\ndisorder: none\nlabs: N/A', ['drug aspirin']],
    ['none\ndrug: aspirin', ['drug aspirin']],
    ['12) drug: aspirin\n103. lab: iron', ['drug aspirin', 'lab iron']],
    ['-drug: aspirin\n•\tlab: iron', ['drug aspirin', 'lab iron']],
    ['**1.** lab: *iron*', ['lab iron']],
    ['drug: ‘aspirin’.;', ['drug aspirin']],
    ['drug: aspirin  (one (a day', ['drug aspirin  (one (a day']],
    ['drug: aspirin(daily).', ['drug aspirin']],
    ['drug: IRON TABLETS', ['drug IRON TABLETS']],
    ['lab: iron, drug', ['lab iron', 'lab drug']],
    ['none', []],
    [' None.', []],
    ['No entities', []],
    ['disorder: none', []],
    ['drug:', []],
  ])('reads %j', (answer, expected) => {
    const read = parseAnswer(answer, note);
    expect(read.kind).toBe('read');
    if (read.kind !== 'read') return;
    expect(read.entities.map(({ type, text }) => `${type} ${text}`)).toEqual(expected);
  });

  it.each([
    '',
    '  \n ',
    'aspirin',
    'fruit: apple',
    'The drug: aspirin',
    'nonetheless',
    'drugaspirin',
  ])('finds %j unreadable', (answer) => {
    expect(parseAnswer(answer, note)).toEqual({ kind: 'unreadable' });
  });
});

describe('placeEntities', () => {
  const place = (lines: string) => {
    const answer = parseAnswer(lines, note);
    const placed = placeEntities(note, answer.kind === 'read' ? answer.entities : []);
    return {
      spans: placed.spans.map(
        ({ start, end, type }) => `${type} ${String(start)} ${note.slice(start, end)}`,
      ),
      hallucinated: placed.hallucinated.map(({ text }) => text),
      repeated: placed.repeated.map(({ text }) => text),
    };
  };

  it('claims each place once, from the left, in the same case first', () => {
    expect(place('lab: iron\nlab: iron\nlab: iron\nlab: iron')).toEqual({
      spans: ['lab 9 iron', 'lab 39 iron', 'lab 53 Iron'],
      hallucinated: [],
      repeated: ['iron'],
    });
    expect(place('lab: Iron').spans).toEqual(['lab 53 Iron']);
  });

  it('lets a longer text claim before a shorter one that it holds', () => {
    expect(place('lab: iron\ndrug: iron tablets').spans).toEqual([
      'drug 9 iron tablets',
      'lab 39 iron',
    ]);
  });

  it('finds whole words only, whatever the case and white space', () => {
    expect(place('drug: Iron  Tablets').spans).toEqual(['drug 9 iron tablets']);
    expect(place('drug: tablet')).toEqual({ spans: [], hallucinated: ['tablet'], repeated: [] });
    expect(place('drug: quinine').hallucinated).toEqual(['quinine']);
  });

  it.each(['(a.b)', '.*', '[', '\\', '\\b', '$&', '(?:', 'a{1,}', '🙂', '\u0130'])(
    'takes %j for text and not for a pattern',
    (text) => {
      const placed = placeEntities(note, [{ type: 'drug', text }]);
      const said = placed.spans.length + placed.hallucinated.length + placed.repeated.length;
      expect(said).toBe(1);
      expect(placed.spans.length).toBe(text === '(a.b)' ? 1 : 0);
    },
  );

  it('gives the gold spans for every right reply of the pack', () => {
    for (const item of buildTestItems()) {
      const answer = parseAnswer(entityReply(item.text, item.spans), item.text);
      if (answer.kind !== 'read') throw new Error(item.id);
      expect(placeEntities(item.text, answer.entities), item.id).toEqual({
        spans: item.spans,
        hallucinated: [],
        repeated: [],
      });
    }
  });

  it('stays quick on a reply that is made to be slow', () => {
    const random = createRandom('slow');
    const hostile = Array.from({ length: 2000 }, () =>
      random.pick(['drug: ((((((', 'lab: a a a a a', '- - - - drug', '   ', 'drug: )))(((']),
    ).join('\n');
    const started = performance.now();
    place(hostile);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
