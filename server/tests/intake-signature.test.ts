import { expect, test } from 'vitest';
import { errorOf, listInbox, listOrders, settled } from './support/api.ts';
import { healthOf, noticesOf } from './support/health.ts';
import { startKasera, type RunningKasera } from './support/running-kasera.ts';
import { capturesSecret, hookdeckSecret, recorded, sign, type Delivery } from './support/shop-delivery.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const paths = ['/webhooks/woocommerce', '/woocommerce-webhooks-endpoint'];

test.each(paths)('[IN1] %s takes a delivery with the right signature', async (path) => {
  await using kasera = await startKasera();
  const answer = await kasera.deliver(recorded('order-created-guest'), path);
  expect([answer.status, answer.json()]).toEqual([200, { status: 'accepted', id: expect.any(String) as string }]);
  await settled(kasera);
  expect((await listOrders(kasera)).map(({ number }) => number)).toEqual(['74']);
});

test.each(paths)('[IN1] %s turns a wrong or missing signature away and stores nothing', async (path) => {
  await using kasera = await startKasera();
  const { body, headers } = recorded('order-created-guest');
  const right = sign(body, capturesSecret);
  const wrong: (string | undefined)[] = [
    undefined,
    '',
    'x',
    sign(body, 'another secret'),
    right.toLowerCase(),
    right.slice(0, -1),
    `${right} `.padEnd(60, 'A'),
    sign(JSON.stringify(JSON.parse(body.toString('utf8'))), capturesSecret),
  ];
  for (const signature of wrong) {
    const answer = await kasera.deliver({ body, headers: { ...headers, 'x-wc-webhook-signature': signature } }, path);
    expect(errorOf(answer)).toMatchObject({ status: 401, code: 'signature' });
    expect(answer.text).not.toContain(right);
  }
  const altered = Buffer.concat([body, Buffer.from(' ')]);
  expect((await kasera.deliver({ body: altered, headers }, path)).status).toBe(401);
  expect(await listInbox(kasera)).toEqual([]);
  expect(await listOrders(kasera)).toEqual([]);
});

function throughHookdeck(signatures: Record<string, string>): Delivery {
  const { body, headers } = recorded('order-created-guest');
  const { 'x-wc-webhook-signature': _own, ...rest } = headers;
  return { body, headers: { ...rest, ...signatures, 'x-hookdeck-eventid': 'evt_1' } };
}

test('[IN1] Hookdeck’s signature is enough, also the second one it sends while its secret changes', async () => {
  const { body } = recorded('order-created-guest');
  const right = sign(body, hookdeckSecret);
  const wrong = sign(body, 'the other secret');
  for (const signatures of [
    { 'x-hookdeck-signature': right },
    { 'x-hookdeck-signature': wrong, 'x-hookdeck-signature-2': right },
    { 'x-hookdeck-signature': right, 'x-hookdeck-signature-2': wrong },
  ]) {
    await using kasera = await startKasera();
    expect((await kasera.deliver(throughHookdeck(signatures))).status).toBe(200);
    const [request] = await settled(kasera);
    expect(request).toMatchObject({ state: 'processed', deliveryId: 'evt_1' });
  }
});

test('[IN1] Hookdeck’s headers prove nothing without its secret, or with a wrong signature', async () => {
  const { body, headers } = recorded('order-created-guest');
  await using without = await startKasera({ secrets: { hookdeckSecret: null } });
  await using kasera = await startKasera();
  const right = throughHookdeck({ 'x-hookdeck-signature': sign(body, hookdeckSecret) });
  expect((await without.deliver(right)).status).toBe(401);
  expect((await kasera.deliver(throughHookdeck({ 'x-hookdeck-signature': sign(body, 'no') }))).status).toBe(401);
  // The shop's own signature passes; then the event id beside it is anybody's word and is not believed.
  expect((await kasera.deliver({ body, headers: { ...headers, 'x-hookdeck-eventid': 'evt_forged' } })).status).toBe(
    200,
  );
  expect((await settled(kasera)).map(({ deliveryId }) => deliveryId)).toEqual([headers['x-wc-webhook-delivery-id']]);
});

