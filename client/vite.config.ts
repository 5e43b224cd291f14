import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';
import { keepWithin, mostOfBoard } from './script-budget.ts';

const here = import.meta.dirname;
const devServer = process.env.KASERA_DEV_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig(({ command }) => ({
  root: here,
  plugins: [react(), ...(command === 'build' ? built(hashOfSources()) : [buildId('dev')])],
  // Short names: they stand in the scripts too.
  css: { modules: { generateScopedName: (name, file) => `${name}-${placeOf(file)}` } },
  build: {
    outDir: 'dist',
    // Every file is asked for by its address: the server's content security policy knows no `data:`.
    assetsInlineLimit: 0,
    target: 'es2022',
    // What late scripts import themselves they ask for in time: a list of it all would be a part of the board's script.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, deps, { hostType }) =>
        hostType === 'html' ? deps : deps.filter((path) => path.endsWith('.css')),
    },
    // What a board needs at first comes as one script, however many later ones need parts of it too.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'board', tags: ['$initial'] }] } } },
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

function built(id: string): Plugin[] {
  return [buildId(id), withoutWebTransport(), fontAtOnce(), serviceWorker(id), scriptBudget()];
}

/** Socket.IO brings a transport that `live/socket.ts` never asks for; no board has to load it. */
function withoutWebTransport(): Plugin {
  const path = /engine\.io-client\/build\/esm\/transports\/webtransport\.js$/;
  return {
    name: 'kasera-without-webtransport',
    load: (id) => (path.test(id) ? 'export class WT {}' : null),
  };
}

/** The font of nearly all that is shown comes with the page: found late, it would have every word laid out twice. */
function fontAtOnce(): Plugin {
  return {
    name: 'kasera-font-at-once',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const isLatin = (name: string) => /\/inter-latin-wght-normal-[^/]*\.woff2$/.test(name);
        return Object.keys(bundle ?? {})
          .filter(isLatin)
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${name}` },
            injectTo: 'head-prepend',
          }));
      },
    },
  };
}

/**
 * Adds the service worker as `/sw.js`: an address that stays, and one script, since it knows no others. It is told which
 * files the build has, all of which it keeps for when the server is away.
 */
function serviceWorker(id: string): Plugin {
  return {
    name: 'kasera-service-worker',
    async generateBundle(_options, bundle) {
      const assets = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      const open = filesIn('public').map((path) => relative('public', path));
      const files = [...assets, ...open].map((name) => `/${name.replaceAll('\\', '/')}`).toSorted();
      const define = { __KASERA_BUILD__: JSON.stringify(id), __KASERA_FILES__: JSON.stringify(files) };
      const options = { write: false, target: 'es2022', rolldownOptions: { input: join(here, 'src/sw/sw.ts') } };
      const made = await build({
        configFile: false,
        root: here,
        publicDir: false,
        logLevel: 'error',
        define,
        build: options,
      });
      const outputs = [made].flat().flatMap((one) => ('output' in one ? one.output : []));
      const [script, ...others] = outputs;
      if (script?.type !== 'chunk' || others.length > 0) this.error('The service worker is not one script.');
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: script.code });
    },
  };
}

/** A board that would take too long on a cheap tablet is not built ([Quality]: 130 KB of script, gzipped). */
function scriptBudget(): Plugin {
  return {
    name: 'kasera-script-budget',
    generateBundle: {
      // After Vite has written into the chunks what each loads with it.
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [output] : []));
        const { bytes, withWords, fault } = keepWithin(mostOfBoard, chunks);
        if (fault) this.error(fault);
        const kilobytes = (size: number) => `${(size / 1000).toFixed(1)} KB`;
        this.info(`the board's script: ${kilobytes(bytes)} gzipped, ${kilobytes(withWords)} with its words`);
      },
    },
  };
}

/** Which of all CSS modules a file is, as short as that can be said. */
const cssModules = filesIn('src').filter((path) => path.endsWith('.module.css'));
function placeOf(file: string): string {
  return cssModules.indexOf(relative(here, file)).toString(36);
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
