import { existsSync } from 'node:fs';
import { fingerprint, isStamped, removeStamp, stamp } from './stamp.mjs';
import { environmentOf } from './pinned-node.mjs';
import { runQuietly } from './run.mjs';
import { inProject, SetupFault } from './workspace.mjs';

const decidesTheBuild = [
  'client/src',
  'client/public',
  'client/index.html',
  'client/vite.config.ts',
  'client/package.json',
  'client/tsconfig.json',
  'shared/src',
  'pnpm-lock.yaml',
];

/**
 * Builds the screens into client/dist unless they are built from exactly these sources.
 * @param {string} node the Node to build with
 * @throws {SetupFault} with the builder's own words
 */
export async function ensureClientBuilt(node) {
  const wanted = fingerprint(decidesTheBuild);
  if (isStamped('client-built', wanted) && existsSync(inProject('client', 'dist', 'index.html'))) return;
  removeStamp('client-built');
  console.log('Building the screens (a few seconds) …');
  const { code, output } = await runQuietly({
    command: node,
    args: [inProject('client', 'node_modules', 'vite', 'bin', 'vite.js'), 'build'],
    cwd: inProject('client'),
    env: { ...environmentOf(node), NODE_ENV: 'production' },
  });
  if (code !== 0) throw new SetupFault(`${output.trim()}\n\nThe screens could not be built (see above).`);
  stamp('client-built', wanted);
}
