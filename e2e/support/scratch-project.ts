import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { childEnd, type End, readOutput } from './child-process.ts';
import { projectFolder } from './start-kasera.ts';

/** What stands in for `npx`: it installs a Node and a builder at once, or dies half-way. */
const fakeNpx = `#!/bin/sh
echo "npx $*" >> calls.txt
[ -e npx-dies ] && { mkdir -p node_modules/half; kill -9 $$; }
mkdir -p node_modules/node/bin client/node_modules/vite/bin
ln -sf "$REAL_NODE" node_modules/node/bin/node
cp fake-vite.js client/node_modules/vite/bin/vite.js
`;

const fakeVite = `
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
appendFileSync('../calls.txt', 'vite ' + process.argv.slice(2).join(' ') + '\\n');
mkdirSync('dist', { recursive: true });
writeFileSync('dist/index.html', '');
`;

/** Says it is ready, says each signal, and ends with code 7 on TERM, or is killed by it if told so. */
const fakeServer = `
if (process.argv.includes('--version')) process.exit(0);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
  process.on(signal, () => {
    console.log('server got ' + signal);
    setTimeout(() => process.exit(7), 200);
  });
}
process.on('SIGUSR2', () => process.kill(process.pid, 'SIGKILL'));
setInterval(() => {}, 1000);
console.log('ready ' + process.pid + ' on ' + process.version);
`;

/** The real starter in a folder of its own, with stand-ins for what it installs, builds and runs. */
export interface ScratchProject extends AsyncDisposable {
  folder: string;
  start(): { child: ChildProcess; end: Promise<End>; output: () => string };
  /** What was run since the last time it was asked: `npx …` and `vite …` lines. */
  takeCalls(): Promise<string[]>;
  write(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
}

/** @param nodeVersion what package.json asks for; the version of the Node running this when left out */
export async function createScratchProject(nodeVersion = process.versions.node): Promise<ScratchProject> {
  const folder = await mkdtemp(join(tmpdir(), 'kasera-scratch-'));
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  await cp(join(projectFolder, 'server', 'start.mjs'), join(folder, 'server', 'start.mjs'));
  await cp(join(projectFolder, 'server', 'toolchain'), join(folder, 'server', 'toolchain'), { recursive: true });
  await write('package.json', JSON.stringify({ type: 'module', dependencies: { node: nodeVersion } }));
  await write('pnpm-lock.yaml', 'one');
  await write('client/package.json', '{}');
  await write('client/src/main.tsx', 'one');
  await write('server/src/main.ts', fakeServer);
  await write('fake-vite.js', fakeVite);
  await write('bin/npx', fakeNpx);
  await chmod(join(folder, 'bin', 'npx'), 0o755);
  return {
    folder,
    write,
    remove: (path) => rm(join(folder, path), { recursive: true }),
    start() {
      const path = [join(folder, 'bin'), process.env['PATH']].join(delimiter);
      const child = spawn(process.execPath, [join(folder, 'server', 'start.mjs')], {
        cwd: folder,
        env: { ...process.env, PATH: path, REAL_NODE: process.execPath },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      return { child, end: childEnd(child), output: readOutput(child) };
    },
    async takeCalls() {
      const calls = await readFile(join(folder, 'calls.txt'), 'utf8').catch(() => '');
      await writeFile(join(folder, 'calls.txt'), '');
      return calls.split('\n').filter(Boolean);
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
