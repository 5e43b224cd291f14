import { ensureClientBuilt } from '../server/toolchain/client-build.mjs';
import { ensureInstalled } from '../server/toolchain/install.mjs';
import { environmentOf, findNode } from '../server/toolchain/pinned-node.mjs';
import { runInForeground } from '../server/toolchain/run.mjs';
import { inProject, SetupFault } from '../server/toolchain/workspace.mjs';
import { clearResults, readSkipReasons, readTests, resultsFile, skipReasonsFile } from './support/test-results.mjs';

// `npm test`: everything that must hold, one after the other, from a fresh clone. A check that is not a test (format,
// lint, types, the build) counts as one. The last line says how it ended.

/** @typedef {import('./support/test-results.mjs').Tally} Tally */

/** @type {Tally} */
const total = { passed: 0, failed: 0, skipped: 0, failures: [] };

await installed();
const node = findNode();
await check('Screens build', () => ensureClientBuilt(node));
await check('Format', () => tool('prettier/bin/prettier.cjs', '--check', '.'));
await check('Lint', () => tool('oxlint/bin/oxlint'));
await check('Types', () => tool('typescript/bin/tsc', '-b'));
clearResults();
await tests('Unit and contract tests', 'unit', ['shared', 'server', 'client']);
await tests('Whole processes', 'e2e', ['e2e']);
await tests('Journeys in a real browser', 'journeys', ['journeys']);
end();

async function installed() {
  try {
    await ensureInstalled();
    findNode();
  } catch (error) {
    if (!(error instanceof SetupFault)) throw error;
    add({ passed: 0, failed: 1, skipped: 0, failures: [`Installation: ${error.message}`] });
    end();
  }
}

/** @param {string} title @param {() => Promise<unknown>} run throws a SetupFault where it does not hold */
async function check(title, run) {
  heading(title);
  try {
    await run();
    add({ passed: 1, failed: 0, skipped: 0, failures: [] });
  } catch (error) {
    if (!(error instanceof SetupFault)) throw error;
    console.log(error.message);
    add({ passed: 0, failed: 1, skipped: 0, failures: [title] });
  }
}

/** @param {string} title @param {string} name @param {string[]} projects */
async function tests(title, name, projects) {
  heading(title);
  const code = await program('vitest/vitest.mjs', [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${resultsFile(name)}`,
  ]);
  add(readTests(name, title, code));
}

/** @param {string} entry @param {...string} args */
async function tool(entry, ...args) {
  const code = await program(entry, args);
  if (code !== 0) throw new SetupFault(`(ended with ${code})`);
}

/** @param {string} entry a file of a package of ours @param {string[]} args @returns {Promise<number>} */
async function program(entry, args) {
  const env = { ...environmentOf(node), CI: 'true', KASERA_SKIP_REASONS: skipReasonsFile() };
  const code = await runInForeground({ command: node, args: [inProject('node_modules', entry), ...args], env });
  // Ended by a signal: a person or the machine wants the whole run to stop.
  if (code > 128) process.exit(code);
  return code;
}

/** @param {Tally} tally */
function add(tally) {
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
  total.failures.push(...tally.failures);
}

/** @param {string} title */
function heading(title) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(3, 70 - title.length))}\n`);
}

/** @returns {never} */
function end() {
  heading('Result');
  for (const failure of total.failures) console.log(`failed: ${failure}`);
  for (const reason of readSkipReasons()) console.log(`skipped: ${reason}`);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exit(total.failed === 0 ? 0 : 1);
}
