import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { CHROMIUM_ARGS, findChromium } from './scripts/findChromium.ts';
import viteConfig from './vite.config.ts';

const executablePath = await findChromium();

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            environment: 'node',
            // Files share a worker and what it has loaded, which takes a third of the time: what is tested here keeps no state.
            isolate: false,
            // Other work may share the cores; a slow machine is not a failure.
            testTimeout: 20_000,
            include: ['{src,workers,scripts}/**/*.test.ts'],
            exclude: ['**/*.browser.test.ts'],
          },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            include: ['{src,workers}/**/*.browser.test.ts'],
            testTimeout: 60_000,
            // Imitations of the model hub and of an endpoint, each on a port of 127.0.0.1.
            globalSetup: [
              'e2e/fixtures/fakeHub/globalSetup.ts',
              'e2e/fixtures/fakeEndpoint/globalSetup.ts',
            ],
            // One adapter, two cores: a second page would only make both slower.
            fileParallelism: false,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({
                launchOptions: {
                  args: [...CHROMIUM_ARGS],
                  ...(executablePath === undefined ? {} : { executablePath }),
                },
              }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
      ],
    },
  }),
);
