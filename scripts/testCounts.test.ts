import { expect, test } from 'vitest';
import { countPlaywright, countVitest, sumCounts } from './testCounts.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

test('Vitest: failed tests count each, a file that did not load counts once, skipped ones not', () => {
  const report = {
    numPassedTests: 3,
    testResults: [
      file('passed', 'passed', 'passed', 'pending'),
      file('failed', 'passed', 'failed', 'failed'),
      file('failed'),
    ],
  };
  expect(countVitest(report, 1)).toMatchObject({ passed: 3, failed: 3 });
});

test('Vitest: an unhandled error fails the run though every test passed', () => {
  const report = { numPassedTests: 1, testResults: [file('passed', 'passed')] };
  expect(countVitest(report, 1)).toMatchObject({ passed: 1, failed: 1 });
  expect(countVitest(report, 0)).toMatchObject({ passed: 1, failed: 0 });
});

test('Playwright: flaky tests and errors outside of tests count as failed', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1 };
  expect(countPlaywright({ stats, errors: [{}] }, 1)).toMatchObject({ passed: 4, failed: 3 });
});

test('Playwright: a run without tests failed', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0 };
  expect(countPlaywright({ stats, errors: [] }, 1)).toMatchObject({ passed: 0, failed: 1 });
});

test('a failed test is named with how its error begins, wherever its suite is nested', () => {
  const message = [
    '\u001b[31mError\u001b[39m: expected 5',
    '',
    ...Array<string>(20).fill('at x'),
  ].join('\n');
  const spec = { ok: false, title: 'opens', tests: [{ results: [{ errors: [{ message }] }] }] };
  const nested = { file: 'a.spec.ts', specs: [{ ...spec, ok: true, tests: [] }, spec] };
  const stats = { expected: 1, unexpected: 1, flaky: 0 };
  const [first, ...rest] =
    countPlaywright({ stats, errors: [], suites: [{ suites: [nested] }] }, 1).reasons ?? [];
  expect(rest).toEqual([]);
  expect(first?.split('\n').slice(0, 3)).toEqual([
    'a.spec.ts: opens',
    '  Error: expected 5',
    '  at x',
  ]);
  expect(first?.split('\n')).toHaveLength(9);

  const failed = { status: 'failed', fullName: 'adds up', failureMessages: ['Error: 2 is not 3'] };
  const vitest = {
    numPassedTests: 0,
    testResults: [{ status: 'failed', assertionResults: [failed] }],
  };
  expect(countVitest(vitest, 1).reasons).toEqual(['adds up\n  Error: 2 is not 3']);
});

test('stages are added up', () => {
  const counts = [
    { passed: 1, failed: 0 },
    { passed: 2, failed: 5 },
  ];
  expect(sumCounts(counts)).toEqual({ passed: 3, failed: 5 });
});
