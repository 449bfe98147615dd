import { describe, expect, it } from 'vitest';
import { AXES } from '../../axes.ts';
import { parseConsultItem } from '../../consultRubrics.ts';
import { actRules, conflict, doesAct } from './acts.ts';
import { readAnswer, readCriterion } from './readActs.ts';
import { buildTestItems, judgeCases } from './testItems.ts';

const items = buildTestItems();
const cases = judgeCases();

/** Mean of the shares of met and unmet cases that a rule gets right. */
function balancedAccuracy(rule: (one: (typeof cases)[number]) => boolean): number {
  const share = (met: boolean) => {
    const of = cases.filter((one) => one.met === met);
    return of.filter((one) => rule(one) === met).length / of.length;
  };
  return (share(true) + share(false)) / 2;
}

describe('the generated consults', () => {
  it('are 300 readable items, the same on every call', () => {
    expect(items).toHaveLength(300);
    expect(buildTestItems()).toEqual(items);
    for (const [index, item] of items.entries()) {
      expect(parseConsultItem(JSON.stringify(item), index + 1)).toEqual({ ok: true, value: item });
    }
    expect(new Set(items.map(({ id }) => id)).size).toBe(300);
    expect(new Set(items.map(({ messages }) => messages[0]?.content)).size).toBe(300);
  });

  it('ask in three sentences of at most 40 words', () => {
    for (const { messages } of items) {
      const content = messages[0]?.content ?? '';
      const [opening, question = ''] = content.split('\n');
      expect(opening).toBe('Question from a patient.');
      expect(question.split(/(?<=[.?]) /u), question).toHaveLength(3);
      expect(content.split(/\s+/u).length, question).toBeLessThanOrEqual(40);
    }
  });

  it('have the marks that an independent reading of their texts gives', () => {
    for (const { id, criteria, references } of items) {
      for (const { text, met } of [references.good, references.flawed]) {
        const acts = readAnswer(text, 'test');
        const read = criteria.filter((criterion) =>
          doesAct(acts, readCriterion(criterion.text, 'test')),
        );
        expect(
          read.map((criterion) => criterion.id),
          id,
        ).toEqual(met);
      }
    }
  });

  it('give bad acts negative points, and good ones positive', () => {
    for (const { criteria, references } of items) {
      for (const { id, text, points, axis } of criteria) {
        const { type } = readCriterion(text, 'test');
        expect(axis).toBe(actRules[type].axis);
        // What is never right has negative points; what depends on the case can have either.
        if (actRules[type].points < 0) expect(points, text).toBeLessThan(0);
        if (points < 0) expect(references.good.met, text).not.toContain(id);
      }
    }
  });

  it('never contradict themselves within an answer or a rubric', () => {
    for (const { id, criteria, references } of items) {
      const asked = criteria.map(({ text }) => readCriterion(text, 'test'));
      expect(new Set(asked.map((act) => JSON.stringify(act))).size, id).toBe(asked.length);
      for (const { text } of [references.good, references.flawed]) {
        const acts = readAnswer(text, 'test');
        expect(acts.length, id).toBeGreaterThanOrEqual(3);
        expect(acts.length, id).toBeLessThanOrEqual(7);
        const against = acts.some((act, index) =>
          acts.slice(index + 1).some((other) => conflict(act, other)),
        );
        expect(against, text).toBe(false);
      }
    }
  });

  it('score the good answer above the flawed one', () => {
    for (const { id, criteria, references } of items) {
      const points = (met: readonly string[]) =>
        criteria.reduce((sum, one) => sum + (met.includes(one.id) ? one.points : 0), 0);
      expect(points(references.good.met), id).toBeGreaterThan(points(references.flawed.met));
    }
  });
});

describe('the balance', () => {
  const shareMet = (of: typeof cases) => of.filter(({ met }) => met).length / of.length;

  it('is 5 to 8 criteria an item and at least 250 criteria an axis', () => {
    for (const { criteria } of items) {
      expect(criteria.length).toBeGreaterThanOrEqual(5);
      expect(criteria.length).toBeLessThanOrEqual(8);
    }
    for (const axis of AXES) {
      const count = items.flatMap(({ criteria }) => criteria.filter((c) => c.axis === axis)).length;
      const share = shareMet(cases.filter((one) => one.axis === axis));
      console.warn(`${axis}: ${String(count)} criteria, ${share.toFixed(3)} met`);
      expect(count, axis).toBeGreaterThanOrEqual(250);
      expect(share, axis).toBeGreaterThan(0.3);
      expect(share, axis).toBeLessThan(0.7);
    }
  });

  it('is about half met over all', () => {
    console.warn(`${String(cases.length)} cases, ${shareMet(cases).toFixed(3)} met`);
    expect(shareMet(cases)).toBeGreaterThan(0.45);
    expect(shareMet(cases)).toBeLessThan(0.55);
  });

  it('leaves shallow rules far below a reader', () => {
    const shares = new Map<string, { met: number; all: number }>();
    for (const { criterion, met } of cases) {
      const { type } = readCriterion(criterion, 'test');
      const of = shares.get(type) ?? { met: 0, all: 0 };
      shares.set(type, { met: of.met + (met ? 1 : 0), all: of.all + 1 });
    }
    const byType = balancedAccuracy(({ criterion }) => {
      const of = shares.get(readCriterion(criterion, 'test').type) ?? { met: 0, all: 1 };
      return of.met / of.all > 0.5;
    });
    const byContent = balancedAccuracy(({ criterion, answer }) =>
      answer.includes(readCriterion(criterion, 'test').content),
    );
    const sameType = balancedAccuracy(({ criterion, answer }) => {
      const { type } = readCriterion(criterion, 'test');
      return readAnswer(answer, 'test').some((act) => act.type === type);
    });
    console.warn({ byType, byContent, sameType });
    // The criterion alone; the criterion's content anywhere in the answer; its type with any content.
    expect(byType).toBeLessThan(0.65);
    expect(byContent).toBeLessThan(0.8);
    expect(sameType).toBeLessThan(0.85);
  });
});
