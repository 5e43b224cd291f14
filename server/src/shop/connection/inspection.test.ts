import { expect, test } from 'vitest';
import type { z } from 'zod';
import { silentLog } from '../../ops/log.ts';
import { createShopClient, type ShopAccess } from './client.ts';
import type { ShopConnection } from './connection.ts';
import type { ShopRequest } from './exchange.ts';
import { openInspection } from './inspection.ts';
import type { RawAnswer } from './read-answer.ts';

const date = 'Fri, 20 Nov 2026 23:34:26 GMT';
const typed = { url: 'shop.example', key: 'ck_1', secret: 'cs_2' };

function bed() {
  const state = {
    now: Date.parse(date),
    down: false,
    keysWork: true,
    connection: null as ShopConnection | null,
    kept: new Map<string, unknown>(),
    asked: 0,
  };
  const json = (status: number, body: unknown): RawAnswer => ({
    ...{ status, headers: { date }, bytes: Buffer.from(JSON.stringify(body)) },
  });
  const exchange = async ({ url }: ShopRequest): Promise<RawAnswer> => {
    state.asked += 1;
    if (state.down) return json(500, {});
    if (url.includes('/wp-json/?')) return json(200, { namespaces: ['wc/v3'], timezone_string: 'Europe/Madrid' });
    if (!state.keysWork) return json(401, { code: 'woocommerce_rest_cannot_view', message: 'no' });
    return url.includes('system_status') ? json(200, { environment: { version: '10.5.0' } }) : json(200, []);
  };
  const clientFor = (access: ShopAccess | null) =>
    createShopClient({ connection: () => access ?? state.connection, now: () => state.now, log: silentLog, exchange });
  const settings = {
    read: async <S extends z.ZodType>(name: string, schema: S, fallback: z.infer<S>): Promise<z.infer<S>> =>
      schema.safeParse(state.kept.get(name)).data ?? fallback,
    write: async (name: string, value: unknown) => void state.kept.set(name, value),
  };
  const connections = {
    current: () => state.connection,
    connect: async (access: ShopAccess) => {
      state.connection = { source: 'woocommerce', ...access, from: 'page', connectedAt: 1 };
      return 'connected' as const;
    },
  };
  const open = () =>
    openInspection({
      ...{ connections, client: clientFor(null), clientFor, settings, now: () => state.now, timeZone: null },
    });
  return { state, open };
}

test('[SH1] a shop is connected only when orders can come from it', async () => {
  const { state, open } = bed();
  const inspection = await open();
  state.keysWork = false;
  const unfit = await inspection.connect(typed);
  expect(unfit).toMatchObject({ type: 'unfit', message: expect.stringContaining('"keys" failed') });
  expect(unfit.type === 'unfit' && unfit.checks.find(({ name }) => name === 'keys')?.result).toBe('failed');
  expect([state.connection, inspection.last()]).toEqual([null, { checks: [], checkedAt: null }]);
  state.keysWork = true;
  expect(await inspection.connect(typed)).toMatchObject({ type: 'connected' });
  expect(state.connection).toMatchObject({ url: 'https://shop.example', key: 'ck_1' });
  expect(inspection.last()).toMatchObject({ checkedAt: state.now, checks: expect.arrayContaining([]) });
});

test('[SH1] an address that cannot be is refused in words, without a request', async () => {
  const { state, open } = bed();
  const outcome = await (await open()).connect({ ...typed, url: 'http://shop.example' });
  expect(outcome).toMatchObject({ type: 'unfit', message: expect.stringContaining('Use https://') });
  expect(state.asked).toBe(0);
});

test('[SH1] what was found with former keys is not kept as a finding of the new ones', async () => {
  const { state, open } = bed();
  const inspection = await open();
  await inspection.connect(typed);
  state.keysWork = false;
  const check = inspection.check();
  state.connection = { ...state.connection!, key: 'ck_9' };
  expect((await check).some(({ result }) => result === 'failed')).toBe(true);
  expect(inspection.last().checks.some(({ result }) => result === 'failed')).toBe(false);
});

test('[SH1] what was found stays known over a restart, and a shop that is down keeps its zone', async () => {
  const { state, open } = bed();
  await (await open()).connect(typed);
  const inspection = await open();
  expect(inspection.timeZone()).toBe('Europe/Madrid');
  expect(inspection.last().checks).toHaveLength(9);
  state.down = true;
  state.now += 60_000;
  const checks = await inspection.check();
  expect(checks.find(({ name }) => name === 'reachable')).toMatchObject({ result: 'failed', fault: 'unavailable' });
  expect(inspection.last()).toEqual({ checks, checkedAt: state.now });
  expect((await open()).timeZone()).toBe('Europe/Madrid');
});

test('[SH1] of another shop nothing is known', async () => {
  const { state, open } = bed();
  const inspection = await open();
  await inspection.connect(typed);
  if (state.connection) state.connection = { ...state.connection, url: 'https://other.example' };
  expect([inspection.last().checkedAt, inspection.timeZone()]).toEqual([null, null]);
  state.connection = null;
  const asked = state.asked;
  expect(await inspection.check()).toEqual([]);
  expect(state.asked).toBe(asked);
});

test('[SH1] two checks at once are one', async () => {
  const { state, open } = bed();
  const inspection = await open();
  await inspection.connect(typed);
  const before = state.asked;
  const [one, other] = await Promise.all([inspection.check(), inspection.check()]);
  expect(one).toBe(other);
  expect(state.asked - before).toBe(4);
});

test('[SH1] the shop of the environment cannot be changed on the page', async () => {
  const { state, open } = bed();
  state.connection = {
    ...typed,
    source: 'woocommerce',
    url: 'https://given.example',
    from: 'environment',
    connectedAt: null,
  };
  expect(await (await open()).connect(typed)).toEqual({ type: 'from-environment' });
  expect(state.asked).toBe(0);
});
