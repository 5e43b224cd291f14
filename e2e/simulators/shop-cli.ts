import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { seededRandom } from './woocommerce/chance.ts';
import { loopbackUrl } from './woocommerce/loopback.ts';
import { createShop, type Shop } from './woocommerce/shop.ts';
import { startShopSite } from './woocommerce/shop-site.ts';
import type { StormProgress } from './woocommerce/storm.ts';

const usage = `A simulated WooCommerce shop for a Kasera on this machine.

  npm run shop                                one order
  npm run shop -- --rate 20 --minutes 5       20 orders a second for 5 minutes
  npm run shop -- --rate 12/min --minutes 30  an evening: 12 orders a minute
  npm run shop -- --rest-port 8099            one order, and a shop that Kasera can ask and tell, until Ctrl+C

  --rate     orders per second, or per minute as N/min; each order is two or three deliveries
  --minutes  how long (1)
  --url      http://127.0.0.1:8080, only this machine
  --secret   the webhook secret; else WOOCOMMERCE_WEBHOOK_SECRET (environment or .env), else the data folder's
  --manners  also repeats, reorders and delays deliveries, as a shop behind a retrying proxy
  --seed     makes the same orders again
  --rest-port  also serves the shop's REST API on that port, with the same orders, and says what to paste into Kasera`;

const projectFolder = join(import.meta.dirname, '../..');

async function run(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    console.log(usage);
    return 0;
  }
  using shop = openShop(options);
  await using site = options.restPort === null ? null : await openSite(shop, options.restPort);
  const fault = await faultAtFirst(shop, options.url);
  if (fault !== null) throw new Error(fault);
  if (options.ratePerSecond === null && site === null) return 0;
  const code = options.ratePerSecond === null ? 0 : await storm(shop, options.ratePerSecond, options.minutes);
  if (site !== null) await untilStopped('The shop stays open. Ctrl+C closes it.');
  return code;
}

interface CliOptions {
  url: URL;
  secret: string;
  ratePerSecond: number | null;
  minutes: number;
  manners: boolean;
  seed: number;
  restPort: number | null;
}

function readOptions(args: string[]): CliOptions | null {
  const { values } = parseArgs({
    args,
    options: {
      rate: { type: 'string' },
      minutes: { type: 'string', default: '1' },
      url: { type: 'string' },
      secret: { type: 'string' },
      manners: { type: 'boolean', default: false },
      seed: { type: 'string' },
      'rest-port': { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return null;
  const env = { ...readEnvFile(), ...process.env };
  return {
    url: loopbackUrl(values.url ?? `http://127.0.0.1:${env['PORT'] ?? '8080'}`),
    secret: values.secret ?? (env['WOOCOMMERCE_WEBHOOK_SECRET'] || readStoredSecret(env['KASERA_DATA_DIR'] || 'data')),
    ratePerSecond: values.rate === undefined ? null : readRate(values.rate),
    minutes: readNumber('--minutes', values.minutes),
    manners: values.manners,
    seed: values.seed === undefined ? Date.now() : readNumber('--seed', values.seed),
    restPort: values['rest-port'] === undefined ? null : readPort(values['rest-port']),
  };
}

function readRate(text: string): number {
  const [, rate = '', unit] = /^(.+?)\/(s|sec|min)$/.exec(text) ?? [null, text, 's'];
  return readNumber('--rate', rate) / (unit === 'min' ? 60 : 1);
}

function readNumber(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value;
  throw new Error(`${name} must be a number above 0, not "${text}". See npm run shop -- --help`);
}

function readPort(text: string): number {
  const port = readNumber('--rest-port', text);
  if (Number.isInteger(port) && port < 65_536) return port;
  throw new Error(`--rest-port must be a port below 65536, not "${text}". See npm run shop -- --help`);
}

function readEnvFile(): Record<string, string | undefined> {
  try {
    return parseEnv(readFileSync(join(projectFolder, '.env'), 'utf8'));
  } catch {
    return {};
  }
}

function readStoredSecret(dataDir: string): string {
  const path = join(dataDir.startsWith('/') ? dataDir : join(projectFolder, dataDir), 'secrets.json');
  try {
    const stored: { webhookSecret?: unknown } = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof stored.webhookSecret === 'string' && stored.webhookSecret !== '') return stored.webhookSecret;
  } catch {
    // Said below: for a person a missing and an unreadable file are the same.
  }
  throw new Error(`There is no webhook secret in ${path}. Start Kasera once (npm start), or pass --secret.`);
}

function openShop({ url, secret, manners, seed, restPort }: CliOptions): Shop {
  // Ids rise from run to run; numbers stay short, as people call them.
  const firstId = Math.floor(Date.now() / 10);
  const firstNumber = 1_000 + (Math.floor(firstId / 6_000) % 8_000);
  return createShop({
    url: url.href,
    secret,
    firstId,
    numberOf: (id) => String(firstNumber + ((id - firstId) % 10_000)),
    random: seededRandom(seed),
    ...(restPort === null ? {} : { source: `http://127.0.0.1:${restPort}/` }),
    manners: {
      // A shop that can be asked can also be asked how its webhooks are, and mended.
      disables: restPort !== null,
      ...(manners ? { delayMs: { from: 0, to: 2_000 }, duplicates: 0.1, reordered: 0.2 } : {}),
    },
  });
}

/** Serves the shop's REST API, and says what Kasera needs to use it. */
async function openSite(shop: Shop, port: number) {
  const site = await startShopSite({ shop, port }).catch((error: unknown) => {
    const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw inUse ? new Error(`Port ${port} is taken. Pass another with --rest-port.`) : error;
  });
  console.log(`The shop answers at ${site.url}. For Kasera's .env, or its page /settings/shop:\n`);
  console.log(`WOOCOMMERCE_URL=${site.url}\nWOOCOMMERCE_KEY=${site.key}\nWOOCOMMERCE_SECRET=${site.secret}\n`);
  return site;
}

async function untilStopped(sentence: string): Promise<void> {
  console.log(sentence);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve());
  });
}

