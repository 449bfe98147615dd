import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseModelCard, type ModelCard } from '../src/core/models/card.ts';
import { parameterCount } from '../src/core/models/shape.ts';
import { RECIPES } from '../src/core/models/zoo/recipes.ts';

const MODELS = new URL('../static-data/models/', import.meta.url);
const MEBIBYTE = 2 ** 20;
const MOST_BYTES_IN_ALL = 25e6;

function cardOf(id: string): ModelCard {
  const parsed = parseModelCard(readFileSync(new URL(`${id}/card.json`, MODELS), 'utf8'));
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.card;
}

describe('the bundled models', () => {
  const ids = readdirSync(MODELS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const cards = ids.map(cardOf);

  it('are all in the index, and none without a recipe', () => {
    const index: unknown = JSON.parse(readFileSync(new URL('index.json', MODELS), 'utf8'));
    const bySize = [...cards].sort((a, b) => a.parameters - b.parameters || (a.id < b.id ? -1 : 1));
    expect(index).toMatchObject({ models: bySize.map(({ id }) => id) });
    const recipes = RECIPES.map(({ name }) => name);
    for (const id of ids) expect(recipes).toContain(id);
  });

  it('have students of about 0.2, 1 and 3 million parameters, a judge of 2 to 4, and a pair to distil', () => {
    const parameters = (id: string) => cards.find((card) => card.id === id)?.parameters ?? 0;
    expect(Math.abs(parameters('student-small') - 0.2e6)).toBeLessThan(0.1e6);
    expect(Math.abs(parameters('student-medium') - 1e6)).toBeLessThan(0.25e6);
    expect(Math.abs(parameters('student-large') - 3e6)).toBeLessThan(0.5e6);
    expect(Math.round(parameters('rubric-judge') / 1e6)).toBeGreaterThanOrEqual(2);
    expect(Math.abs(parameters('arithmetic-teacher') - 1.7e6)).toBeLessThan(0.2e6);
    expect(Math.abs(parameters('arithmetic-student') - 0.3e6)).toBeLessThan(0.1e6);
  });

  it('have one tokenizer for the teacher and its student', () => {
    const [teacher, student] = ['arithmetic-teacher', 'arithmetic-student'].map((id) =>
      cards.find((card) => card.id === id)?.files.find(({ path }) => path === 'tokenizer.json'),
    );
    expect(teacher?.sha256).toBeDefined();
    expect(student?.sha256).toBe(teacher?.sha256);
  });

  it.each(cards.map((card) => [card.id, card] as const))(
    '%s is the files that its card lists, in the shape that its recipe gives',
    (id, card) => {
      const recipe = RECIPES.find(({ name }) => name === id);
      expect(card.shape).toEqual(recipe?.shape);
      expect(card.parameters).toBe(parameterCount(card.shape));
      expect(card.files.filter(({ path }) => path.startsWith('onnx/'))).toHaveLength(
        recipe?.formats.length ?? 0,
      );
      for (const { path, bytes, sha256 } of card.files) {
        const content = readFileSync(new URL(`${id}/${path}`, MODELS));
        expect(content.length, path).toBe(bytes);
        expect(createHash('sha256').update(content).digest('hex'), path).toBe(sha256);
        expect(bytes, path).toBeLessThanOrEqual(20 * MEBIBYTE);
      }
    },
  );

  it('have at most 25 MB in all', () => {
    const bytes = cards.flatMap(({ files }) => files).reduce((sum, file) => sum + file.bytes, 0);
    console.info(`${String(cards.length)} models, ${String(bytes)} bytes in all`);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES_IN_ALL);
  });
});
