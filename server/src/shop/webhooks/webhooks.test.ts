import { expect, test } from 'vitest';
import { webhookTopics, type ShopFaultKind } from '@kasera/shared/shop.ts';
import { recordingLogs } from '../../../tests/support/recording-logs.ts';
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts';
import { until } from '../../../tests/support/until.ts';
import { migrate } from '../../db/migrate.ts';
import { openSqlite } from '../../db/sqlite.ts';
import type { AskOptions, ShopAnswer, ShopClient } from '../connection/answer.ts';
import { isRestPath } from '../connection/rest-address.ts';
import { planWebhooks, type FoundWebhook } from './webhook-plan.ts';
import { createWebhookStore } from './webhook-store.ts';
import { createShopWebhooks } from './webhooks.ts';

const here = 'https://kitchen.example/webhooks/woocommerce';
const older = 'https://kitchen.example/woocommerce-webhooks-endpoint';
const addresses = { current: here, ours: [here, older], secretMark: 'mark' };
const hook = (topic: string, change: Partial<FoundWebhook> = {}): FoundWebhook => ({
  ...{ id: '1', name: `Kasera: ${topic}`, status: 'active', topic, deliveryUrl: here },
  ...change,
});

test('[SH2a] one webhook per topic: made where there is none, and left alone where it stands as it should', () => {
  expect(planWebhooks([], [], addresses)).toEqual(webhookTopics.map((topic) => ({ type: 'make', topic })));
  const held = [{ topic: 'order.created', webhookId: '1', deliveryUrl: here, secretMark: 'mark' } as const];
  expect(planWebhooks(held, [hook('order.created')], addresses)[0]).toEqual({
    ...{ type: 'keep', topic: 'order.created', id: '1', status: 'active' },
  });
});

test('[SH2b] where our secret has changed, each webhook gets the new one', () => {
  const held = [{ topic: 'order.created', webhookId: '1', deliveryUrl: here, secretMark: 'former' } as const];
  expect(planWebhooks(held, [hook('order.created')], addresses)[0]).toEqual({
    ...{ type: 'change', topic: 'order.created', id: '1', status: 'active' },
  });
});

test.each<[string, FoundWebhook[], object[]]>([
  [
    'of another receiver is not ours',
    [hook('order.created', { deliveryUrl: 'https://other.example/' })],
    [{ type: 'make' }],
  ],
  [
    'made by hand gets our secret',
    [hook('order.created', { name: 'Cocina', deliveryUrl: older })],
    [{ type: 'change', id: '1' }],
  ],
  [
    'that leads to a former address is led here',
    [hook('order.created', { id: '7', deliveryUrl: 'https://old.example/' })],
    [{ type: 'change', id: '7' }],
  ],
  [
    'disabled is replaced',
    [hook('order.created', { id: '7', status: 'disabled' })],
    [{ type: 'replace', id: '7', isOurs: true }],
  ],
  [
    'paused by a person stays paused',
    [hook('order.created', { id: '7', status: 'paused' })],
    [{ type: 'keep', status: 'paused' }],
  ],
  [
    'doubled: the active one stays, the other of ours goes',
    [hook('order.created', { id: '7', status: 'disabled' }), hook('order.created', { id: '8' })],
    [
      { type: 'change', id: '8' },
      { type: 'remove', id: '7' },
    ],
  ],
  [
    'doubled by hand: a person’s own is not removed',
    [hook('order.created', { id: '7' }), hook('order.created', { id: '8', name: 'Cocina' })],
    [{ type: 'keep', id: '7' }],
  ],
])('[SH2b] a webhook %s', (_what, found, steps) => {
  const held = [{ topic: 'order.created', webhookId: '7', deliveryUrl: here, secretMark: 'mark' } as const];
  const planned = planWebhooks(held, found, addresses).filter(({ topic }) => topic === 'order.created');
  expect(planned).toMatchObject(steps);
  expect(planned).toHaveLength(steps.length);
});

