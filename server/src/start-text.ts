import { networkInterfaces } from 'node:os';
import type { Secrets } from './access/keys.ts';
import { deriveKeys } from './access/keys.ts';
import type { Config } from './config.ts';

export interface StartFacts {
  config: Config;
  secrets: Secrets;
  /** The port it listens on. */
  port: number;
  /** The data folder's whole path. */
  dataDir: string;
  addresses: readonly string[];
  /** The connected shop's address; null: none is connected. */
  shopUrl: string | null;
}

/** What an owner needs to know when Kasera has started, in a few lines. */
export function startText({ config, secrets, port, dataDir, addresses, shopUrl }: StartFacts): string {
  const { boardKey } = deriveKeys(secrets.apiKey);
  const local = addresses.map((host) => `http://${host}:${port}`);
  const bases = new Set([...(config.publicUrl === null ? [] : [config.publicUrl]), ...local]);
  const webhookBase = config.publicUrl ?? `http://THIS-SERVER:${port}`;
  const lines = [
    `Kasera is ready on http://${addresses[0]}:${port}`,
    '',
    ...[...bases].map((base, index) => `${label(index === 0 ? 'Board' : '')}${base}/board?key=${boardKey}`),
    `${label('Data')}${dataDir}`,
    `${label('Webhook URL')}${webhookBase}/webhooks/woocommerce`,
    `${label('Webhook secret')}${secrets.webhookSecret}`,
    ...(shopUrl === null ? [] : [`${label('Shop')}${shopUrl}, asked every ${config.shop.askEveryMs / 1_000} s`]),
    ...furtherPages([...bases][0] ?? ''),
    ...missing(config, shopUrl !== null),
    ...(shopUrl === null ? notAsked : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The board's link leaves a cookie, which lets a device into these too; it holds for the name it was opened under. */
function furtherPages(base: string): string[] {
  const pages = {
    Settings: '/settings/kitchen',
    Counter: '/handover',
    'Guests’ screen': '/pickup',
    'All well?': '/service',
  };
  return [
    '',
    'Once a device has opened the board link it may open these, too:',
    ...Object.entries(pages).map(([name, path]) => `${label(name)}${base}${path}`),
  ];
}

function label(text: string): string {
  return `  ${text.padEnd(16)}`;
}

const notAsked = [
  '',
  'The shop is not connected yet, so what its webhooks lose is not found and it is told nothing.',
  'Connect it on the board: Settings → Shop settings.',
];

/** What is not configured yet, each with the line to add to `.env`. */
function missing({ publicUrl, push }: Config, isAsking: boolean): string[] {
  const lines: string[] = [];
  // A shop that is asked need not reach us.
  if (publicUrl === null && !isAsking) {
    lines.push(
      'Public address: the shop must be able to reach this server.',
      '  PUBLIC_URL=https://kitchen.example.com',
    );
  }
  if (push.appId === null) {
    lines.push(
      'Push to the chefs’ phones: the app’s id and key from OneSignal.',
      '  ONESIGNAL_APP_ID=…',
      '  ONESIGNAL_API_KEY=…',
    );
  }
  if (push.audience === null) {
    lines.push(
      'Whom to push to: there is no default, many shops use OneSignal for their guests.',
      '  ONESIGNAL_AUDIENCE=external_id:kim,sam',
    );
  }
  return lines.length === 0 ? [] : ['', 'Not configured yet; to add to .env:', ...lines.map((line) => `  ${line}`)];
}

/** Where people on this network find a server that listens on `host`: `localhost` first. */
export function addressesOf(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host.includes(':') ? `[${host}]` : host];
  const local = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal);
  return ['localhost', ...local.slice(0, 3).map((address) => address.address)];
}
