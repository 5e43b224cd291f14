import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { flushCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { parse } from 'dotenv';
import { openSecrets, type Secrets } from './access/keys.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import type { Database } from './db/database.ts';
import { lockFolder, type FolderLock } from './db/folder-lock.ts';
import { MigrationRefused } from './db/migrate.ts';
import { openSqliteInThread } from './db/sqlite-thread.ts';
import { createKasera, type Kasera } from './kasera.ts';
import { createLogs } from './ops/log.ts';
import { addressesOf, startText } from './start-text.ts';

const root = resolve(import.meta.dirname, '../..');
/** After this a shutdown is finished, come what may ([SU4]). */
const closeWithinMs = 4_500;

/** A reason not to start, as a sentence for whoever started it. */
class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const { config, secrets: given } = readConfig(readEnvironment());
  const dataDir = resolve(root, config.dataDir);
  const lock = openFolder(dataDir);
  const secrets = openSecrets(dataDir, given);
  const logs = createLogs(config.logLevel);
  const database = await openSqliteInThread({ path: join(dataDir, 'kasera.sqlite'), log: logs.of('db') });
  const clientDir = join(root, 'client/dist');
  const kasera = await createKasera({
    config: { ...config, dataDir },
    secrets,
    database,
    logs,
    now: Date.now,
    clientDir,
  });
  await listen(kasera.http, config);
  process.stdout.write(describe(config, secrets, dataDir, kasera));
  closeOnSignal(kasera, database, lock);
  // Node would keep the compiled sources only at an orderly end.
  flushCompileCache();
  // One stray promise must not take the kitchen down; it is a bug to be found in the log.
  process.on('unhandledRejection', (error) => logs.of('main').error({ error }, 'a promise failed unheard'));
}

/** The environment, with what `.env` says where it says nothing. `KASERA_ENV_FILE` names another file; empty: none. */
function readEnvironment(): Record<string, string | undefined> {
  const path = process.env.KASERA_ENV_FILE ?? join(root, '.env');
  if (path === '' || !existsSync(path)) return process.env;
  return { ...parse(readFileSync(path)), ...process.env };
}

function openFolder(dataDir: string): FolderLock & { type: 'locked' } {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new StartRefused(
      `The data folder ${dataDir} cannot be written (${code}). Give this user the right to, or set KASERA_DATA_DIR to another folder.`,
    );
  }
  const lock = lockFolder(dataDir);
  if (lock.type === 'locked') return lock;
  throw new StartRefused(
    `Another Kasera is running on the data folder ${dataDir}. Stop it first, or set KASERA_DATA_DIR to another folder.`,
  );
}

function listen(http: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(listenFault(error, port, host)));
    http.listen(port, host, resolve);
  });
}

function listenFault(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken by another program. Stop that one, or set PORT in .env (WordPress calls only 80, 443 and 8080).`,
    EACCES: `This user may not use port ${port}. Set PORT in .env to 8080, or give the right to.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST in .env to 0.0.0.0 or to an address it has.`,
    ENOTFOUND: `HOST is ${host}, which is no address. Set it in .env to 0.0.0.0 or to an address of this machine.`,
  };
  const sentence = sentences[error.code ?? ''];
  return sentence ? new StartRefused(sentence) : error;
}

function describe(config: Config, secrets: Secrets, dataDir: string, kasera: Kasera): string {
  const address = kasera.http.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const addresses = addressesOf(config.host);
  return startText({ config, secrets, port, dataDir, addresses, shopUrl: kasera.shopUrl() });
}

function closeOnSignal(kasera: Kasera, database: Database, lock: FolderLock & { type: 'locked' }): void {
  let closing = false;
  const close = async () => {
    if (closing) return;
    closing = true;
    setTimeout(() => process.exit(0), closeWithinMs).unref();
    await kasera.close();
    await database[Symbol.asyncDispose]();
    lock.release();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void close());
}

function reasonOf(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StartRefused || error instanceof MigrationRefused) {
    return error.message;
  }
  return error instanceof Error ? (error.stack ?? error.message) : 'Kasera could not start.';
}
