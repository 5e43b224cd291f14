import { createHmac } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io as connectScreen } from 'socket.io-client';
import { expect, test } from 'vitest';
import { isAlive } from '../support/child-process.ts';
import { freePort } from '../support/free-port.ts';
import { descendantsOf } from '../support/process-tree.ts';
import { startCommand, withoutNetwork } from '../support/start-command.ts';
import { launchKasera, projectFolder, startKasera } from '../support/start-kasera.ts';
import { waitUntil } from '../support/wait-until.ts';

const stackTrace = /^\s+at /m;

test('[SU1] says what an owner needs to know, and keeps what it made readable by the owner only', async () => {
  await using folder = await temporaryFolder();
  const dataDir = join(folder.path, 'new', 'data');
  await using kasera = await startKasera({ dataDir });
  const said = kasera.output();
  expect(said).toContain(`Kasera is ready on ${kasera.url}`);
  expect(said).toMatch(new RegExp(`${kasera.url}/board\\?key=\\S+`));
  expect(said).toContain(dataDir);
  expect(said).toContain('/webhooks/woocommerce');
  expect(said).toContain(kasera.webhookSecret);
  expect(said).toMatch(/Not configured yet[^]*PUBLIC_URL=[^]*ONESIGNAL_APP_ID=[^]*ONESIGNAL_AUDIENCE=/);
  expect(said).toContain('Settings → Shop settings');
  expect(said).not.toContain(kasera.apiKey);
  expect(await permissions(dataDir)).toBe(0o700);
  expect(await permissions(join(dataDir, 'secrets.json'))).toBe(0o600);
  const board = await fetch(kasera.boardLink);
  expect(board.status).toBe(200);
  expect(await board.text()).toContain('<script');
});

test('[SU1] keeps its secrets and its link over a restart', async () => {
  await using kasera = await startKasera();
  const before = await readFile(join(kasera.dataDir, 'secrets.json'), 'utf8');
  await kasera.restart();
  expect(await readFile(join(kasera.dataDir, 'secrets.json'), 'utf8')).toBe(before);
  expect(kasera.output()).toContain(kasera.boardLink);
});

test('[SU1] a later start is ready within 3 s, without any network, and asks no registry', async () => {
  await using folder = await temporaryFolder();
  const askedRegistry = join(folder.path, 'asked');
  await executable(join(folder.path, 'npx'), `#!/bin/sh\necho "npx $*" >> ${askedRegistry}\nexit 1\n`);
  await executable(join(folder.path, 'pnpm'), `#!/bin/sh\necho "pnpm $*" >> ${askedRegistry}\nexit 1\n`);
  const nowhere = 'http://127.0.0.1:9';
  const env = { HOST: '0.0.0.0', npm_config_registry: nowhere, HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere };
  const { command } = withoutNetwork(['npm', 'start']);
  const startedAt = performance.now();
  const start = startCommand(command, { dataDir: join(folder.path, 'data'), port: await freePort(), env }, folder.path);
  await start.untilReady();
  expect(performance.now() - startedAt).toBeLessThan(3_000);
  start.child.kill('SIGTERM');
  await start.end;
  await expect(readFile(askedRegistry, 'utf8')).rejects.toThrow('ENOENT');
});

test.for([
  { command: 'npm start', signal: 'SIGTERM' },
  { command: 'npm start', signal: 'SIGINT' },
  { command: 'node server/start.mjs', signal: 'SIGTERM' },
  { command: 'node server/start.mjs', signal: 'SIGINT' },
] as const)('[SU4] $signal to $command ends all of it within 5 s with exit 0', async ({ command, signal }) => {
  await using folder = await temporaryFolder();
  const port = await freePort();
  const start = startCommand(command.split(' '), { dataDir: join(folder.path, 'data'), port });
  await start.untilReady();
  // A browser keeps its connections open; they must not hold up the end.
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  const { pid } = start.child;
  if (pid === undefined) throw new Error('it did not start');
  const processes = [pid, ...descendantsOf(pid)];
  expect(processes.length).toBeGreaterThan(1);
  const toldAt = performance.now();
  start.child.kill(signal);
  expect(await start.end).toEqual({ code: 0, signal: null });
  await waitUntil(() => processes.every((one) => !isAlive(one)), { what: 'no process is left', withinMs: 1_000 });
  expect(performance.now() - toldAt).toBeLessThan(5_000);
});

test('[SU4] a request in hand is answered and kept when told to stop, and no new one is taken', async () => {
  await using kasera = await startKasera();
  const body = '{"id":7,"name":"Tortilla"}';
  const signature = createHmac('sha256', kasera.webhookSecret).update(body).digest('base64');
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'X-WC-Webhook-Topic': 'product.updated',
    'X-WC-Webhook-Signature': signature,
    Expect: '100-continue',
  };
  const sending = request(`${kasera.url}/webhooks/woocommerce`, { method: 'POST', headers });
  const status = new Promise<number | undefined>((resolve, reject) => {
    sending.once('response', (response) => resolve(response.resume().statusCode)).once('error', reject);
  });
  sending.flushHeaders();
  await new Promise((resolve) => sending.once('continue', resolve));
  sending.write(body.slice(0, 5));
  const end = kasera.stop();
  await waitUntil(() => isRefused(kasera.port), { what: 'no new connection is taken' });
  sending.end(body.slice(5));
  expect(await status).toBe(200);
  expect(await end).toEqual({ code: 0, signal: null });
  // SQLite takes its write-ahead log away when it is closed in order, and only then.
  await expect(stat(join(kasera.dataDir, 'kasera.sqlite-wal'))).rejects.toThrow('ENOENT');
  await kasera.restart();
  const inbox = await fetch(`${kasera.url}/api/inbox`, { headers: { Authorization: `Bearer ${kasera.apiKey}` } });
  expect(await inbox.json()).toMatchObject({ requests: [{ topic: 'product.updated' }] });
});

