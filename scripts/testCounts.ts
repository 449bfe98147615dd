import * as v from 'valibot';

/** How many checks of a stage passed and failed. Skipped tests are in neither. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const vitestSchema = v.object({
  numPassedTests: v.number(),
  testResults: v.array(
    v.object({
      status: v.string(),
      assertionResults: v.array(v.object({ status: v.string() })),
    }),
  ),
});

const playwrightSchema = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
  errors: v.array(v.unknown()),
});

/** A run that ended badly without naming a failed test still failed once: a crash, or no tests at all. */
function withExit(counts: Counts, exitCode: number | null): Counts {
  const isSilentFailure = exitCode !== 0 && counts.failed === 0;
  return isSilentFailure ? { ...counts, failed: 1 } : counts;
}

/**
 * Counts from Vitest's JSON report. A file that could not be loaded has no tests of its own and counts as one failure.
 *
 * @throws v.ValiError where the report has another form.
 */
export function countVitest(report: unknown, exitCode: number | null): Counts {
  const { numPassedTests, testResults } = v.parse(vitestSchema, report);
  const failed = testResults.reduce((sum, file) => {
    const tests = file.assertionResults.filter((test) => test.status === 'failed').length;
    return sum + (tests === 0 && file.status === 'failed' ? 1 : tests);
  }, 0);
  return withExit({ passed: numPassedTests, failed }, exitCode);
}

/**
 * Counts from Playwright's JSON report. A test that passed at a second attempt only counts as failed: it is not sure.
 *
 * @throws v.ValiError where the report has another form.
 */
export function countPlaywright(report: unknown, exitCode: number | null): Counts {
  const { stats, errors } = v.parse(playwrightSchema, report);
  const failed = stats.unexpected + stats.flaky + errors.length;
  return withExit({ passed: stats.expected, failed }, exitCode);
}

/** The sum over several stages. */
export function sumCounts(counts: readonly Counts[]): Counts {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}
