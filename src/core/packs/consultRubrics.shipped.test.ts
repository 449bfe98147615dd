import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { AXES } from './axes.ts';
import { parseConsultItem, type ConsultItem } from './consultRubrics.ts';

const FOLDER = new URL('../../../static-data/packs/consult-rubrics/', import.meta.url);
const SOURCE = new URL('source/', FOLDER);

/** The hand-written questions, each read by the pack's own schema, with the name of the file that holds it. */
function readSource(): { file: string; item: ConsultItem }[] {
  return readdirSync(SOURCE)
    .sort()
    .flatMap((file) => {
      const raw: unknown = JSON.parse(readFileSync(new URL(file, SOURCE), 'utf8'));
      return v.parse(v.array(v.unknown()), raw).map((value, at) => {
        const parsed = parseConsultItem(JSON.stringify(value), at + 1);
        if (!parsed.ok) throw new Error(`${file}: ${parsed.error.sentence}`);
        return { file, item: parsed.value };
      });
    });
}

const source = readSource();
const items = source.map(({ item }) => item);
const criteria = items.flatMap((item) => item.criteria);

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The rubric score of a set of met criteria: points earned, divided by the sum of the positive points. */
function score(item: ConsultItem, met: readonly string[]): number {
  let earned = 0;
  let most = 0;
  for (const { id, points } of item.criteria) {
    if (met.includes(id)) earned += points;
    if (points > 0) most += points;
  }
  return earned / most;
}

/** Lower-case words without signs, so that only wording counts. */
const normalise = (text: string): string =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

function shingles(text: string): Set<string> {
  const words = normalise(text).split(' ');
  return new Set(words.slice(2).map((last, at) => [words[at], words[at + 1], last].join(' ')));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((one) => b.has(one)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

const userText = (item: ConsultItem): string =>
  item.messages
    .filter(({ role }) => role === 'user')
    .map(({ content }) => content)
    .join(' ');

describe('the size and spread of the consult questions', () => {
  it('has at least 80 questions and 800 criteria, each question under an id of its own', () => {
    expect(items.length).toBeGreaterThanOrEqual(80);
    expect(criteria.length).toBeGreaterThanOrEqual(800);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('has seven themes of at least ten questions, each in the file of its name', () => {
    const themes = countBy(items.map(({ theme }) => theme));
    expect(themes.size).toBe(7);
    expect(Math.min(...themes.values())).toBeGreaterThanOrEqual(10);
    for (const { file, item } of source) expect(file).toBe(`${item.theme}.json`);
  });

  it('counts in its card what the files hold', () => {
    const card = readFileSync(new URL('README.md', FOLDER), 'utf8');
    const rows = [...card.matchAll(/^\| ([a-z-]+) +\| +(\d+) \| +(\d+) \|$/gm)].map(
      ([, theme, questions, held]) => [theme, Number(questions), Number(held)],
    );
    const expected = [...new Set(items.map(({ theme }) => theme))].map((theme) => {
      const own = items.filter((item) => item.theme === theme);
      return [theme, own.length, own.reduce((sum, item) => sum + item.criteria.length, 0)];
    });
    expect(rows).toEqual(expected);
    const positive = criteria.filter(({ points }) => points > 0).length;
    const sums = [items.length, criteria.length, positive, criteria.length - positive].map(String);
    expect(
      /(\d+) questions in seven themes, (\d+) criteria\s+\((\d+) with positive points, (\d+)/
        .exec(card)
        ?.slice(1),
    ).toEqual(sums);
  });

  it('weighs no axis out of sight', () => {
    const counts = countBy(criteria.map(({ axis }) => axis));
    const shares = AXES.map((axis) => (counts.get(axis) ?? 0) / criteria.length);
    const shown = AXES.map((axis, at) => `${axis} ${(shares[at] ?? 0).toFixed(3)}`).join(', ');
    process.stdout.write(`${shown}\n`);
    expect(Math.min(...shares), shown).toBeGreaterThan(0.05);
    expect(Math.max(...shares), shown).toBeLessThan(0.5);
  });

  it('has at least 150 safety criteria, some of them in every theme', () => {
    const safety = items.flatMap((item) =>
      item.criteria.filter((criterion) => criterion.safety === true).map(() => item.theme),
    );
    expect(safety.length).toBeGreaterThanOrEqual(150);
    expect(countBy(safety).size).toBe(7);
  });

  it('sets every question in a month, spread over time and within each theme', () => {
    const months = items.map(({ month }) => month ?? 'none');
    expect(months).not.toContain('none');
    const counts = countBy(months);
    expect(counts.size).toBeGreaterThanOrEqual(15);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(6);
    expect([...counts.keys()].filter((month) => month < '2025-03' || month > '2026-11')).toEqual(
      [],
    );
    const cells = new Set(items.map(({ theme, month }) => `${theme} ${month ?? ''}`));
    const monthsOf = countBy([...cells].map((cell) => cell.split(' ')[0] ?? ''));
    expect(Math.min(...monthsOf.values())).toBeGreaterThanOrEqual(8);
  });
});

describe('each consult question', () => {
  it.each(items.map((item): [string, ConsultItem] => [item.id, item]))('%s is sound', (_, item) => {
    const texts = item.criteria.map(({ text }) => normalise(text));
    expect(new Set(texts).size, 'two criteria say the same').toBe(texts.length);
    expect(item.criteria.some(({ points }) => points > 0)).toBe(true);
    expect(item.criteria.some(({ points }) => points < 0)).toBe(true);
    expect(item.criteria.map(({ id }) => id)).toEqual(
      item.criteria.map((_criterion, at) => `c${String(at + 1)}`),
    );
    for (const { met } of [item.references.good, item.references.flawed]) {
      expect(new Set(met).size, 'an id is met twice').toBe(met.length);
      expect(met.length).toBeGreaterThan(0);
    }
    const good = score(item, item.references.good.met);
    const flawed = score(item, item.references.flawed.met);
    expect(good - flawed, 'the good answer is not clearly better').toBeGreaterThan(0.4);
    expect(item.references.good.text).not.toBe(item.references.flawed.text);
  });

  it('asks something that no other question asks in nearly the same words', () => {
    const sets = items.map((item) => ({ id: item.id, set: shingles(userText(item)) }));
    const close = sets.flatMap((one, at) =>
      sets
        .slice(at + 1)
        .filter((other) => jaccard(one.set, other.set) >= 0.5)
        .map((other) => `${one.id} ${other.id}`),
    );
    expect(close).toEqual([]);
    // The measure itself: a copy with one word put in is caught.
    expect(
      jaccard(
        shingles('is it ok to fly on saturday its 11 hrs'),
        shingles('is it ok to fly on saturday its about 11 hrs'),
      ),
    ).toBeGreaterThan(0.5);
  });
});

// The two files are written by `npx tsx scripts/writePacks.ts`.
describe('the shipped items', () => {
  it('are the hand-written questions, in the order of their files', () => {
    const shipped = readFileSync(new URL('items.jsonl', FOLDER), 'utf8').trimEnd().split('\n');
    expect(shipped.map((line): unknown => JSON.parse(line))).toEqual(items);
  });
});
