import { env } from 'node:process';

import { defineConfig } from 'vitest/config';

/**
 * The tests that mutants of core are held against: in Node, and those of core alone.
 * MUTATION_TESTS (a glob) narrows them for a part: fewer tests can only make a part's share smaller, never larger.
 */
export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 20_000,
    isolate: false,
    include: [env['MUTATION_TESTS'] ?? 'src/core/{stats,protocols,runs}/**/*.test.ts'],
  },
});
