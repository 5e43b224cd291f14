import { expect, test } from 'vitest';
import type { ContactState } from '../intake/shop-contact.ts';
import { lowDiskSpace } from './disk.ts';
import { gatherNotices, type NoticesDeps } from './notices.ts';

const connected: ContactState = {
  lastSignedAt: 1,
  lastPingAt: null,
  signatureFailures: 0,
  lastSignatureFailureAt: null,
  noPermissionAt: null,
};

const quiet: NoticesDeps = {
  contact: () => connected,
  inbox: { failed: async () => 0 },
  store: { counts: async () => ({ open: 0, leftOpen: 0, arrivedLate: 0 }) },
  lowDiskSpace: async () => null,
  pushNotices: async () => [],
  shopNotices: async () => [],
  screenNotices: () => [],
  unclaimed: async () => [],
  isAsking: () => false,
  kitchenId: 'main',
};

test('[BD4] where all is well nothing is said', async () => {
  expect(await gatherNotices(quiet, 0)).toEqual([]);
});

test('[RT3] little disk left is said, with how much', async () => {
  const notices = await gatherNotices({ ...quiet, lowDiskSpace: async () => 1_000 }, 0);
  expect(notices).toEqual([{ code: 'disk-low', level: 'error', freeBytes: 1_000 }]);
});

test('[RT3] a disk that cannot be asked is not called full', async () => {
  expect(await lowDiskSpace('/nowhere/at/all')).toBeNull();
});

test('[SH1] a shop that is asked needs no webhook: that none came is no news then', async () => {
  const unheard = { ...connected, lastSignedAt: null };
  const said = async (deps: Partial<NoticesDeps>) =>
    (await gatherNotices({ ...quiet, contact: () => unheard, ...deps }, 0)).map(({ code }) => code);
  expect(await said({})).toEqual(['shop-not-connected']);
  expect(await said({ isAsking: () => true })).toEqual([]);
});

test('[BO11a] what is wrong with screens and lines is said with the rest, the gravest first', async () => {
  const notices = await gatherNotices(
    {
      ...quiet,
      screenNotices: (now) => [{ code: 'station-no-screen', level: 'error', name: 'GRILL', at: now }],
      unclaimed: async () => [{ code: 'items-unclaimed', level: 'warning', count: 2, name: 'Pan' }],
      shopNotices: async () => [{ code: 'webhook-replaced', level: 'info', at: 1 }],
    },
    7,
  );
  expect(notices.map(({ code }) => code)).toEqual(['station-no-screen', 'items-unclaimed', 'webhook-replaced']);
  expect(notices[0]).toMatchObject({ at: 7 });
});
