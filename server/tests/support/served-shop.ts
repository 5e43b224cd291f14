import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { ShopQuery } from '../../src/shop/connection/answer.ts';
import { FakeShop } from './fake-shop.ts';

export interface ServedShop extends AsyncDisposable {
  readonly url: string;
  readonly shop: FakeShop;
  /** What was changed in it: method, path and JSON. */
  readonly written: { method: string; path: string; body: unknown }[];
}

/** A fake shop's orders behind a real address; whatever else is asked for is not there. */
export async function serveShop(now: number): Promise<ServedShop> {
  const shop = new FakeShop(now);
  const written: ServedShop['written'] = [];
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop');
    const path = pathname.replace('/wp-json/wc/v3/', '');
    const body = await bodyOf(request);
    if (request.method !== 'GET') written.push({ method: request.method ?? '', path, body });
    const answer = /^orders(\/\d+)?$/.test(path)
      ? await shop.client.get(path, queryOf(searchParams), z.unknown())
      : ({ type: 'fault', fault: { status: 404, code: 'rest_no_route' } } as const);
    const headers = { 'content-type': 'application/json', date: new Date(shop.now).toUTCString() };
    if (answer.type === 'ok') {
      const counts = answer.total === null ? {} : { 'x-wp-total': answer.total, 'x-wp-totalpages': answer.pages ?? 0 };
      response.writeHead(200, { ...headers, ...counts }).end(JSON.stringify(answer.data));
    } else {
      const { status, code } = answer.fault;
      response.writeHead(status ?? 503, headers).end(JSON.stringify({ code, message: 'no', data: { status } }));
    }
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...{ shop, written, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array));
  const text = Buffer.concat(parts).toString();
  return text === '' ? null : JSON.parse(text);
}

/** Lists come with commas. */
function queryOf(parameters: URLSearchParams): ShopQuery {
  return Object.fromEntries(
    [...parameters].map(([name, value]) => [name, ['include', 'status'].includes(name) ? value.split(',') : value]),
  );
}
