import { ensureClientBuilt } from '../server/toolchain/client-build.mjs';
import { ensureInstalled } from '../server/toolchain/install.mjs';
import { environmentOf, findNode } from '../server/toolchain/pinned-node.mjs';
import { runInForeground } from '../server/toolchain/run.mjs';
import { endWithFault, inProject } from '../server/toolchain/workspace.mjs';

// `npm run shop|chaos|fuzz|bench`: runs e2e/FILE.ts with the project's own Node, installed and built first.

await run().then((code) => process.exit(code), endWithFault);

async function run() {
  const [file = '', ...args] = process.argv.slice(2);
  await ensureInstalled();
  const node = findNode();
  await ensureClientBuilt(node);
  return runInForeground({ command: node, args: [inProject('e2e', file), ...args], env: environmentOf(node) });
}
