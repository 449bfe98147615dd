import { expect, it } from 'vitest';
import { RECIPES } from '../core/models/zoo/recipes.ts';
import { modelColour } from './modelColour.ts';

it('gives the students that come with the site a colour each, since they share boards', () => {
  const colours = RECIPES.filter(({ role }) => role === 'student').map(({ name }) =>
    modelColour({ source: 'bundled', id: name }),
  );
  expect(colours.length).toBeGreaterThan(1);
  expect(new Set(colours).size).toBe(colours.length);
});

it('gives a model one colour wherever it came from, and baselines grey', () => {
  expect(modelColour({ source: 'hub', id: 'owner/name' })).toBe(
    modelColour({ source: 'bundled', id: 'owner/name' }),
  );
  expect(modelColour({ source: 'baseline', id: 'random' })).toBe('--data-baseline');
});