/** A shop's `/webhooks`, as far as it matters here. */
function fakeShop() {
  const hooks = new Map<string, FoundWebhook & { secret: string }>();
  const asked: string[] = [];
  let fault: ShopFaultKind | null = null;
  let writeFault: ShopFaultKind | null = null;
  let answers = Promise.resolve();
  let nextId = 1;
  const ok = <T>(data: T): ShopAnswer<never> => ({
    ...{ type: 'ok', status: 200, data: data as never, total: null, pages: null, shopTime: null },
  });
  const refuse = (kind: ShopFaultKind = 'forbidden'): ShopAnswer<never> => ({
    type: 'fault',
    fault: { kind, status: null, code: null, retryAfterMs: null, mayHaveArrived: false },
  });
  /** Answers when it may, unless whoever asks has broken off by then. */
  const answered = async (options: AskOptions | undefined): Promise<ShopAnswer<never> | null> => {
    const brokenOff = new Promise((resolve) => options?.signal?.addEventListener('abort', resolve));
    await Promise.race([answers, brokenOff]);
    return options?.signal?.aborted ? refuse('timeout') : fault && refuse(fault);
  };
  const listed = () =>
    [...hooks.values()].map(({ deliveryUrl, secret: _secret, ...one }) => ({ ...one, delivery_url: deliveryUrl }));
  const client: ShopClient = {
    async get(path, _query, schema, options) {
      asked.push(`GET ${path}`);
      return (await answered(options)) ?? ok(schema.parse(listed()));
    },
    async send(method, path, body, schema, options) {
      asked.push(`${method} ${path}`);
      if (!isRestPath(path)) throw new Error(`the client would not ask for ${path}`);
      const refusal = (await answered(options)) ?? (writeFault && refuse(writeFault));
      if (refusal) return refusal;
      if (method === 'DELETE' && options?.query?.['force'] !== true) return refuse();
      const given = (body ?? {}) as Record<string, string>;
      const id = path.split('/')[1] ?? String(nextId++);
      if (method === 'DELETE') hooks.delete(id);
      else {
        const before = hooks.get(id) ?? hook(given['topic'] ?? '', { id, name: given['name'] ?? '', status: 'active' });
        const deliveryUrl = given['delivery_url'] ?? before.deliveryUrl;
        hooks.set(id, { ...before, deliveryUrl, secret: given['secret'] ?? '' });
      }
      return ok(schema.parse({ id: Number(id), status: 'active' }));
    },
  };
  return {
    ...{ client, hooks, asked, refuse: (kind: ShopFaultKind | null) => void (fault = kind) },
    refuseWriting: (kind: ShopFaultKind | null) => void (writeFault = kind),
    /** Says nothing any more. */
    fallSilent: () => void (answers = new Promise(() => {})),
  };
}

