import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A recorded delivery: what every mutation starts from. */
export interface Recorded {
  name: string;
  topic: string;
  body: string;
}

const folder = join(import.meta.dirname, '../fixtures/woocommerce');

/** Every recorded delivery but the ping. */
export function readRecorded(): Recorded[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'ping.json');
  return files.map((file) => {
    const capture: { rawHeaders: string[]; bodyBase64: string } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const topicAt = capture.rawHeaders.indexOf('X-WC-Webhook-Topic') + 1;
    return {
      name: file.slice(0, -'.json'.length),
      topic: capture.rawHeaders[topicAt] ?? '',
      body: Buffer.from(capture.bodyBase64, 'base64').toString('utf8'),
    };
  });
}

/** The delivery as if its order was placed and changed at `at`, so that it is news and rings. */
export function redated({ body }: Recorded, at: number): string {
  const time = new Date(at).toISOString().slice(0, 19);
  return body.replace(/("date_(?:created|modified|paid)(?:_gmt)?":)"[^"]*"/g, `$1"${time}"`);
}
