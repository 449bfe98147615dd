import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../random.ts';
import { fillTemplate, templatePattern } from './fillTemplate.ts';

const fill = (template: string, seed = 'a', sex: 'female' | 'male' = 'female') =>
  fillTemplate(template, createRandom(seed), sex);

describe('fillTemplate', () => {
  it('uses the pronouns of the patient', () => {
    expect(fill('{He} told {his} son to call {him}.')).toBe('She told her son to call her.');
    expect(fill('{He} told {his} son to call {him}.', 'a', 'male')).toBe(
      'He told his son to call him.',
    );
  });

  it('draws numbers from the whole range, both ends in, with the decimals of the lower end', () => {
    const drawn = new Set(Array.from({ length: 200 }, (_, i) => fill('{1.8..2.2}', String(i))));
    expect([...drawn].sort()).toEqual(['1.8', '1.9', '2.0', '2.1', '2.2']);
    expect(fill('{2.85..2.85}')).toBe('2.85');
    expect(Number(fill('{100..300}'))).toBeGreaterThanOrEqual(100);
  });

  it('draws one of several words', () => {
    const drawn = new Set(Array.from({ length: 50 }, (_, i) => fill('{B|C}', String(i))));
    expect([...drawn].sort()).toEqual(['B', 'C']);
  });

  it('refuses an unknown slot', () => {
    expect(() => fill('{nobody}')).toThrow('{nobody}');
  });
});

describe('templatePattern', () => {
  it('matches what the template can become and nothing else', () => {
    const template = '{His} {side} knee (worn) took {2..9} mg on {day}.';
    const pattern = templatePattern(template);
    for (const seed of ['a', 'b', 'c']) expect(fill(template, seed)).toMatch(pattern);
    expect('Her middle knee (worn) took 2 mg on Monday.').not.toMatch(pattern);
    expect('Her left knee worn took 2 mg on Monday.').not.toMatch(pattern);
    expect('Her left knee (worn) took 2 mg on Monday. More.').not.toMatch(pattern);
  });
});
