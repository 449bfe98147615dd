import { describe, expect, it } from 'vitest';
import { visibleToken } from './visibleToken.ts';

describe('visibleToken', () => {
  it.each([
    [' the', '␣the'],
    ['\n', '⏎'],
    ['a\tb', 'a⇥b'],
    ['', '∅'],
    ['<b>', '<b>'],
    ['\u202egnp', '<U+202E>gnp'],
    ['\u200b', '<U+200B>'],
    ['\u0000', '<U+0000>'],
    ['\u3000', '<U+3000>'],
    ['\ufffd', '\ufffd'],
  ])('shows %j as %j', (text, shown) => {
    expect(visibleToken(text)).toBe(shown);
  });
});
