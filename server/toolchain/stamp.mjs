import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inProject, root } from './workspace.mjs';

// A stamp says "this was done, from exactly this". It is removed before the work and written after it, so work that
// was interrupted half-way is done again.

const folder = inProject('node_modules', '.kasera');

/**
 * @param {string[]} paths files and folders inside the project; missing ones count as missing
 * @param {string[]} [also] other things the work depends on
 * @returns {string} a hash of their names and contents
 */
export function fingerprint(paths, also = []) {
  const hash = createHash('sha256').update(also.join('\n'));
  for (const path of paths.flatMap((name) => filesUnder(inProject(name)))) {
    hash.update(`\n${relative(root, path)}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** @param {string} name @param {string} value @returns {boolean} whether the work `name` was done from `value` */
export function isStamped(name, value) {
  try {
    return readFileSync(join(folder, name), 'utf8') === value;
  } catch {
    return false;
  }
}

/** @param {string} name @param {string} value */
export function stamp(name, value) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), value);
}

/** @param {string} name */
export function removeStamp(name) {
  rmSync(join(folder, name), { force: true });
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