/** Does what connecting a shop does: pings, then one order. Says what is wrong in a sentence, or null. */
async function faultAtFirst(shop: Shop, url: URL): Promise<string | null> {
  const [ping] = await shop.ping();
  if (ping?.fault)
    return `Nobody answers at ${url.origin} (${ping.fault}). Is Kasera running? Start it with npm start.`;
  if (ping?.status !== 200) return `${url.href} answered the ping with ${ping?.status}, not 200. Is that Kasera?`;
  const order = await shop.placeOrder();
  for (const { topic, answer } of order.deliveries) {
    if (answer.status === 401)
      return 'Refused (401): the secret differs from the one Kasera holds. Pass it with --secret.';
    if (answer.status !== 200)
      return `${topic} was answered ${answer.fault ?? answer.status}: ${answer.body.slice(0, 200)}`;
  }
  const took = Math.round(Math.max(...order.deliveries.map(({ answer }) => answer.durationMs)));
  console.log(
    `Order #${order.number} (${order.template}): ${order.deliveries.length} deliveries taken, slowest ${took} ms`,
  );
  return null;
}

async function storm(shop: Shop, ratePerSecond: number, minutes: number): Promise<number> {
  const stop = new AbortController();
  process.once('SIGINT', () => {
    console.log('\nStopping; waiting for what is under way …');
    stop.abort();
  });
  const end = await shop.storm({
    ratePerSecond,
    seconds: minutes * 60,
    signal: stop.signal,
    onProgress: (progress) => console.log(say(progress)),
  });
  const missed = end.sent - end.ok;
  if (missed === 0) console.log(`All ${end.sent} deliveries of ${end.orders} orders were taken.`);
  else console.log(`${missed} of ${end.sent} deliveries were not taken. Like a real shop, this one never sends again.`);
  return missed === 0 ? 0 : 1;
}

function say(progress: StormProgress): string {
  const refused = Object.entries(progress.refused).map(([status, count]) => `${count} × ${status}`);
  const failed = Object.entries(progress.failed).map(([fault, count]) => `${count} × ${fault}`);
  const not = [...refused, ...failed].join(', ');
  return [
    `${String(Math.round(progress.elapsedMs / 1_000)).padStart(4)} s`,
    `${progress.orders} orders`,
    `${progress.sent} sent`,
    `${progress.ok} × 200`,
    not === '' ? 'none refused' : `not taken: ${not}`,
    `p50 ${progress.p50Ms.toFixed(1)} ms, p99 ${progress.p99Ms.toFixed(1)} ms`,
  ].join(' · ');
}

process.exitCode = await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 1;
});