async function harness({ connected = true, refused = false, publicUrl = true } = {}) {
  const folder = temporaryFolder();
  const database = await openSqlite({ path: `${folder.path}/k.sqlite` });
  await migrate({ database, now: () => 1 });
  const shop = fakeShop();
  const clock = { now: 1_000_000 };
  const timers: (() => void)[] = [];
  let pauseMs = 0;
  let lost = 0;
  let ids = 0;
  const store = createWebhookStore({ database, source: 'woocommerce', newId: () => String(++ids).padStart(6, '0') });
  const webhooks = createShopWebhooks({
    ...{ client: shop.client, store, now: () => clock.now, secret: 'kitchen-test-secret', secretMark: 'mark' },
    isConnected: () => connected,
    addresses: () => (publicUrl ? addresses : null),
    isRefused: async () => refused,
    lost: () => void (lost += 1),
    schedule: (run, afterMs) => {
      timers.push(run);
      pauseMs = afterMs;
      return () => void timers.splice(timers.indexOf(run), 1);
    },
    log: recordingLogs().logs.of('shop'),
  });
  const beginLook = () => {
    webhooks.wake();
    timers.splice(0).forEach((run) => run());
  };
  /** The look ends with the next one being put off. */
  const look = async () => {
    beginLook();
    await until(() => timers.length > 0);
  };
  webhooks.start();
  return {
    ...{ webhooks, shop, store, clock, beginLook, look, lost: () => lost, pauseMs: () => pauseMs },
    async [Symbol.asyncDispose]() {
      await webhooks.stop();
      await database[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

test('[SH2a] makes the five with its secret, and a second look changes nothing', async () => {
  await using bed = await harness();
  await bed.look();
  expect([...bed.shop.hooks.values()].map(({ topic, deliveryUrl, secret }) => [topic, deliveryUrl, secret])).toEqual(
    webhookTopics.map((topic) => [topic, here, 'kitchen-test-secret']),
  );
  expect(bed.webhooks.states().map(({ status }) => status)).toEqual(webhookTopics.map(() => 'active'));
  bed.shop.asked.length = 0;
  await bed.look();
  expect(bed.shop.asked).toEqual(['GET webhooks']);
  expect(await bed.webhooks.records()).toHaveLength(5);
});

test('[SH2b] a disabled one is replaced by a new one, which is on record and on the board, and the shop is asked at once', async () => {
  await using bed = await harness();
  await bed.look();
  const created = bed.shop.hooks.get('1');
  bed.shop.hooks.set('1', { ...created!, status: 'disabled' });
  bed.clock.now += 60_000;
  await bed.look();
  expect([...bed.shop.hooks.values()].filter(({ topic }) => topic === 'order.created')).toMatchObject([
    { id: '6', status: 'active' },
  ]);
  expect(bed.lost()).toBe(1);
  expect((await bed.webhooks.records())[0]).toEqual({
    ...{ at: bed.clock.now, topic: 'order.created', what: 'replaced', fault: null },
  });
  expect(await bed.webhooks.notices(bed.clock.now)).toEqual([
    { code: 'webhook-replaced', level: 'info', count: 1, at: bed.clock.now },
  ]);
  expect(await bed.webhooks.notices(bed.clock.now + 25 * 3_600_000)).toEqual([]);
});

test('[SH2c] a shop that refuses is said once on record, on the board, and tried again', async () => {
  await using bed = await harness();
  bed.shop.refuseWriting('refused');
  await bed.look();
  await bed.look();
  expect(await bed.webhooks.notices(bed.clock.now)).toEqual([
    { code: 'webhook-broken', level: 'error', error: 'refused' },
  ]);
  expect((await bed.webhooks.records()).filter(({ what }) => what === 'failed')).toHaveLength(5);
  bed.shop.refuseWriting(null);
  await bed.look();
  expect(await bed.webhooks.notices(bed.clock.now)).toEqual([]);
});

test('[SH2c] keys that may only read are a way to run: a warning, and asked again after minutes', async () => {
  await using bed = await harness();
  bed.shop.refuseWriting('unauthorised');
  await bed.look();
  expect(await bed.webhooks.notices(bed.clock.now)).toMatchObject([{ code: 'webhook-broken', level: 'warning' }]);
  expect(bed.pauseMs()).toBe(180_000);
});

test('[SH2c] a shop that is away is not said to have broken webhooks, unless it lasts', async () => {
  await using bed = await harness();
  await bed.look();
  bed.shop.refuse('unreachable');
  await bed.look();
  expect(await bed.webhooks.notices(bed.clock.now)).toEqual([]);
  bed.clock.now += 11 * 60_000;
  await bed.look();
  expect(await bed.webhooks.notices(bed.clock.now)).toMatchObject([{ code: 'webhook-broken', error: 'unreachable' }]);
});

test('[SH2c] stopping breaks off what a silent shop holds up, and puts nothing on record', async () => {
  await using bed = await harness();
  bed.shop.fallSilent();
  bed.beginLook();
  await until(() => bed.shop.asked.length > 0);
  await bed.webhooks.stop();
  expect(await bed.webhooks.records()).toEqual([]);
});

test('[SH2f] before the keys are forgotten our webhooks are taken out of the shop, a person’s own is not', async () => {
  await using bed = await harness();
  await bed.look();
  bed.shop.hooks.set('99', {
    ...hook('order.created', { id: '99', name: 'Cocina' }),
    deliveryUrl: 'https://x.es/',
    secret: '',
  });
  expect(await bed.webhooks.withdraw()).toBe('removed');
  expect([...bed.shop.hooks.keys()]).toEqual(['99']);
  expect((await bed.webhooks.records()).slice(0, 5).map(({ what }) => what)).toEqual(Array(5).fill('removed'));
  await bed.look();
  expect(bed.shop.hooks.size).toBe(6);
});

test('[SH2f] it says so where some had to be left, and where there were none', async () => {
  await using bed = await harness();
  expect(await bed.webhooks.withdraw()).toBe('none');
  await bed.look();
  bed.shop.refuse('unreachable');
  expect(await bed.webhooks.withdraw()).toBe('left');
});

test.each([
  ['no shop', { connected: false }],
  ['no PUBLIC_URL', { publicUrl: false }],
  ['an address WordPress would refuse', { refused: true }],
])('[SH2d] with %s the shop is not even asked', async (_what, setting) => {
  await using bed = await harness(setting);
  await bed.look();
  expect(bed.shop.asked).toEqual([]);
  expect(bed.webhooks.states()[0]?.status).toBe('unknown');
});

test('[SH2e] for another shop the former one’s webhooks are forgotten', async () => {
  await using bed = await harness();
  await bed.look();
  bed.shop.hooks.clear();
  bed.webhooks.wake(true);
  await bed.look();
  expect(bed.shop.hooks.size).toBe(5);
});
