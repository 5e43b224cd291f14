import { renameSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorOf, listInbox, listOrders, settled } from './support/api.ts';
import { handTurnedTimers } from './support/hand-turned-timers.ts';
import { heldCommit } from './support/held-commit.ts';
import { healthOf } from './support/health.ts';
import { startKasera } from './support/running-kasera.ts';
import { orderNumbered, recorded } from './support/shop-delivery.ts';
import { until } from './support/until.ts';

test('[IN3] answers 200 only after the request is on disk', async () => {
  const disk = heldCommit();
  await using kasera = await startKasera({ sqlite: { hooks: { commit: disk.commit } } });
  disk.hold();
  let answered = false;
  const answer = kasera.deliver(recorded('order-created-guest')).then((given) => {
    answered = true;
    return given;
  });
  await until(() => disk.waiting() > 0);
  // Whatever else is answered meanwhile, this one is not.
  expect((await kasera.request('/healthz')).status).toBe(200);
  expect(await listInbox(kasera)).toEqual([]);
  expect(answered).toBe(false);
  disk.release();
  expect((await answer).status).toBe(200);
  expect(await listInbox(kasera)).toHaveLength(1);
});

test('[IN3] when COMMIT fails the answer is 503 with Retry-After and nothing is half-written', async () => {
  const disk = heldCommit();
  await using kasera = await startKasera({ sqlite: { hooks: { commit: disk.commit } } });
  disk.fail();
  const answers = await Promise.all([75, 76, 77].map((id) => kasera.deliver(orderNumbered(id))));
  for (const answer of answers) {
    expect(errorOf(answer)).toMatchObject({ status: 503, code: 'cannot-store' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer.text).not.toMatch(/sqlite|disk I\/O|commit/i);
  }
  expect(await listInbox(kasera)).toEqual([]);
  disk.release();
  expect((await kasera.deliver(orderNumbered(75))).status).toBe(200);
  await settled(kasera);
  expect((await listOrders(kasera)).map(({ number }) => number)).toEqual(['75']);
  expect(kasera.database.readPragma('integrity_check')).toBe('ok');
});

test('[IN3] a full disk refuses orders, every screen hears it at once, and it heals by itself', async () => {
  using timers = handTurnedTimers();
  await using kasera = await startKasera();
  using first = await kasera.screen();
  using second = await kasera.screen();
  await kasera.deliver(orderNumbered(75));
  await settled(kasera);
  const before = first.beats.length;
  kasera.database.limitPages(1);
  const answer = await until(async () => {
    const given = await kasera.deliver(orderNumbered(76, { customer_note: 'x'.repeat(60_000) }));
    return given.status === 503 && given;
  });
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  const failing = { state: 'failing', failingSince: kasera.clock.now, reason: 'SQLITE_FULL' };
  for (const { beats } of [first, second]) {
    const beat = await until(() => beats.slice(before).find(({ intake }) => intake.state === 'failing'), 1_000);
    expect(beat.intake).toEqual(failing);
  }
  const bare = await kasera.request('/healthz');
  expect([bare.status, bare.json()]).toEqual([503, { status: 'refusing-orders' }]);
  expect((await healthOf(kasera)).intake).toEqual(failing);
  expect((await first.sync()).beat.intake).toEqual(failing);
  const told = first.beats.length;
  kasera.database.limitPages(1_000_000);
  // Nobody orders anything: the probe finds out.
  await timers.turn(5_000);
  await until(() => first.beats.slice(told).some(({ intake }) => intake.state === 'ok'));
  expect((await kasera.request('/healthz')).status).toBe(200);
  expect((await kasera.deliver(orderNumbered(77))).status).toBe(200);
});

test('[IN3] while the database’s file is gone orders are refused; when it is back they are taken again', async () => {
  await using kasera = await startKasera();
  const { path } = kasera.database;
  renameSync(path, `${path}.away`);
  const refused = await kasera.deliver(orderNumbered(1));
  expect(errorOf(refused)).toMatchObject({ status: 503, code: 'cannot-store' });
  expect((await healthOf(kasera)).intake).toMatchObject({ state: 'failing', reason: 'FILE_GONE' });
  renameSync(`${path}.away`, path);
  expect((await kasera.deliver(orderNumbered(1))).status).toBe(200);
  expect((await healthOf(kasera)).intake).toEqual({ state: 'ok' });
  await settled(kasera);
  expect((await listOrders(kasera)).map(({ number }) => number)).toEqual(['1']);
});

test('[IN3a] a disk that fills while nobody orders is noticed before the next order', async () => {
  using timers = handTurnedTimers();
  await using kasera = await startKasera();
  using screen = await kasera.screen();
  kasera.database.limitPages(1);
  kasera.clock.now += 60_000;
  await timers.turn(5_000);
  await until(() => screen.beats.some(({ intake }) => intake.state === 'failing'));
  expect((await kasera.request('/healthz')).status).toBe(503);
});

test('[IN3b] what was on disk but not carried out when COMMIT began to fail is carried out when it works again', async () => {
  const disk = heldCommit();
  await using kasera = await startKasera({ sqlite: { hooks: { commit: disk.commit } } });
  disk.hold();
  const answer = kasera.deliver(orderNumbered(75));
  await until(() => disk.waiting() > 0);
  disk.failAfter();
  expect((await answer).status).toBe(200);
  await until(() => kasera.logged.some(({ sentence }) => sentence === 'stored requests have to wait'));
  expect((await listInbox(kasera)).map(({ state }) => state)).toEqual(['received']);
  disk.release();
  await settled(kasera);
  expect((await listOrders(kasera)).map(({ number }) => number)).toEqual(['75']);
});
