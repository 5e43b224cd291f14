import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['shared', 'server', 'client'].map((name) => ({
      test: {
        name,
        root: `./${name}`,
        include: ['{src,tests}/**/*.test.{ts,tsx}'],
        testTimeout: 20_000,
      },
    })),
  },
});
