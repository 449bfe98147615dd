import { expect, it } from 'vitest';
import { isHubMirror } from './hubMirror.ts';

it.each([
  'https://mirror.example',
  'http://127.0.0.1:4180/',
  'http://[::1]:80/hub/',
  'https://a.b/c',
])('takes %s', (address) => {
  expect(isHubMirror(address)).toBe(true);
});

it.each([
  '',
  'mirror.example',
  'ftp://mirror.example/',
  'javascript:alert(1)',
  'data:text/plain,x',
  'file:///tmp/',
  'https://user:word@mirror.example/',
  'https://mirror.example/?q',
  'https://mirror example/',
  `https://mirror.example/${'x'.repeat(400)}`,
])('refuses %s', (address) => {
  expect(isHubMirror(address)).toBe(false);
});
