import { expect, test } from 'vitest';
import { openAsking } from '../../../tests/support/asking.ts';
import { faultOf } from '../../../tests/support/fake-shop.ts';

const minute = 60_000;
const hour = 60 * minute;

test('[SH3e] it asks every 10 s, less often while the shop is slow, and says so', async () => {
  await using bench = await openAsking();
  await bench.look();
  expect(bench.pauseMs).toBe(10_000);
  bench.shop.meanwhile = () => {
    bench.pass(5_000);
    return undefined;
  };
  await bench.look();
  expect(bench.pauseMs).toBe(20_000);
  expect(bench.asking.state()).toMatchObject({ state: 'slow', everyMs: 20_000 });
});

test('[SH3e] after hours without a sign of life it asks once a minute, until there is one', async () => {
  await using bench = await openAsking();
  await bench.look();
  bench.pass(6 * hour);
  await bench.look();
  expect(bench.pauseMs).toBe(60_000);
  bench.heardAt = bench.now;
  await bench.look();
  expect(bench.pauseMs).toBe(10_000);
  bench.heardAt = null;
  await bench.look();
  expect(bench.pauseMs).toBe(60_000);
  bench.shop.set(1);
  await bench.look();
  expect(bench.pauseMs).toBe(10_000);
  expect(await bench.told()).toEqual([['1']]);
});

test('[SH3e] a failing shop is asked less and less often, and at once as usual when it is back', async () => {
  await using bench = await openAsking();
  await bench.look();
  const checkedAt = bench.now;
  bench.shop.meanwhile = () => 'unavailable';
  const pauses: number[] = [];
  for (let look = 0; look < 5; look++) {
    await bench.look();
    pauses.push(bench.pauseMs);
  }
  expect(pauses).toEqual([10_000, 20_000, 40_000, 60_000, 60_000]);
  expect(bench.asking.state()).toMatchObject({ state: 'down', checkedAt, fault: 'unavailable' });
  expect(await bench.codes()).toEqual(['shop-down']);
  bench.shop.meanwhile = () => undefined;
  await bench.look();
  expect(bench.asking.state()).toMatchObject({
    state: 'asking',
    failingSince: null,
    fault: null,
    checkedAt: bench.now,
  });
  expect(await bench.codes()).toEqual([]);
});

test('[SH3e] a shop that nobody answers for is asked on as usual: who comes back is heard within one interval', async () => {
  await using bench = await openAsking();
  bench.shop.meanwhile = () => 'unreachable';
  for (let look = 0; look < 9; look++) {
    await bench.look();
    expect(bench.pauseMs).toBe(10_000);
  }
});

test('[SH3e] `Retry-After` is obeyed, also when somebody wants it to look now', async () => {
  await using bench = await openAsking();
  bench.shop.meanwhile = () => faultOf('busy', { status: 429, retryAfterMs: 120_000 });
  await bench.look();
  expect(bench.pauseMs).toBe(120_000);
  const asked = bench.shop.requests.length;
  bench.asking.wake();
  await bench.look();
  expect(bench.shop.requests.length).toBe(asked);
  expect(bench.pauseMs).toBeGreaterThan(119_000);
});

test('[SH3e] a person who finds the shop well, and a clock that is set back, end its leave', async () => {
  await using bench = await openAsking();
  const busy = () => faultOf('unavailable', { status: 503, retryAfterMs: 3_600_000 });
  bench.shop.meanwhile = busy;
  await bench.look();
  const asked = bench.shop.requests.length;
  bench.asking.goOn();
  await bench.look();
  expect(bench.shop.requests.length).toBe(asked + 1);
  expect(bench.pauseMs).toBeGreaterThan(3_500_000);
  bench.now -= 2 * hour;
  bench.asking.wake();
  await bench.look();
  expect(bench.shop.requests.length).toBe(asked + 2);
});

test('[SH3e] keys that are refused are said as such at once, and not as a shop that is down', async () => {
  await using bench = await openAsking();
  bench.shop.meanwhile = () => 'unauthorised';
  await bench.look();
  expect(await bench.codes()).toEqual(['shop-keys-refused']);
  bench.pass(5 * minute);
  expect(await bench.codes()).toEqual(['shop-keys-refused']);
  expect(bench.asking.state().state).toBe('down');
  bench.shop.meanwhile = () => 'paused';
  await bench.look();
  expect(await bench.codes()).toEqual(['shop-keys-refused']);
});

test('[SH8d] a look that is not let through, because others met the fault first, says that fault', async () => {
  await using bench = await openAsking();
  bench.shop.meanwhile = () => faultOf('paused', { retryAfterMs: 5_000, code: 'unreachable' });
  await bench.look();
  expect(bench.asking.state()).toMatchObject({ state: 'slow', fault: 'unreachable' });
});
