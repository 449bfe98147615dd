import { stripVTControlCharacters } from 'node:util';
import * as v from 'valibot';

/** How many checks of a stage passed and failed. Skipped tests are in neither. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** What failed and how it began to say why, a few lines each; a stage without tests of its own has none. */
  readonly reasons?: readonly string[];
}

const vitestSchema = v.object({
  numPassedTests: v.number(),
  testResults: v.array(
    v.object({
      name: v.optional(v.string(), 'a file'),
      message: v.optional(v.string(), ''),
      status: v.string(),
      assertionResults: v.array(
        v.object({
          status: v.string(),
          fullName: v.optional(v.string(), 'a test'),
          failureMessages: v.optional(v.nullable(v.array(v.string())), []),
        }),
      ),
    }),
  ),
});

const messageSchema = v.object({ message: v.optional(v.string(), '') });

interface PlaywrightSuite {
  readonly file: string;
  readonly suites: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly ok: boolean;
    readonly title: string;
    readonly tests: readonly {
      readonly results: readonly { readonly errors: readonly { readonly message: string }[] }[];
    }[];
  }[];
}

const suiteSchema: v.GenericSchema<unknown, PlaywrightSuite> = v.object({
  file: v.optional(v.string(), ''),
  suites: v.optional(v.array(v.lazy(() => suiteSchema)), []),
  specs: v.optional(
    v.array(
      v.object({
        ok: v.boolean(),
        title: v.string(),
        tests: v.array(
          v.object({ results: v.array(v.object({ errors: v.array(messageSchema) })) }),
        ),
      }),
    ),
    [],
  ),
});

const playwrightSchema = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
  errors: v.array(messageSchema),
  suites: v.optional(v.array(suiteSchema), []),
});

/** Lines of an error that are kept: enough for what was expected and what was seen. */
const REASON_LINES = 8;

function reason(where: string, message: string): string {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trim().slice(0, 200))
    .filter((line) => line !== '');
  return [where, ...lines.slice(0, REASON_LINES).map((line) => `  ${line}`)].join('\n');
}

function failedSpecs(suite: PlaywrightSuite): string[] {
  const own = suite.specs
    .filter(({ ok }) => !ok)
    .map(({ title, tests }) =>
      reason(
        `${suite.file}: ${title}`,
        tests
          .flatMap(({ results }) => results)
          .flatMap(({ errors }) => errors)
          .map(({ message }) => message)
          .join('\n'),
      ),
    );
  return [...own, ...suite.suites.flatMap(failedSpecs)];
}

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
  const reasons = testResults.flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && file.status === 'failed') return [reason(file.name, file.message)];
    return failed.map((test) => reason(test.fullName, (test.failureMessages ?? []).join('\n')));
  });
  return withExit({ passed: numPassedTests, failed: reasons.length, reasons }, exitCode);
}

/**
 * Counts from Playwright's JSON report. A test that passed at a second attempt only counts as failed: it is not sure.
 *
 * @throws v.ValiError where the report has another form.
 */
export function countPlaywright(report: unknown, exitCode: number | null): Counts {
  const { stats, errors, suites } = v.parse(playwrightSchema, report);
  const failed = stats.unexpected + stats.flaky + errors.length;
  const reasons = [
    ...errors.map(({ message }) => reason('outside of a test', message)),
    ...suites.flatMap(failedSpecs),
  ];
  return withExit({ passed: stats.expected, failed, reasons }, exitCode);
}

/** The sum over several stages. */
export function sumCounts(counts: readonly Counts[]): Counts {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}
