import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { inProject, root } from '../../server/toolchain/workspace.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Tally
 * @typedef {object} Report what Vitest's JSON reporter writes, as far as it is read here
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ name: string, status: string, message: string,
 *   assertionResults: { fullName: string, status: string }[] }[]} testResults
 */

const folder = inProject('node_modules', '.kasera', 'results');

/** @param {string} name @returns {string} where the test run `name` writes its report */
export function resultsFile(name) {
  return `${folder}/${name}.json`;
}

/** @returns {string} where tests write, a line each, why parts of them were skipped */
export function skipReasonsFile() {
  return `${folder}/skip-reasons.txt`;
}

/** Forgets the last run, so that it cannot be taken for this one. */
export function clearResults() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

/** @returns {string[]} */
export function readSkipReasons() {
  try {
    return [...new Set(readFileSync(skipReasonsFile(), 'utf8').split('\n').filter(Boolean))];
  } catch {
    return [];
  }
}

/**
 * @param {string} name of the test run
 * @param {string} title for a person
 * @param {number} code its exit code
 * @returns {Tally}
 */
export function readTests(name, title, code) {
  /** @type {Report} */
  let report;
  try {
    report = JSON.parse(readFileSync(resultsFile(name), 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: [`${title}: ended with ${code} and without a report`] };
  }
  return tally(report, title, code);
}

/** @param {Report} report @param {string} title @param {number} code @returns {Tally} */
export function tally(report, title, code) {
  const failures = report.testResults.flatMap(failuresOf);
  // Something went wrong outside any test: an error nobody awaited, or nothing to run.
  if (code !== 0 && failures.length === 0) failures.push(`${title}: ended with ${code}, see its output`);
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
}

/** @param {Report['testResults'][number]} file @returns {string[]} */
function failuresOf(file) {
  const path = relative(root, file.name);
  const failed = file.assertionResults.filter((test) => test.status === 'failed');
  // A file that could not even be loaded has no tests to fail; it counts as one.
  if (file.status === 'failed' && failed.length === 0) return [`${path}: ${file.message.split('\n')[0]}`];
  return failed.map((test) => `${path}: ${test.fullName}`);
}
