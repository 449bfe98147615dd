import { expect, test } from 'vitest';
import { readSvelteCheck } from './checkTypes.ts';

test('reads diagnostics and the number of files that svelte-check looked at', () => {
  const output = [
    '1795169673763 START "/somewhere"',
    '1795169673764 {"type":"ERROR","filename":"src\\\\ui\\\\A.svelte","start":{"line":2,"character":8},"end":{"line":2,"character":14},"message":"Wrong.","code":2322,"source":"ts"}',
    '1795169673764 COMPLETED 90 FILES 1 ERRORS 0 WARNINGS 1 FILES_WITH_PROBLEMS',
    '',
  ].join('\n');
  expect(readSvelteCheck(output)).toEqual({
    files: 90,
    diagnostics: [{ file: 'src/ui/A.svelte', line: 3, message: 'Wrong.' }],
  });
});

test('a run that never completed looked at no files', () => {
  expect(readSvelteCheck('1795169673763 START "/somewhere"\n')).toEqual({
    files: 0,
    diagnostics: [],
  });
});
