import { expect, test } from 'vitest';
import { openAsking, type AskingBench } from '../../../tests/support/asking.ts';
import { faultOf, timeText } from '../../../tests/support/fake-shop.ts';
import { until } from '../../../tests/support/until.ts';
import type { AskingDeps } from './asking.ts';

const hour = 3_600_000;
const lists = ({ shop }: AskingBench) => shop.requests.filter(({ query }) => query['modified_after'] !== undefined);

test('[SH3b] another address begins anew, with nothing of the former shop’s', async () => {
  await using bench = await openAsking();
  bench.shop.set(7);
  await bench.look();
  bench.connected = { source: 'woocommerce', url: 'https://other.example' };
  bench.asking.wake();
  expect(bench.asking.state()).toMatchObject({ state: 'asking', checkedAt: null });
  bench.shop.requests.length = 0;
  await bench.look();
  expect(lists(bench)[0]?.query['modified_after']).toBe(timeText(bench.shop.now - 24 * hour));
});

test('[SH3b] an answer of a shop that is no longer connected is thrown away', async () => {
  await using bench = await openAsking();
  bench.shop.set(7);
  bench.shop.meanwhile = () => {
    bench.connected = null;
    bench.asking.wake();
    return undefined;
  };
  await bench.look();
  expect(bench.signalled).toEqual([]);
  await bench.look();
  expect(bench.asking.state()).toMatchObject({ state: 'off', failingSince: null });
});

test('[SH3] stopping breaks off what is under way, and stores nothing of it', async () => {
  let asked = 0;
  const client: AskingDeps['client'] = {
    get: (_path, _query, _schema, options) =>
      new Promise((resolve) => {
        asked++;
        options?.signal?.addEventListener('abort', () => resolve({ type: 'fault', fault: faultOf('timeout') }));
      }),
  };
  await using bench = await openAsking({ client });
  bench.beginLook();
  await until(() => asked === 1);
  await bench.asking.stop();
  expect(bench.asking.state()).toMatchObject({ failingSince: null, checkedAt: null });
  expect(asked).toBe(1);
});

test('[SH3] without a shop nothing is asked', async () => {
  await using bench = await openAsking({ connected: () => null });
  await bench.look();
  expect(bench.shop.requests).toEqual([]);
  expect(bench.asking.state()).toMatchObject({ state: 'off', checkedAt: null });
});
