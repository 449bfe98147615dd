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

  it('lets a point be beaten in one direction alone where the other is equal', () => {
    const level = [
      { x: 1, y: 0.5 },
      { x: 2, y: 0.5 },
      { x: 2, y: 0.4 },
    ];
    expect(paretoFront(level, { x: 'higher', y: 'higher' })).toEqual([1]);
    expect(paretoFront(level, { x: 'lower', y: 'higher' })).toEqual([0]);
    expect(paretoFront(level, { x: 'higher', y: 'lower' })).toEqual([2]);
    expect(paretoFront([], { x: 'higher', y: 'lower' })).toEqual([]);
  });

  it('holds all of equal points', () => {
    const twice = [...points, { x: 3, y: 0.9 }];
    expect(paretoFront(twice, { x: 'higher', y: 'higher' })).toEqual([2, 5]);
  });
});
