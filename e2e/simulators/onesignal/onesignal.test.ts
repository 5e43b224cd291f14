import { expect, test } from 'vitest';
import { startOneSignal, type OneSignalSimulator } from './onesignal.ts';

const minute = 60_000;

async function post(simulator: OneSignalSimulator, body: object, key = simulator.apiKey): Promise<Response> {
  const push = { app_id: simulator.appId, contents: { en: 'hello' }, ...body };
  const headers = { authorization: `Key ${key}`, 'content-type': 'application/json' };
  return fetch(`${simulator.url}/notifications`, { method: 'POST', headers, body: JSON.stringify(push) });
}

test('the simulated OneSignal answers a right push with an id and says whom it does not know', async () => {
  await using simulator = await startOneSignal({ subscribers: ['kim'] });
  const aliases = { include_aliases: { external_id: ['kim', 'lea'] }, target_channel: 'push' };
  const answer = await post(simulator, aliases);
  expect(await answer.json()).toMatchObject({
    id: simulator.accepted[0]?.id,
    errors: { invalid_aliases: { external_id: ['lea'] } },
  });
  expect(simulator.accepted[0]?.told).toEqual(['kim']);
});

test('the simulated OneSignal tells segments apart', async () => {
  await using simulator = await startOneSignal({ subscribers: ['kim', 'sam'], segments: { Grill: ['sam'] } });
  await post(simulator, { included_segments: ['Grill'] });
  await post(simulator, { included_segments: ['All'] });
  expect(simulator.accepted.map(({ told }) => told)).toEqual([['sam'], ['kim', 'sam']]);
  expect(await (await post(simulator, { included_segments: ['Bar'] })).json()).toMatchObject({ id: '' });
});

test('the simulated OneSignal marks a replay and tells nobody twice', async () => {
  await using simulator = await startOneSignal({ subscribers: ['kim'] });
  const push = { included_segments: ['All'], idempotency_key: '0192f0c1-7b1e-7cc3-98c4-dc0c0c07398f' };
  const first = await post(simulator, push);
  const second = await post(simulator, push);
  expect(first.headers.get('idempotent-replayed')).toBeNull();
  expect(second.headers.get('idempotent-replayed')).toBe('true');
  expect(await second.json()).toEqual(await first.json());
  expect(simulator.accepted).toHaveLength(1);
});

test('the simulated OneSignal refuses what the real one refuses', async () => {
  await using simulator = await startOneSignal({ subscribers: ['kim'] });
  const all = { included_segments: ['All'] };
  const statusOf = async (body: object, key?: string): Promise<number> => (await post(simulator, body, key)).status;
  expect(await statusOf(all, 'wrong')).toBe(401);
  expect(await statusOf({})).toBe(400);
  expect(await statusOf({ ...all, contents: { es: 'hola' } })).toBe(400);
  expect(await statusOf({ ...all, idempotency_key: 'order-1' })).toBe(400);
  expect(await statusOf({ include_aliases: { external_id: ['kim'] } })).toBe(400);
  expect(await statusOf({ ...all, app_id: '5f1b1f63-0000-4000-8000-00000000000f' })).toBe(400);
  expect(simulator.accepted).toEqual([]);
});

test('the simulated OneSignal switches an app off that delivers over ten times its subscribers in 15 minutes', async () => {
  let now = 0;
  await using simulator = await startOneSignal({ subscribers: ['kim', 'sam'], now: () => now });
  const push = { included_segments: ['All'] };
  for (let sent = 0; sent < 10; sent++) expect((await post(simulator, push)).status).toBe(200);
  now = 15 * minute;
  for (let sent = 0; sent < 10; sent++) await post(simulator, push);
  expect(simulator.isDisabled()).toBe(false);
  await post(simulator, push);
  expect(simulator.isDisabled()).toBe(true);
  expect((await post(simulator, push)).status).toBe(403);
});
