import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ensureClientBuilt } from './toolchain/client-build.mjs';
import { ensureInstalled } from './toolchain/install.mjs';
import { environmentOf, findNode } from './toolchain/pinned-node.mjs';
import { runInForeground } from './toolchain/run.mjs';
import { serverEnvironment, serverMain, serverNodeArgs } from './toolchain/server-program.mjs';
import { endWithFault, inProject } from './toolchain/workspace.mjs';

// `npm start`: installs and builds what is missing, then runs the server until it ends. With --dev: the server and
// the screens from their sources, both reloading.

await (process.argv.includes('--dev') ? develop() : serve()).then((code) => process.exit(code), endWithFault);

async function serve() {
  await ensureInstalled();
  const node = findNode();
  await ensureClientBuilt(node);
  const env = { ...process.env, ...serverEnvironment };
  return runInForeground({ command: node, args: [...serverNodeArgs, serverMain], env });
}

async function develop() {
  await ensureInstalled();
  const node = findNode();
  await ensureClientBuilt(node);
  const server = { command: node, args: ['--watch', '--watch-preserve-output', serverMain] };
  const screens = {
    command: node,
    args: [inProject('client', 'node_modules', 'vite', 'bin', 'vite.js')],
    cwd: inProject('client'),
    env: { ...environmentOf(node), KASERA_DEV_SERVER: `http://localhost:${configuredPort()}` },
  };
  console.log(
    'Open the board’s link below once (it carries the key), then http://localhost:5173/board reloads by itself.',
  );
  return runInForeground(server, screens);
}

/** The port the server will take: the environment's, else the one in .env, else the server's own default. */
function configuredPort() {
  if (process.env.PORT) return process.env.PORT;
  try {
    return parseEnv(readFileSync(inProject('.env'), 'utf8')).PORT ?? '8080';
  } catch {
    return '8080';
  }
}
