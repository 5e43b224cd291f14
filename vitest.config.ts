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

/** The whole of it: real processes and a real browser, one file at a time, because they share one machine's time. */
const wholeSystem = {
  test: {
    name: 'e2e',
    root: './e2e',
    include: ['**/*.test.ts'],
    globalSetup: ['./support/global-setup.ts'],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
};

export default defineConfig({ test: { projects: [...packages, wholeSystem] } });
