import { defineConfig } from 'vitest/config';

/** Pure rules, ports and parts of each package, beside their sources. */
const packages = ['shared', 'server', 'client'].map((name) => ({
  test: {
    name,
    root: `./${name}`,
    include: ['{src,tests}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
}));

const realProcesses = {
  root: './e2e',
  globalSetup: ['./support/global-setup.ts'],
  testTimeout: 90_000,
  hookTimeout: 90_000,
};
const waitingJourneys = ['tests/shop/*.test.ts', 'tests/line/*.test.ts'];

/** The whole of it: real processes and a real browser, one file at a time, because they share one machine's time. */
const wholeSystem = {
  test: {
    ...realProcesses,
    name: 'e2e',
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', ...waitingJourneys],
    fileParallelism: false,
  },
};

/** Journeys with a shop, and those of the line, spend most of their time waiting: two of them at a time. */
const withShopAndLine = {
  test: { ...realProcesses, name: 'e2e-shop', include: waitingJourneys, maxWorkers: 2 },
};

export default defineConfig({ test: { projects: [...packages, wholeSystem, withShopAndLine] } });
