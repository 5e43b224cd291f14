import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Router } from 'express';
import { expect, test } from 'vitest';
import { openReadCatalogue } from '../../tests/support/catalogue-bed.ts';
import { httpRequest } from '../../tests/support/http-request.ts';
import { openSoldOut } from '../../tests/support/sold-out-bed.ts';
import { createLogs } from '../ops/log.ts';
import { createCatalogueRouter } from './catalogue-router.ts';
import { createErrorHandler } from './errors.ts';
import { createSoldOutRouter } from './sold-out-router.ts';

async function serve(router: Router) {
  const app = express()
    .use('/api', express.json(), router)
    .use(createErrorHandler(createLogs('silent').of('http')));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    async ask(method: string, path: string, body?: object) {
      const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) };
      const answer = await httpRequest(`http://127.0.0.1:${port}/api${path}`, { method, ...(body ? json : {}) });
      return { status: answer.status, body: answer.json() };
    },
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const request = { id: 'tap-a', productId: '11', variationId: null, name: 'Margarita', span: 'hour', by: 'Grill' };

test('[SH7j] sold out is made, listed and brought back over HTTP', async () => {
  await using bed = await openSoldOut();
  await using api = await serve(createSoldOutRouter(bed.keeper));
  const made = await api.ask('POST', '/sold-out', request);
  expect(made).toMatchObject({ status: 201, body: { soldOut: { id: 'tap-a', shop: 'telling' } } });
  expect(await api.ask('POST', '/sold-out', request)).toEqual({ ...made, status: 200 });
  expect(await api.ask('POST', '/sold-out', { ...request, id: 'tap-b' })).toMatchObject({ status: 200 });
  await bed.deliver();
  expect(await api.ask('GET', '/sold-out')).toMatchObject({ status: 200, body: { soldOut: [{ shop: 'told' }] } });
  expect(await api.ask('DELETE', '/sold-out/tap-b')).toMatchObject({ status: 200, body: { soldOut: { id: 'tap-a' } } });
  await bed.deliver();
  expect(await api.ask('GET', '/sold-out')).toEqual({ status: 200, body: { soldOut: [] } });
  expect(await api.ask('DELETE', '/sold-out/tap-a')).toMatchObject({ status: 200 });
});

test('[SH7j] what is no such request is 400, what never was 404', async () => {
  await using bed = await openSoldOut();
  await using api = await serve(createSoldOutRouter(bed.keeper));
  const faulty = [{ ...request, span: 'week' }, { ...request, productId: '../orders' }, { ...request, name: ' ' }, {}];
  for (const body of faulty) {
    expect(await api.ask('POST', '/sold-out', body)).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid' } },
    });
  }
  expect(await api.ask('DELETE', '/sold-out/none')).toMatchObject({
    status: 404,
    body: { error: { code: 'not-found' } },
  });
  expect(bed.states()).toEqual([]);
});

test('[SH7j] the catalogue is searched over HTTP', async () => {
  await using bed = await openReadCatalogue();
  await using api = await serve(createCatalogueRouter(bed.catalogue));
  expect(await api.ask('GET', '/catalogue?search=jamon')).toEqual({
    status: 200,
    body: {
      entries: [
        {
          ...{ productId: '12', variationId: null, name: 'Pizza Jamón & Piña 🍍', variation: null, inStock: true },
          categories: ['Pizza', 'Pizzas Especiales'],
        },
      ],
      readAt: bed.clock.now,
    },
  });
  expect(await api.ask('GET', '/catalogue?limit=3')).toMatchObject({ body: { entries: [{}, {}, {}] } });
  expect(await api.ask('GET', '/catalogue?limit=0')).toMatchObject({ status: 400 });
});
