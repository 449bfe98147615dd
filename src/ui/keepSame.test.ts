import { expect, test } from 'vitest';
import { keepSame, sameMembers } from './keepSame.ts';

test('the same words are the same value, and others are not', () => {
  const same = keepSame<readonly string[] | null>();
  const first = ['a', 'b'];
  expect(same(first)).toBe(first);
  expect(same(['a', 'b'])).toBe(first);
  const other = ['b', 'a'];
  expect(same(other)).toBe(other);
  expect(same(null)).toBeNull();
  expect(same(first)).toBe(first);
});

test('lists may be held against each other by what is in them', () => {
  const same = keepSame<readonly object[]>(sameMembers);
  const [one, two] = [{}, {}];
  const first = [one, two];
  expect(same(first)).toBe(first);
  expect(same([one, two])).toBe(first);
  expect(same([one, {}])).not.toBe(first);
  expect(same([one])).toEqual([one]);
});
