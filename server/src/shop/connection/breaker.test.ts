import { expect, test } from 'vitest';
import type { ShopFaultKind } from '@kasera/shared/shop.ts';
import { silentLog } from '../../ops/log.ts';
import type { ShopAnswer, ShopFault } from './answer.ts';
import { createShopBreaker } from './breaker.ts';
import { shopFault } from './shop-fault.ts';

const well: ShopAnswer<unknown> = {
  ...{ type: 'ok', status: 200, data: [], total: null, pages: null, shopTime: null },
};
const failing = (kind: ShopFaultKind, known: Partial<ShopFault> = {}): ShopAnswer<unknown> => ({
  type: 'fault',
  fault: shopFault(kind, known),
});

function bed() {
  const clock = { now: 1_000_000 };
  const breaker = createShopBreaker({ now: () => clock.now, log: silentLog });
  const counts = { asked: 0 };
  const ask = async (answer: ShopAnswer<unknown>, evenPaused = false): Promise<string> => {
    const got = await breaker.through(
      async () => {
        counts.asked += 1;
        return answer;
      },
      { evenPaused },
    );
    return got.type === 'ok' ? 'ok' : got.fault.kind;
  };
  const fail = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time++) await ask(failing('unavailable'));
  };
  return { clock, breaker, counts, ask, fail };
}

test.each<ShopFaultKind>(['unreachable', 'timeout', 'tls', 'unavailable', 'busy'])(
  '[SH8] opens after three times %s in a row',
  async (kind) => {
    const { breaker, ask, counts } = bed();
    await ask(failing(kind));
    await ask(failing(kind));
    expect(breaker.state().open).toBe(false);
    await ask(failing(kind));
    expect(breaker.state().open).toBe(true);
    expect(await ask(well)).toBe('paused');
    expect(counts.asked).toBe(3);
  },
);

test.each<ShopFaultKind>(['unauthorised', 'forbidden', 'not-found', 'refused', 'redirect', 'foreign', 'unreadable'])(
  '[SH8] %s says nothing of the shop’s health',
  async (kind) => {
    const { breaker, ask, fail } = bed();
    await fail(2);
    for (let time = 0; time < 5; time++) await ask(failing(kind));
    await fail(2);
    expect(breaker.state().open).toBe(false);
  },
);

test('[SH8] tries again after 5 s, then 10, 20, 40 and at most 60; one good answer closes it', async () => {
  const { breaker, clock, ask, fail, counts } = bed();
  await fail(3);
  for (const seconds of [5, 10, 20, 40, 60, 60]) {
    expect(breaker.state()).toEqual({ open: true, until: clock.now + seconds * 1_000 });
    clock.now += seconds * 1_000 - 1;
    expect(await ask(well)).toBe('paused');
    clock.now += 1;
    expect(await ask(failing('timeout'))).toBe('timeout');
  }
  expect(counts.asked).toBe(9);
  clock.now += 60_000;
  expect(await ask(well)).toBe('ok');
  expect(breaker.state()).toEqual({ open: false, until: null });
  await fail(3);
  expect(breaker.state().until).toBe(clock.now + 5_000);
});

test('[SH8d] a shop nobody answers for is tried every 5 s, however long it is away', async () => {
  const { breaker, clock, ask } = bed();
  for (let time = 0; time < 3; time++) await ask(failing('unreachable'));
  for (let time = 0; time < 10; time++) {
    expect(breaker.state()).toEqual({ open: true, until: clock.now + 5_000 });
    clock.now += 5_000;
    expect(await ask(failing('unreachable'))).toBe('unreachable');
  }
  clock.now += 5_000;
  expect(await ask(well)).toBe('ok');
});

test('[SH8d] who is not let through is told why', async () => {
  const { breaker, fail } = bed();
  await fail(3);
  const answer = await breaker.through(async () => well, {});
  expect(answer).toMatchObject({ type: 'fault', fault: { kind: 'paused', code: 'unavailable' } });
});

test('[SH8] while it is tried, nothing else waits for the outcome', async () => {
  const { breaker, clock, ask, fail } = bed();
  await fail(3);
  clock.now += 5_000;
  const trial = Promise.withResolvers<ShopAnswer<unknown>>();
  const tried = breaker.through(() => trial.promise, {});
  expect(await ask(well)).toBe('paused');
  expect(breaker.state()).toEqual({ open: true, until: null });
  trial.resolve(well);
  expect((await tried).type).toBe('ok');
  expect(await ask(well)).toBe('ok');
});

test('[SH8] a Retry-After is kept at once, but for an hour at most', async () => {
  const { breaker, clock, ask } = bed();
  await ask(failing('busy', { retryAfterMs: 90_000 }));
  expect(breaker.state()).toEqual({ open: true, until: clock.now + 90_000 });
  clock.now += 89_999;
  expect(await ask(well)).toBe('paused');
  clock.now += 1;
  expect(await ask(failing('unavailable', { retryAfterMs: 86_400_000 }))).toBe('unavailable');
  expect(breaker.state().until).toBe(clock.now + 3_600_000);
});

test('[SH8] a clock that is set back by hours does not prolong the pause', async () => {
  const { clock, ask, fail } = bed();
  await fail(3);
  clock.now -= 7_200_000;
  expect(await ask(well)).toBe('ok');
});

test('[SH8] a person may ask all the same: a good answer closes it, a bad one changes nothing', async () => {
  const { breaker, clock, ask, fail } = bed();
  await fail(3);
  expect(await ask(failing('timeout'), true)).toBe('timeout');
  expect(breaker.state()).toEqual({ open: true, until: clock.now + 5_000 });
  expect(await ask(well, true)).toBe('ok');
  expect(breaker.state()).toEqual({ open: false, until: null });
  expect(await ask(well)).toBe('ok');
});

test('[SH8] what the caller gave up does not count', async () => {
  const { breaker, clock, fail } = bed();
  const signal = AbortSignal.abort();
  for (let time = 0; time < 5; time++) await breaker.through(async () => failing('timeout'), { signal });
  expect(breaker.state().open).toBe(false);
  await fail(3);
  clock.now += 5_000;
  await breaker.through(async () => failing('timeout'), { signal });
  expect(breaker.state()).toEqual({ open: true, until: clock.now + 10_000 });
});

test('[SH8] at most four are on the way and fifty wait; more is not taken', async () => {
  const { breaker } = bed();
  const slow = Promise.withResolvers<ShopAnswer<unknown>>();
  let onTheWay = 0;
  const ask = () =>
    breaker.through(() => {
      onTheWay += 1;
      return slow.promise;
    }, {});
  const all = Array.from({ length: 54 }, ask);
  expect(await ask()).toMatchObject({ fault: { kind: 'paused' } });
  expect(onTheWay).toBe(4);
  expect((await breaker.through(async () => well, { evenPaused: true })).type).toBe('ok');
  slow.resolve(well);
  expect(new Set((await Promise.all(all)).map(({ type }) => type))).toEqual(new Set(['ok']));
});
