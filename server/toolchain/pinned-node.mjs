import { spawnSync } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { inProject, SetupFault, wantedNodeVersion } from './workspace.mjs';

/** The oldest Node that runs the server: it strips types by itself. */
const oldestMajor = 24;

/**
 * The Node that runs the server, the build and the checks: the one that came as a package, if it is really there (the
 * lockfile does not pin the binary, its package fetches it), else the machine's own if it is new enough.
 * @returns {string} the path of its executable
 * @throws {SetupFault} when there is none
 */
export function findNode() {
  const pinned = inProject('node_modules', 'node', 'bin', 'node');
  const found = spawnSync(pinned, ['--version'], { encoding: 'utf8' });
  if (found.stdout?.trim() === `v${wantedNodeVersion()}`) return pinned;
  if (ownNodeServes()) return process.execPath;
  throw new SetupFault(
    `Kasera runs on Node ${wantedNodeVersion()}, which comes along as a package, but there it is ` +
      `${found.error || found.status !== 0 ? 'not usable on this machine' : found.stdout.trim()}. ` +
      `Install Node ${oldestMajor} or newer (this is ${process.version}), or delete node_modules and try again.`,
  );
}

/** @returns {boolean} whether the machine's own Node could run the server */
export function ownNodeServes() {
  return Number(process.versions.node.split('.')[0]) >= oldestMajor;
}

/**
 * @param {string} node what {@link findNode} found
 * @returns {NodeJS.ProcessEnv} our environment, in which `node` and the project's own tools are the ones found first
 */
export function environmentOf(node) {
  const path = [dirname(node), inProject('node_modules', '.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path };
}