test('[SU4] open screens do not hold up the end', async () => {
  await using kasera = await startKasera();
  const screen = connectScreen(kasera.url, { auth: { key: kasera.apiKey }, transports: ['websocket'] });
  await waitUntil(() => screen.connected, { what: 'the screen is connected' });
  expect(await kasera.stop()).toEqual({ code: 0, signal: null });
  await expect(stat(join(kasera.dataDir, 'kasera.sqlite-wal'))).rejects.toThrow('ENOENT');
  screen.close();
});

test('[SU4] a port that is taken is said in a sentence, exit 1', async () => {
  await using first = await startKasera();
  await using folder = await temporaryFolder();
  const second = launchKasera({ dataDir: join(folder.path, 'data'), port: first.port });
  expect(await second.end).toEqual({ code: 1, signal: null });
  expect(second.output()).toContain(`Port ${first.port} is taken`);
  expect(second.output()).not.toMatch(stackTrace);
});

test('[SU4] a second Kasera on the same data folder is refused in a sentence, and the first works on', async () => {
  await using first = await startKasera();
  const second = launchKasera({ dataDir: first.dataDir, port: await freePort() });
  expect(await second.end).toEqual({ code: 1, signal: null });
  expect(second.output()).toContain(`Another Kasera is running on the data folder ${first.dataDir}`);
  expect(second.output()).not.toMatch(stackTrace);
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
});

test('[SU4] the data folder is free again after a Kasera was killed', async () => {
  await using kasera = await startKasera();
  expect(await kasera.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
  await kasera.restart();
  expect((await fetch(`${kasera.url}/healthz`)).status).toBe(200);
});

test('[SU4] a data folder that cannot be written is said in a sentence, exit 1', async () => {
  await using folder = await temporaryFolder();
  const dataDir = await unwritableFolder(folder.path);
  const start = launchKasera({ dataDir, port: await freePort() });
  expect(await start.end).toEqual({ code: 1, signal: null });
  expect(start.output()).toContain(`The data folder ${dataDir} cannot be written`);
  expect(start.output()).not.toMatch(stackTrace);
});

test('[SU3] names every faulty setting in one message and touches nothing, exit 1', async () => {
  await using folder = await temporaryFolder();
  const dataDir = join(folder.path, 'data');
  const env = { PORT: 'eighty', ONESIGNAL_AUDIENCE: 'everyone', OLD_ORDER_HOURS: '-1', PUBLIC_URL: 'kitchen' };
  const start = launchKasera({ dataDir, env });
  expect(await start.end).toEqual({ code: 1, signal: null });
  expect(start.output()).toContain('4 faults');
  for (const name of Object.keys(env)) expect(start.output()).toMatch(new RegExp(`^\\s*${name}: .{20}`, 'm'));
  expect(start.output()).not.toMatch(stackTrace);
  await expect(stat(dataDir)).rejects.toThrow('ENOENT');
});

test('[SU3] reads a .env file, over which the environment stands', async () => {
  await using folder = await temporaryFolder();
  const envFile = join(folder.path, 'env');
  await writeFile(envFile, 'PUBLIC_URL=https://from-file.example\nKASERA_API_KEY=from-the-file-0123456789\n');
  const env = { KASERA_ENV_FILE: envFile, PUBLIC_URL: 'https://from-environment.example' };
  const dataDir = join(folder.path, 'data');
  const port = await freePort();
  const start = startCommand(['node', join(projectFolder, 'server', 'start.mjs')], { dataDir, port, env });
  await start.untilReady();
  expect(start.output()).toContain('https://from-environment.example/webhooks/woocommerce');
  expect(start.output()).not.toContain('from-file.example');
  const headers = { Authorization: 'Bearer from-the-file-0123456789' };
  expect((await fetch(`http://127.0.0.1:${port}/api/orders`, { headers })).status).toBe(200);
  start.child.kill('SIGTERM');
  expect(await start.end).toEqual({ code: 0, signal: null });
});

async function temporaryFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'kasera-set-up-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Rights do not stop root; a file where a folder should be stops everybody. */
async function unwritableFolder(parent: string): Promise<string> {
  if (process.getuid?.() === 0) {
    await writeFile(join(parent, 'file'), '');
    return join(parent, 'file', 'data');
  }
  await mkdir(join(parent, 'data'));
  await chmod(join(parent, 'data'), 0o500);
  return join(parent, 'data');
}

async function permissions(path: string): Promise<number> {
  return (await stat(path)).mode & 0o777;
}

async function executable(path: string, script: string): Promise<void> {
  await writeFile(path, script, { mode: 0o755 });
}

function isRefused(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(false)).once('error', () => resolve(true));
    socket.once('connect', () => socket.destroy());
  });
}