test('[IN1] wrong signatures with the shop’s headers are counted on /healthz and the board until a good one', async () => {
  await using kasera = await startKasera();
  using screen = await kasera.screen();
  const { body, headers } = recorded('order-created-guest');
  const wrong = { body, headers: { ...headers, 'x-wc-webhook-signature': sign(body, 'typed wrong') } };
  await kasera.deliver(wrong);
  await kasera.deliver(wrong);
  await kasera.deliver({ body, headers: { 'content-type': 'application/json' } });
  const failing = { code: 'signature-failing', level: 'error', count: 2, at: kasera.clock.now };
  expect(await noticesOf(kasera)).toContainEqual(failing);
  expect((await screen.sync()).beat.notices).toContainEqual(failing);
  await kasera.deliver({ body, headers });
  expect(await codes(kasera)).not.toContain('signature-failing');
});

test('[IN1] the count of wrong signatures outlives a restart', async () => {
  using folder = temporaryFolder();
  {
    await using kasera = await startKasera({ dataDir: folder.path });
    const { body, headers } = recorded('order-created-guest');
    await kasera.deliver({ body, headers: { ...headers, 'x-wc-webhook-signature': 'wrong' } });
  }
  await using again = await startKasera({ dataDir: folder.path });
  expect(await noticesOf(again)).toContainEqual(expect.objectContaining({ code: 'signature-failing', count: 1 }));
});

test.each(paths)('[IN2] the ping gets exactly 200 at %s and creates nothing', async (path) => {
  await using kasera = await startKasera();
  const ping = recorded('ping');
  const answer = await kasera.deliver(ping, path);
  expect([answer.status, answer.json()]).toEqual([200, { status: 'ping' }]);
  const forwarded = { ...ping, headers: { ...ping.headers, 'x-hookdeck-signature': sign(ping.body, hookdeckSecret) } };
  expect((await kasera.deliver(forwarded, path)).status).toBe(200);
  expect(await listInbox(kasera)).toEqual([]);
  expect(await listOrders(kasera)).toEqual([]);
});

test('[IN2] a ping says "reached, not proven" and is no sign of life; a signed delivery is', async () => {
  await using kasera = await startKasera();
  expect(await codes(kasera)).toContain('shop-not-connected');
  await kasera.deliver(recorded('ping'));
  const pinged = await healthOf(kasera);
  expect(pinged).toMatchObject({ shopHeardAt: null, shopPingedAt: kasera.clock.now });
  expect(pinged.notices.map(({ code }) => code)).toContain('shop-reached-unproven');
  expect(pinged.notices.map(({ code }) => code)).not.toContain('shop-not-connected');
  await kasera.deliver(recorded('order-created-guest'));
  expect(await healthOf(kasera)).toMatchObject({ shopHeardAt: kasera.clock.now });
  expect(await codes(kasera)).not.toContain('shop-reached-unproven');
});

test('[IN2] what only resembles a ping is turned away', async () => {
  await using kasera = await startKasera();
  const { headers } = recorded('ping');
  for (const body of ['webhook_id=', 'webhook_id=1&status=processing', 'webhook_id=abc', 'webhook_id=1\n', '']) {
    expect((await kasera.deliver({ headers, body: Buffer.from(body) })).status).toBe(401);
  }
  const withTopic = { ...headers, 'x-wc-webhook-topic': 'order.created' };
  expect((await kasera.deliver({ headers: withTopic, body: Buffer.from('webhook_id=1') })).status).toBe(401);
});

async function codes(kasera: RunningKasera): Promise<string[]> {
  return (await noticesOf(kasera)).map(({ code }) => code);
}
