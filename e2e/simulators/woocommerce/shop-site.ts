import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createAccess, type Permissions, type ShopKey } from './rest/access.ts';
import { createFaults, type Fault, type FaultScope } from './rest/fault.ts';
import { misbehave } from './rest/misbehave.ts';
import { isObject, readJson, readRequest, type Param, type SiteRequest } from './rest/request.ts';
import { createRouter, type Routed } from './rest/router.ts';
import { writeOutcome } from './rest/write-answer.ts';
import { createShop, type Shop, type ShopOptions } from './shop.ts';

export interface ShopSiteOptions extends Omit<ShopOptions, 'source'> {
  /** 0 or left out: any free one. */
  port?: number;
  /** The shop to serve; left out: a new one, with webhooks if `url` and `secret` are given. */
  shop?: Shop;
  /** What the site calls itself; left out: where it is. */
  home?: string;
  /** False: the shop does not take the connection for https, and ignores keys. */
  https?: boolean;
}

/** A request as the site saw it, without keys and secrets. */
export interface SeenRequest {
  at: number;
  method: string;
  path: string;
  query: Readonly<Record<string, Param>>;
  /** Whether it came with a right key that allows it. */
  authorized: boolean;
  /** What was sent, read as JSON; null where it is none. */
  body: Readonly<Record<string, unknown>> | null;
  fault: Fault['type'] | null;
  /** Of the answer; 0 where there was none, or none yet. */
  status: number;
}

export interface ShopSite extends AsyncDisposable {
  /** For `WOOCOMMERCE_URL`. */
  readonly url: string;
  /** Of a key that may read and write. */
  readonly key: string;
  readonly secret: string;
  /** Everything a person does in the shop, with its webhooks. */
  readonly shop: Shop;
  readonly requests: SeenRequest[];
  addKey(permissions: Permissions): ShopKey;
  revokeKey(key: string): void;
  /** All keys there are, those made on the consent page among them. */
  keys(): ShopKey[];
  /** Makes the site misbehave; the answer takes that away again. */
  fault(fault: Fault, scope?: FaultScope): () => void;
  clearFaults(): void;
  /** The machine is gone: connections are cut and new ones refused, until it comes back at the same address. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a shop's whole site on this machine: its REST API and its consent page, as the recorded shop answers. */
export async function startShopSite(options: ShopSiteOptions = {}): Promise<ShopSite> {
  const { port = 0, https = true, hosts = {} } = options;
  const server = createServer();
  await listen(server, port);
  const url = `http://127.0.0.1:${portOf(server)}`;
  const home = options.home ?? url;
  const shop =
    options.shop ?? createShop({ ...options, source: `${home}/`, manners: { disables: true, ...options.manners } });
  const access = createAccess({ https });
  const { key, secret } = access.add('read_write');
  const faults = createFaults();
  const requests: SeenRequest[] = [];
  const route = createRouter({ shop: shop.inside, access, home, https, hosts });

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await receive(incoming);
    const fault = faults.take(request.method, request.path);
    const seen = record(request, fault, shop.inside.now());
    requests.push(seen);
    const asker = access.judge(request);
    seen.authorized = asker.type === 'manager';
    let routed: Routed = { answer: { status: 0, type: 'none', text: '' }, asker, isRest: isRestPath(request.path) };
    const honest = async () => (routed = await route(request)).answer;
    const outcome = fault
      ? await misbehave(fault, request, honest)
      : { type: 'answer' as const, answer: await honest() };
    if ('answer' in outcome) seen.status = outcome.answer.status;
    const facts = { home, now: shop.inside.now(), signedIn: asker.type === 'manager', isRest: routed.isRest };
    writeOutcome(response, outcome, facts);
  }

  server.on('request', (incoming, response) => {
    // Whoever goes away in the middle of a request is not the site's fault.
    serve(incoming, response).catch(() => response.destroy());
  });

  const goDown = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  const close = async (): Promise<void> => {
    await goDown();
    await shop.idle();
    if (options.shop === undefined) shop[Symbol.dispose]();
  };
  return {
    ...{ url, key, secret, shop, requests, close },
    addKey: (permissions) => access.add(permissions),
    revokeKey: (revoked) => access.revoke(revoked),
    keys: () => access.keys(),
    fault: (fault, scope) => faults.add(fault, scope),
    clearFaults: () => faults.clear(),
    goDown,
    comeBack: () => listen(server, Number(new URL(url).port)),
    [Symbol.asyncDispose]: close,
  };
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the simulated shop listens nowhere');
  return address.port;
}

async function receive(incoming: IncomingMessage): Promise<SiteRequest> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part);
  const { method = 'GET', url = '/' } = incoming;
  const body = Buffer.concat(parts).toString('utf8');
  return readRequest({ method, url, authorization: incoming.headers.authorization, body });
}

const isRestPath = (path: string): boolean => path.startsWith('/wp-json');

const secrets = ['consumer_key', 'consumer_secret', 'secret', 'oauth_consumer_key', 'oauth_signature'];

function record({ method, path, query, body }: SiteRequest, fault: Fault | null, at: number): SeenRequest {
  const sent = readJson(body);
  return {
    ...{ at, method, path, authorized: false, fault: fault?.type ?? null, status: 0 },
    query: withoutSecrets(Object.fromEntries(query)),
    body: isObject(sent) ? withoutSecrets(sent) : null,
  };
}

function withoutSecrets<T>(named: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(named).filter(([name]) => !secrets.includes(name)));
}
