import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serverEnvironment, serverMain, serverNodeArgs } from '../../server/toolchain/server-program.mjs';
import { childEnd, type End, readOutput } from './child-process.ts';
import { freePort } from './free-port.ts';
import { waitUntil } from './wait-until.ts';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

export interface KaseraOptions {
  /** Settings, as an owner would write them in `.env`. Nothing else of this machine's environment reaches it. */
  env?: Record<string, string>;
  /** A folder to use and leave behind; a new one that goes with the process when left out. */
  dataDir?: string;
  /** A free one when left out. */
  port?: number;
  /** More arguments for Node itself, such as `--expose-gc`. */
  nodeArgs?: string[];
}

/** A real server in a process of its own. Disposing kills it and removes its data (unless `dataDir` was given). */
export interface RunningKasera extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly apiKey: string;
  readonly webhookSecret: string;
  /** The link with its key, as said on stdout. */
  readonly boardLink: string;
  pid(): number;
  /** Sends a signal and waits for the end. */
  kill(signal: NodeJS.Signals): Promise<End>;
  /** As an owner would: TERM. */
  stop(): Promise<End>;
  /** Starts it again on the same port and data, after stopping it if it still runs; `env` replaces the settings. */
  restart(env?: Record<string, string>): Promise<void>;
  /** Everything said on stdout and stderr since the last start. */
  output(): string;
}

/** Starts the real server with the project's Node and waits until it says that it is ready. */
export async function startKasera(options: KaseraOptions = {}): Promise<RunningKasera> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'kasera-')));
  const port = options.port ?? (await freePort());
  let env = options.env ?? {};
  let running = await startReady();
  const secrets = await readSecrets(dataDir, env);
  const boardLink = readBoardLink(running.output());

  async function startReady(): Promise<Launched> {
    const launched = launchKasera({ ...options, env, dataDir, port });
    await untilReady(launched);
    return launched;
  }

  async function kill(signal: NodeJS.Signals): Promise<End> {
    running.child.kill(signal);
    return running.end;
  }

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    ...secrets,
    boardLink,
    pid: () => pidOf(running.child),
    kill,
    stop: () => kill('SIGTERM'),
    async restart(newEnv = env) {
      await kill('SIGTERM');
      env = newEnv;
      running = await startReady();
    },
    output: () => running.output(),
    async [Symbol.asyncDispose]() {
      await kill('SIGKILL');
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export interface Launched {
  child: ChildProcess;
  end: Promise<End>;
  output: () => string;
}

/** Starts the server without waiting for anything: for starts that are to fail. */
export function launchKasera(options: KaseraOptions): Launched {
  const child = spawn(process.execPath, [...serverNodeArgs, ...(options.nodeArgs ?? []), serverMain], {
    cwd: projectFolder,
    env: kaseraEnvironment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { child, end: childEnd(child), output: readOutput(child) };
}

/** What the server sees: the given settings, no `.env` of the developer's, and only what a process needs to run. */
export function kaseraEnvironment({ env = {}, dataDir, port }: KaseraOptions): Record<string, string> {
  const needed = ['PATH', 'HOME', 'TMPDIR', 'LANG'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(needed),
    ...serverEnvironment,
    KASERA_ENV_FILE: '',
    HOST: '127.0.0.1',
    ...(port === undefined ? {} : { PORT: `${port}` }),
    ...(dataDir === undefined ? {} : { KASERA_DATA_DIR: dataDir }),
    ...env,
  };
}

/** Ready, and the board's link said to its end. */
const readyText = /^Kasera is ready on http[^]*\/board\?key=\S+\n/m;

async function untilReady({ child, end, output }: Launched): Promise<void> {
  const ready = waitUntil(() => readyText.test(output()) || child.exitCode !== null, {
    what: 'Kasera says that it is ready',
    withinMs: 30_000,
  });
  await ready.catch((error: unknown) => {
    child.kill('SIGKILL');
    throw new Error(`Kasera did not start. It said:\n${output()}`, { cause: error });
  });
  if (child.exitCode === null) return;
  await end;
  throw new Error(`Kasera ended with ${child.exitCode} instead of starting. It said:\n${output()}`);
}

async function readSecrets(dataDir: string, env: Record<string, string>) {
  const made: unknown = JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8'));
  return {
    apiKey: env['KASERA_API_KEY'] ?? textField(made, 'apiKey'),
    webhookSecret: env['WOOCOMMERCE_WEBHOOK_SECRET'] ?? textField(made, 'webhookSecret'),
  };
}

function textField(document: unknown, name: string): string {
  const value: unknown = Object.entries(document ?? {}).find(([key]) => key === name)?.[1];
  if (typeof value !== 'string' || value === '') throw new Error(`secrets.json has no ${name}`);
  return value;
}

function readBoardLink(output: string): string {
  const link = /https?:\/\/\S+\/board\?key=\S+/.exec(output)?.[0];
  if (!link) throw new Error(`Kasera said no link to its board:\n${output}`);
  return link;
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('the process did not start');
  return child.pid;
}
