import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { keepWithin, mostOfBoard } from './script-budget.ts';

const here = import.meta.dirname;
const devServer = process.env.KASERA_DEV_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig(({ command }) => ({
  root: here,
  plugins: [react(), buildId(command === 'build' ? hashOfSources() : 'dev'), serviceWorker(), scriptBudget()],
  build: {
    outDir: 'dist',
    // Every file is asked for by its address: the server's content security policy knows no `data:`.
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: join(here, 'index.html'), sw: join(here, 'src/sw/sw.ts') },
      // A service worker is known by its address.
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: {
    port: 5173,
    // With the page's own Host, since the server compares it with the Origin.
    proxy: {
      '/api': { target: devServer },
      '/webhooks': { target: devServer },
      '/healthz': { target: devServer },
      '/socket.io': { target: devServer, ws: true },
      // The link with the key is swapped for a cookie by the server.
      '^/board\\?key=': { target: devServer },
    },
  },
}));

/**
 * Tells the bundle which build it is, and the server by `dist/build.json`. The id comes from the sources, not from the
 * finished files: it stands inside them, and a file whose name did not change may come from the browser's cache.
 */
function buildId(id: string): Plugin {
  return {
    name: 'kasera-build-id',
    config: () => ({ define: { __KASERA_BUILD__: JSON.stringify(id) } }),
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'build.json', source: `${JSON.stringify({ build: id })}\n` });
    },
  };
}

/** Writes into the service worker which files the build has, all of which it keeps for when the server is away. */
function serviceWorker(): Plugin {
  return {
    name: 'kasera-service-worker',
    generateBundle(_options, bundle) {
      const built = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      const files = [...built, ...filesIn('public')].map((name) => `/${name.replaceAll('\\', '/')}`);
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk' || worker.imports.length > 0) this.error('The service worker is not one script.');
      if (!worker.code.includes('__KASERA_FILES__'))
        this.error('The service worker does not ask which files there are.');
      worker.code = worker.code.replaceAll('__KASERA_FILES__', JSON.stringify(files.toSorted()));
    },
  };
}

/** A board that would take too long on a cheap tablet is not built ([Quality]: 130 KB of script, gzipped). */
function scriptBudget(): Plugin {
  return {
    name: 'kasera-script-budget',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [output] : []));
      const { bytes, fault } = keepWithin(mostOfBoard, chunks);
      if (fault) this.error(fault);
      this.info(`the board's scripts have ${(bytes / 1000).toFixed(1)} KB gzipped`);
    },
  };
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  const single = ['index.html', 'package.json', 'vite.config.ts', 'script-budget.ts', '../pnpm-lock.yaml'];
  for (const path of [...single, ...filesIn('src'), ...filesIn('public'), ...filesIn('../shared/src')]) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(here, path)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

function filesIn(folder: string): string[] {
  return readdirSync(join(here, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(here, join(entry.parentPath, entry.name)))
    .toSorted();
}
