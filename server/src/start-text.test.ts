import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { startText } from './start-text.ts';

function textOf(environment: Record<string, string>): string {
  const { config } = readConfig(environment);
  const secrets = {
    ...{ apiKey: 'ks_the-key-of-scripts', webhookSecret: 'w', hookdeckSecret: null, oneSignalKey: null },
    ...{ shopKeys: null, sealKey: 'A'.repeat(43) },
  };
  const addresses = ['localhost', '192.168.1.20'];
  return startText({ config, secrets, port: 8080, dataDir: '/data', addresses, shopUrl: null });
}

test('[SU1] names the pages beside the board, under the name the board link is given for', () => {
  const local = textOf({});
  for (const path of ['/settings/kitchen', '/handover', '/pickup', '/service']) {
    expect(local).toContain(`http://localhost:8080${path}\n`);
    expect(textOf({ PUBLIC_URL: 'https://kitchen.example.com' })).toContain(`https://kitchen.example.com${path}\n`);
  }
  expect(local).not.toContain('ks_the-key-of-scripts');
});
