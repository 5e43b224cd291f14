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
}

/** What an owner needs to know when Kasera has started, in a few lines. */
export function startText({ config, secrets, port, dataDir, addresses }: StartFacts): string {
  const { boardKey } = deriveKeys(secrets.apiKey);
  const bases = [
    ...(config.publicUrl === null ? [] : [config.publicUrl]),
    ...addresses.map((host) => `http://${host}:${port}`),
  ];
  const webhookBase = config.publicUrl ?? `http://THIS-SERVER:${port}`;
  const lines = [
    `Kasera is ready on http://${addresses[0]}:${port}`,
    '',
    ...bases.map((base, index) => `${label(index === 0 ? 'Board' : '')}${base}/board?key=${boardKey}`),
    `${label('Data')}${dataDir}`,
    `${label('Webhook URL')}${webhookBase}/webhooks/woocommerce`,
    `${label('Webhook secret')}${secrets.webhookSecret}`,
    ...missing(config),
  ];
  return `${lines.join('\n')}\n`;
}

function label(text: string): string {
  return `  ${text.padEnd(16)}`;
}

/** What is not configured yet, each with the line to add to `.env`. */
function missing({ publicUrl, push }: Config): string[] {
  const lines: string[] = [];
  if (publicUrl === null) {
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
