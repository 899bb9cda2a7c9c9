import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '**/dist/**', '**/.next/**', 'bench/peers/**'];
// Node loads `graphql` as CommonJS, Vite would take its ES build: two copies do not know each other's types.
const resolve = { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }] };
// On a build server a test that failed is tried once more, and both are reported: a slow machine is not a fault of the code.
const retry = process.env.CI ? 1 : 0;
const servers = './packages/platform/testing/src/global-setup.ts';
const specs = (tier: string) => `{packages,apps,bench,scripts,e2e,examples}/**/*.${tier}.spec.{ts,tsx}`;

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      { resolve, test: { name: 'unit', include: [specs('unit')], exclude, testTimeout: 60_000 } },
      {
        resolve,
        test: {
          name: 'int',
          include: [specs('int')],
          exclude,
          globalSetup: servers,
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          retry,
        },
      },
      {
        resolve,
        test: {
          name: 'faults',
          include: [specs('faults')],
          exclude,
          globalSetup: servers,
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 900_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
