import { defineConfig } from '@playwright/test';

const { CI, CHROMIUM_PATH, E2E_WEB_URL, PLAYWRIGHT_JSON_OUTPUT_FILE } = process.env;
if (!CHROMIUM_PATH || !E2E_WEB_URL)
  throw new Error('The browser tests need a running Waybill of their own: npm run test:e2e');

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  testIgnore: ['**/*.{unit,int,faults}.spec.ts'], // those run by vitest, against processes of their own
  outputDir: '../.waybill/e2e-results',
  forbidOnly: Boolean(CI),
  // One Waybill serves all tests, and each makes orders of its own; two at a time is what two cores carry.
  workers: 2,
  // A build server is slow: there a test has longer, and one that failed is tried once more and reported as flaky.
  timeout: CI ? 240_000 : 60_000,
  retries: CI ? 1 : 0,
  expect: { timeout: CI ? 15_000 : 5_000 },
  reporter: [['list'], ['json', { outputFile: PLAYWRIGHT_JSON_OUTPUT_FILE ?? '../.waybill/reports/e2e.json' }]],
  use: {
    baseURL: E2E_WEB_URL,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
