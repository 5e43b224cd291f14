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
const journeys = 'tests/**/*-journey.test.ts';

/** Whole processes under load, and the tests' own tools: one file at a time, because they share one machine's time. */
const wholeSystem = {
  test: {
    ...realProcesses,
    name: 'e2e',
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', journeys],
    fileParallelism: false,
  },
};

/** Stories in a real browser spend most of their time waiting: four of them at a time. */
const inTheBrowser = { test: { ...realProcesses, name: 'journeys', include: [journeys], maxWorkers: 4 } };

export default defineConfig({ test: { projects: [...packages, wholeSystem, inTheBrowser] } });
