import { describe, expect, it } from 'vitest';
import { parseConsultItem } from './consultRubrics.ts';

function itemWith(fields: object): string {
  return JSON.stringify({
    id: 'context-01',
    theme: 'context-seeking',
    messages: [{ role: 'user', content: 'is it ok' }],
    criteria: [{ id: 'c1', text: 'Asks what it is.', points: 5, axis: 'accuracy' }],
    references: { good: { text: 'What?', met: ['c1'] }, flawed: { text: 'Yes.', met: [] } },
    ...fields,
  });
}

describe('the month of a consult item', () => {
  it('is read where it is given and may be left out', () => {
    const dated = parseConsultItem(itemWith({ month: '2026-11' }), 1);
    expect(dated.ok && dated.value.month).toBe('2026-11');
    const undated = parseConsultItem(itemWith({}), 1);
    expect(undated.ok && 'month' in undated.value).toBe(false);
  });

  it.each(['2026-13', '2026-00', '2026-1', '26-01', '2026-01-05', ' 2026-01', '2026-01\n', 202601])(
    'refuses %j',
    (month) => {
      const result = parseConsultItem(itemWith({ month }), 7);
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.error).toMatchObject({ line: 7, field: 'month' });
    },
  );
});
