import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Everything in this folder runs on the machine's own Node (20 or newer), before anything is installed: plain
// JavaScript, no packages, and never better-sqlite3, which crashes there.

/** The folder of the whole project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {...string} parts @returns {string} an absolute path inside the project */
export function inProject(...parts) {
  return resolve(root, ...parts);
}

/** @returns {string} the exact Node version the project asks for, as in package.json ("24.1.2") */
export function wantedNodeVersion() {
  /** @type {{ dependencies: { node: string } }} */
  const manifest = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  return manifest.dependencies.node;
}

/** What a person can mend: shown as its sentence alone, then exit 1. */
export class SetupFault extends Error {}

/** Prints a SetupFault as a sentence and ends; anything else is a bug and is thrown on. @param {unknown} error */
export function endWithFault(error) {
  if (!(error instanceof SetupFault)) throw error;
  console.error(error.message);
  process.exit(1);
}
