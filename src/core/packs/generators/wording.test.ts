import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { fillSlots, speaker } from './wording.ts';

describe('fillSlots', () => {
  it('fills every slot and begins with a capital', () => {
    expect(fillSlots('{a} and {b} and {a}', { a: 'the sum', b: 'x' })).toBe(
      'The sum and x and the sum',
    );
  });

  it('refuses a slot that nothing fills', () => {
    expect(() => fillSlots('{a} and {b}', { a: 'x' })).toThrow(/\{b\}/u);
  });
});

describe('speaker', () => {
  it('speaks in the wordings of its split alone', () => {
    const wordings = { ask: { train: ['who {x}', 'which {x}'], test: ['name {x}'] } };
    const random = createRandom('speaker');
    const said = (split: 'train' | 'test') => {
      const say = speaker(wordings, split, random);
      return new Set(Array.from({ length: 40 }, () => say('ask', { x: 'y' })));
    };
    expect(said('train')).toEqual(new Set(['Who y', 'Which y']));
    expect(said('test')).toEqual(new Set(['Name y']));
  });

  it('refuses a purpose without wordings', () => {
    expect(() => speaker({}, 'test', createRandom('x'))('ask', {})).toThrow(RangeError);
  });
});
