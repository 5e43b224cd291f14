import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, test } from 'vitest';
import { kitchenViewSchema, type KitchenView } from '@kasera/shared/kitchen-settings.ts';
import { httpRequest } from '../../tests/support/http-request.ts';
import { kitchenSettings, to } from '../../tests/support/kitchen-settings.ts';
import { openLine } from '../../tests/support/line-bed.ts';
import { silentLog } from '../ops/log.ts';
import { createErrorHandler } from './errors.ts';
import { createKitchenRouter } from './kitchen-router.ts';

async function serve() {
  const bed = await openLine();
  const { kitchen, line } = bed;
  const app = express();
  app.use(
    '/api',
    express.json(),
    createKitchenRouter({ view: line.view, save: kitchen.save, setBusy: kitchen.setBusy }),
  );
  app.use(createErrorHandler(silentLog));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  return {
    bed,
    async ask(method: string, path: string, body?: unknown) {
      const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      const answer = await httpRequest(`${root}${path}`, { method, ...(body === undefined ? {} : json) });
      return { status: answer.status, body: answer.json() };
    },
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => server.close(resolve));
      await bed[Symbol.asyncDispose]();
    },
  };
}

const sentenceOf = (answer: { body: unknown }): string => (answer.body as { error: { message: string } }).error.message;

test('[BO13] the settings are shown with all that is needed to change them, and saved', async () => {
  await using api = await serve();
  api.bed.learn(7, 1);
  const shown = await api.ask('GET', '/kitchen');
  expect(shown.status).toBe(200);
  const view: KitchenView = kitchenViewSchema.parse(shown.body);
  expect(view).toEqual(shown.body);
  expect(view).toMatchObject({
    ...{ version: 0, timeZone: 'Europe/Madrid', settings: { stations: [], timeZone: null } },
    categories: [{ id: '1', name: 'Category 1', parentId: null, products: 1 }],
    products: [{ id: '7', name: 'Product 7', categoryIds: ['1'] }],
  });
  const settings = kitchenSettings({ routing: { categories: { 1: to('oven') }, products: {}, words: [] } });
  const saved = await api.ask('PUT', '/kitchen', { settings, version: view.version });
  expect(saved).toMatchObject({ status: 200, body: { settings, version: 1 } });
  expect(await api.ask('GET', '/kitchen')).toEqual(saved);
  expect(api.bed.told).toMatchObject([{ stations: settings.stations }]);
});

test('[BO13] without the menu it is what the owner set, and nothing of the catalogue or the orders', async () => {
  await using api = await serve();
  api.bed.learn(7, 1);
  const settings = kitchenSettings();
  await api.bed.save(settings);
  await api.bed.arrive('1');
  const whole = kitchenViewSchema.parse((await api.ask('GET', '/kitchen')).body);
  expect([whole.products.length, whole.unclaimed.length > 0]).toEqual([1, true]);
  const light = await api.ask('GET', '/kitchen?menu=0');
  expect(light.body).toEqual({ ...whole, categories: [], products: [], unclaimed: [] });
  expect((await api.ask('GET', '/kitchen?menu=no')).status).toBe(400);
});

test('[BO13] who saves upon older settings is told so, and nothing is lost', async () => {
  await using api = await serve();
  await api.ask('PUT', '/kitchen', { settings: kitchenSettings({ leadMinutes: 1 }), version: 0 });
  const late = await api.ask('PUT', '/kitchen', { settings: kitchenSettings({ leadMinutes: 2 }), version: 0 });
  expect(late).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } });
  expect(await api.ask('GET', '/kitchen')).toMatchObject({ body: { version: 1, settings: { leadMinutes: 1 } } });
});

test('[BO13] what is wrong is named by its field', async () => {
  await using api = await serve();
  const put = async (parts: object) => {
    const answer = await api.ask('PUT', '/kitchen', { settings: { ...kitchenSettings(), ...parts }, version: 0 });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalid' } } });
    return sentenceOf(answer);
  };
  expect(await put({ timeZone: 'Mars/Olympus' })).toMatch(/^settings\.timeZone: /);
  expect(await put({ hours: [[{ from: 60, to: 30 }], [], [], [], [], [], []] })).toMatch(
    /^settings\.hours\.0\.0: must end/,
  );
  expect(await put({ stations: [{ id: 'expo', name: 'Expo' }] })).toMatch(/^settings\.stations: expo is taken/);
  expect(await put({ suggestedMinutes: '15' })).toMatch(/^settings\.suggestedMinutes: /);
  expect((await api.ask('PUT', '/kitchen', { settings: kitchenSettings() })).status).toBe(400);
  expect(api.bed.told).toEqual([]);
});

test('[BO14] BUSY is pressed and ended over HTTP, by the choices there are', async () => {
  await using api = await serve();
  const { now } = api.bed.clock;
  const busy = { minutes: 20, since: now, until: now + 3_600_000 };
  expect(await api.ask('POST', '/kitchen/busy', { minutes: 20 })).toEqual({ status: 200, body: { busy } });
  expect(await api.ask('POST', '/kitchen/busy', { minutes: 15 })).toMatchObject({ status: 400 });
  expect(await api.ask('POST', '/kitchen/busy', {})).toMatchObject({ status: 400 });
  expect(api.bed.told.at(-1)?.busy).toEqual(busy);
  expect(await api.ask('POST', '/kitchen/busy', { minutes: 0 })).toEqual({ status: 200, body: { busy: null } });
});
