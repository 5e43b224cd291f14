import { fingerprint, isStamped, removeStamp, stamp } from './stamp.mjs';
import { ownNodeServes } from './pinned-node.mjs';
import { runQuietly } from './run.mjs';
import { inProject, SetupFault } from './workspace.mjs';

const pnpm = 'pnpm@12.21.0';

const decidesWhatIsInstalled = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'package.json',
  'shared/package.json',
  'server/package.json',
  'client/package.json',
  'e2e/package.json',
];

/**
 * Installs the packages unless exactly these are installed already; then it touches neither network nor npx, which
 * would ask the registry each time and wait for more than a minute when offline.
 * @throws {SetupFault} with the installer's own words
 */
export async function ensureInstalled() {
  const wanted = fingerprint(decidesWhatIsInstalled, [pnpm, process.platform, process.arch]);
  if (isStamped('installed', wanted)) return;
  removeStamp('installed');
  console.log('Installing packages (once; about a minute) …');
  const startedAt = Date.now();
  await install();
  stamp('installed', wanted);
  console.log(`Packages installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

async function install() {
  const first = await runPnpm([]);
  if (first.code === 0) return;
  // The pinned Node is fetched by that package's own script. Where there is none for this platform, ours may serve.
  if (ownNodeServes() && (await runPnpm(['--ignore-scripts'])).code === 0) return;
  throw new SetupFault(
    `${first.output.trim()}\n\nThe packages could not be installed (see above). ` +
      `This needs the network once: check that this machine is online, then try again. In: ${inProject()}`,
  );
}

/** @param {string[]} more */
function runPnpm(more) {
  // With NODE_ENV=production the tools that build the screens would be left out; CI=true answers pnpm's questions.
  const env = { ...process.env, CI: 'true', NODE_ENV: 'development' };
  return runQuietly({
    command: 'npx',
    args: ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only', ...more],
    env,
  });
}
