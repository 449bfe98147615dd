import { describe, expect, it } from 'vitest';
import { byteAlphabet, splitPieces } from './byteAlphabet.ts';
import { trainBpe } from './trainBpe.ts';

describe('byteAlphabet', () => {
  it('has 256 different characters, and the space and line feed of GPT-2', () => {
    const alphabet = byteAlphabet();
    expect(new Set(alphabet).size).toBe(256);
    expect(alphabet[0x20]).toBe('Ġ');
    expect(alphabet[0x0a]).toBe('Ċ');
    expect(alphabet[0x41]).toBe('A');
  });
});

describe('splitPieces', () => {
  it('cuts before a space and a word, around numbers and at a line feed', () => {
    expect(splitPieces("12 She's had 38.5 °C.\n2 No")).toEqual([
      '12',
      ' She',
      "'s",
      ' had',
      ' 38',
      '.',
      '5',
      ' °',
      'C',
      '.',
      '\n',
      '2',
      ' No',
    ]);
  });
});

describe('trainBpe', () => {
  it('merges the most frequent pair first, and the pair that sorts first among equals', () => {
    // "ab" occurs 3 times; then "abc" twice; "xy" twice is behind "ab c" only by order.
    expect(trainBpe(['abc', 'abc', 'ab', 'xy', 'xy'], 10)).toEqual([
      ['a', 'b'],
      ['ab', 'c'],
      ['x', 'y'],
    ]);
  });

  it('never merges across pieces', () => {
    expect(trainBpe(['a b', 'a b', 'a b'], 10)).toEqual([['Ġ', 'b']]);
  });

  it('stops at the number of tokens asked for', () => {
    expect(trainBpe(['abcdef', 'abcdef'], 2)).toHaveLength(2);
  });
});
