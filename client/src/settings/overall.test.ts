import { expect, test } from 'vitest';
import { isConnectionWell, overallOf } from './overall.ts';
import { shopView } from './shop-view.fixture.ts';

const check = { name: 'write', found: null, fault: null, code: 'read-only-keys' } as const;

test('[SH1] a connected shop without a fault is well; without a shop nothing is judged', () => {
  expect(overallOf(shopView())).toEqual({ level: 'good', concerns: [] });
  expect(overallOf(shopView({ connection: null, checks: [{ ...check, result: 'failed' }] })).level).toBe('none');
});

test('[SH1] asking alone, without a public address, is well', () => {
  const webhooks = shopView().webhooks.map((one) => ({ ...one, status: 'missing' as const }));
  expect(overallOf(shopView({ publicUrl: null, publicUrlFaults: ['missing'], webhooks })).level).toBe('good');
});

test('[SH2] a webhook that does not work is a remark that leads to the webhooks', () => {
  const [first, ...rest] = shopView().webhooks;
  const webhooks = [{ ...first!, status: 'disabled' as const }, ...rest];
  const expected = { level: 'warn', concerns: [{ what: 'webhooks', section: 'webhooks' }] };
  expect(overallOf(shopView({ webhooks }))).toEqual(expected);
  expect(overallOf(shopView({ publicUrlFaults: ['port'] }))).toEqual(expected);
});

test('[SH2] webhooks over open http work, with a remark', () => {
  expect(overallOf(shopView({ publicUrlFaults: ['plain-http'] }))).toEqual({
    ...{ level: 'warn', concerns: [{ what: 'open', section: 'webhooks' }] },
  });
});

test('[SH1] looks that failed are a remark at once, though the shop does not count as down yet', () => {
  const { asking } = shopView();
  const failing = shopView({ asking: { ...asking, state: 'slow', failingSince: 1, fault: 'unreachable' } });
  expect(overallOf(failing)).toEqual({ level: 'warn', concerns: [{ what: 'failing', section: 'asking' }] });
  expect(overallOf(shopView({ asking: { ...asking, state: 'slow' } })).level).toBe('good');
});

test('[SH4] what needs a person comes first, and the remarks after it', () => {
  const { asking } = shopView();
  const view = shopView({
    suspects: [{ orderId: 'woocommerce:7', number: '7', since: 1 }],
    asking: { ...asking, state: 'down' },
    checks: [
      { ...check, result: 'warning' },
      { ...check, name: 'clock', result: 'failed' },
    ],
  });
  expect(overallOf(view).level).toBe('bad');
  expect(overallOf(view).concerns.map(({ what }) => what)).toEqual(['suspects', 'down', 'checks', 'remark']);
});

test('[SH4] orders that vanished are no fault of the connection; a shop that does not answer is', () => {
  const suspects = [{ orderId: 'woocommerce:7', number: '7', since: 1 }];
  expect(isConnectionWell(shopView({ suspects }))).toBe(true);
  expect(isConnectionWell(shopView({ asking: { ...shopView().asking, state: 'down' } }))).toBe(false);
});
