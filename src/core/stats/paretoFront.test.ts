import { describe, expect, it } from 'vitest';
import { paretoFront } from './paretoFront.ts';

const points = [
  { x: 1, y: 0.6 },
  { x: 2, y: 0.5 },
  { x: 3, y: 0.9 },
  { x: 3, y: 0.8 },
  { x: 0.5, y: 0.2 },
];

describe('paretoFront', () => {
  it('holds what nothing beats in both, by x', () => {
    expect(paretoFront(points, { x: 'lower', y: 'higher' })).toEqual([4, 0, 2]);
    expect(paretoFront(points, { x: 'higher', y: 'higher' })).toEqual([2]);
    expect(paretoFront(points, { x: 'higher', y: 'lower' })).toEqual([4, 1, 3]);
  });

  it('holds all of equal points', () => {
    const twice = [...points, { x: 3, y: 0.9 }];
    expect(paretoFront(twice, { x: 'higher', y: 'higher' })).toEqual([2, 5]);
  });
});
