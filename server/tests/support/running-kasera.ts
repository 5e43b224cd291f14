import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Config } from '../../src/config.ts';
import { readConfig } from '../../src/config.ts';
import type { Secrets } from '../../src/access/keys.ts';
import type { Database } from '../../src/db/database.ts';
import { openSqlite, type SqliteDatabase, type SqliteOptions } from '../../src/db/sqlite.ts';
import { createKasera } from '../../src/kasera.ts';
import { httpRequest, type HttpAnswer, type HttpRequest } from './http-request.ts';
import { recordingLogs, type LogEntry } from './recording-logs.ts';
import { openScreen, type Screen, type ScreenOptions } from './screen.ts';
import { capturesSecret, hookdeckSecret, soonAfterCaptures, type Delivery } from './shop-delivery.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface KaseraOptions {
  /** Entries of the environment. */
  environment?: Record<string, string>;
  secrets?: Partial<Secrets>;
  /** Further ways to hold the database back. */
  sqlite?: Partial<Omit<SqliteOptions, 'path'>>;
  /** A data folder that outlives this run; default: one of its own. */
  dataDir?: string;
  clientDir?: string;
  /** Where the clock stands at first. */
  now?: number;
}

/** A whole Kasera in this process, on a real file, answering on a port of its own. */
export interface RunningKasera<D extends Database = SqliteDatabase> extends AsyncDisposable {
  readonly url: string;
  readonly database: D;
  readonly config: Config;
  readonly apiKey: string;
  /** The clock of everything but timers: it stands until a test moves it. */
  readonly clock: { now: number };
  readonly logged: LogEntry[];
  /** A shop's delivery; to the usual path unless said otherwise. */
  deliver(delivery: Delivery, path?: string): Promise<HttpAnswer>;
  /** A request as it is given, without a key. */
  request(path: string, request?: HttpRequest): Promise<HttpAnswer>;
  /** `GET` with the API key. */
  get(path: string): Promise<HttpAnswer>;
  /** `POST` of JSON with the API key. */
  post(path: string, body?: unknown): Promise<HttpAnswer>;
  /** A screen with the API key unless said otherwise. */
  screen(options?: ScreenOptions): Promise<Screen>;
  /** Ends it as a signal would. */
  close(): Promise<void>;
}

export async function startKasera(options: KaseraOptions = {}): Promise<RunningKasera> {
  const folder = options.dataDir === undefined ? temporaryFolder() : null;
  const dataDir = options.dataDir ?? folder?.path ?? '';
  const database = await openSqlite({ path: join(dataDir, 'kasera.sqlite'), ...options.sqlite });
  const kasera = await startKaseraOn(database, { ...options, dataDir });
  return {
    ...kasera,
    async [Symbol.asyncDispose]() {
      await kasera.close();
      folder?.[Symbol.dispose]();
    },
  };
}

/** The same on a database that is open already; it is closed with it. */
export async function startKaseraOn<D extends Database>(
  database: D,
  options: Omit<KaseraOptions, 'sqlite'> & { dataDir: string },
): Promise<RunningKasera<D>> {
  const { dataDir, clientDir = dataDir } = options;
  const { config } = readConfig({ KASERA_DATA_DIR: dataDir, ...options.environment });
  const secrets = { ...testSecrets, ...options.secrets };
  const clock = { now: options.now ?? soonAfterCaptures };
  const { logs, logged } = recordingLogs();
  const kasera = await createKasera({ config, secrets, database, logs, now: () => clock.now, clientDir });
  await new Promise<void>((resolve) => kasera.http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(kasera.http.address() as AddressInfo).port}`;
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= kasera.close().then(() => database[Symbol.asyncDispose]()));
  return {
    ...{ url, database, config, apiKey: secrets.apiKey, clock, logged, close },
    ...callers(url, secrets.apiKey),
    [Symbol.asyncDispose]: close,
  };
}

const testSecrets: Secrets = {
  apiKey: 'ks_test-key-of-this-kitchen',
  webhookSecret: capturesSecret,
  hookdeckSecret,
  oneSignalKey: null,
  shopKeys: null,
  sealKey: 'A'.repeat(43),
};

type Callers = Pick<RunningKasera, 'deliver' | 'request' | 'get' | 'post' | 'screen'>;

function callers(url: string, apiKey: string): Callers {
  const authorization = `Bearer ${apiKey}`;
  return {
    deliver: (delivery, path = '/webhooks/woocommerce') =>
      httpRequest(`${url}${path}`, { method: 'POST', ...delivery }),
    request: (path, request) => httpRequest(`${url}${path}`, request),
    get: (path) => httpRequest(`${url}${path}`, { headers: { authorization } }),
    post: (path, body) =>
      httpRequest(`${url}${path}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body ?? {}),
      }),
    screen: (options) => openScreen(url, { key: apiKey, ...options }),
  };
}
