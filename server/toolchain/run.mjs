import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './workspace.mjs';

/**
 * @typedef {object} Program
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} [env] the whole environment; ours when left out
 * @property {string} [cwd] the project's folder when left out
 */

/**
 * Runs programs in the foreground until all have ended. TERM, INT and HUP sent to us reach each of them once (npm and
 * a terminal both send INT, so it comes more than once); when one ends, the others are asked to.
 * @param {...Program} programs
 * @returns {Promise<number>} the exit code of the first that ended; 128 + n when signal n killed it
 */
export async function runInForeground(...programs) {
  const children = programs.map((program) => start(program, 'inherit'));
  const stopForwarding = forwardSignals(children);
  const ends = children.map(async (child) => {
    const code = await ended(child);
    for (const other of children) if (isRunning(other)) other.kill('SIGTERM');
    return code;
  });
  const code = await Promise.race(ends);
  await Promise.all(ends);
  stopForwarding();
  return code;
}

/**
 * Runs a program that has nothing to say unless it fails. If we are told to stop, it is stopped and we end.
 * @param {Program} program
 * @returns {Promise<{ code: number, output: string }>} output is stdout and stderr together
 */
export async function runQuietly(program) {
  const child = start(program, 'pipe');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  let stoppedBy = 0;
  const stopForwarding = forwardSignals([child], (signal) => (stoppedBy = constants.signals[signal]));
  const code = await ended(child);
  stopForwarding();
  if (stoppedBy) process.exit(128 + stoppedBy);
  return { code, output };
}

/** @param {Program} program @param {'inherit' | 'pipe'} stdio */
function start({ command, args, env = process.env, cwd = root }, stdio) {
  return spawn(command, args, { env, cwd, stdio: stdio === 'pipe' ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} */
function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function isRunning(child) {
  return child.exitCode === null && child.signalCode === null;
}

/**
 * @param {import('node:child_process').ChildProcess[]} children
 * @param {(signal: NodeJS.Signals) => void} [onSignal]
 */
function forwardSignals(children, onSignal) {
  /** @type {Set<NodeJS.Signals>} */
  const seen = new Set();
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    if (seen.has(signal)) return;
    seen.add(signal);
    onSignal?.(signal);
    for (const child of children) child.kill(signal);
  };
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
  };
}
