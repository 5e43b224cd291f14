import { request } from 'node:http';
import type { ShopSite } from './shop-site.ts';

/** An answer as it came over the wire. */
export interface Asked {
  status: number;
  statusMessage: string;
  /** Name and value in turn. */
  rawHeaders: string[];
  header(name: string): string | undefined;
  text: string;
  /** The body read as JSON. */
  json(): unknown;
}

export interface AskOptions {
  method?: string;
  body?: unknown;
  /** Left out: the site's own key. */
  auth?: { key: string; secret: string } | null;
}

/** Asks a simulated site as a client with its key does. Rejects where no whole answer comes. */
export function askSite(site: ShopSite, path: string, options: AskOptions = {}): Promise<Asked> {
  const { method = 'GET', body, auth = site } = options;
  const headers: Record<string, string> = {};
  if (auth) headers['authorization'] = `Basic ${Buffer.from(`${auth.key}:${auth.secret}`).toString('base64')}`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, site.url), { method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        const { statusCode: status = 0, statusMessage = '', rawHeaders } = response;
        const header = (name: string): string | undefined =>
          rawHeaders.find((_, index) => index % 2 === 1 && rawHeaders[index - 1] === name);
        resolve({ status, statusMessage, rawHeaders, header, text, json: (): unknown => JSON.parse(text) });
      });
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
  });
}
