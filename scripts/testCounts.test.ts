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
  expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 3 });
});

test('Vitest: an unhandled error fails the run though every test passed', () => {
  const report = { numPassedTests: 1, testResults: [file('passed', 'passed')] };
  expect(countVitest(report, 1)).toEqual({ passed: 1, failed: 1 });
  expect(countVitest(report, 0)).toEqual({ passed: 1, failed: 0 });
});

test('Playwright: flaky tests and errors outside of tests count as failed', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1 };
  expect(countPlaywright({ stats, errors: [{}] }, 1)).toEqual({ passed: 4, failed: 3 });
});

test('Playwright: a run without tests failed', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0 };
  expect(countPlaywright({ stats, errors: [] }, 1)).toEqual({ passed: 0, failed: 1 });
});

test('stages are added up', () => {
  const counts = [
    { passed: 1, failed: 0 },
    { passed: 2, failed: 5 },
  ];
  expect(sumCounts(counts)).toEqual({ passed: 3, failed: 5 });
});
