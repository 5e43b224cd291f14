import { expect, test } from 'vitest';
import type { ShopAsking } from '@kasera/shared/shop.ts';
import type { Notice } from '@kasera/shared/socket.ts';
import type { ContactState } from '../intake/shop-contact.ts';
import { createBeatSource } from './beat.ts';

const notAsking: ShopAsking = {
  ...{ state: 'off', checkedAt: null, everyMs: 10_000, failingSince: null, fault: null, catchUp: null },
};

function harness() {
  const state: { notices: Notice[]; contact: ContactState } = {
    notices: [],
    contact: {
      lastSignedAt: null,
      lastPingAt: null,
      signatureFailures: 0,
      lastSignatureFailureAt: null,
      noPermissionAt: null,
    },
  };
  const beats = createBeatSource({
    ...{ epoch: 'e', build: 'b', seq: () => 7, now: () => 1_000 },
    intake: () => ({ state: 'ok' }),
    contact: () => state.contact,
    asking: () => notAsking,
    shopUrl: () => null,
    gatherNotices: async () => state.notices,
  });
  return { state, beats };
}

test('[BD4] a notice that comes, grows or goes is news, and so are the first ping and the first good delivery', async () => {
  const { state, beats } = harness();
  await beats.refresh();
  const news: boolean[] = [];
  const changes: (() => void)[] = [
    () => (state.notices = [{ code: 'signature-failing', level: 'error', count: 1 }]),
    () => (state.notices = [{ code: 'signature-failing', level: 'error', count: 2 }]),
    () => (state.notices = []),
    () => (state.contact = { ...state.contact, lastPingAt: 900 }),
    () => (state.contact = { ...state.contact, lastSignedAt: 950 }),
  ];
  for (const change of changes) {
    change();
    news.push(await beats.refresh());
  }
  expect(news).toEqual([true, true, true, true, true]);
  expect(beats.current()).toMatchObject({ shopHeardAt: 950, shopPingedAt: 900, notices: [] });
});

test('[BD4] the same again, another time of it or a little less disk is no news', async () => {
  const { state, beats } = harness();
  state.notices = [{ code: 'disk-low', level: 'error', freeBytes: 100_000 }];
  state.contact = { ...state.contact, lastSignedAt: 1 };
  await beats.refresh();
  state.notices = [{ code: 'disk-low', level: 'error', freeBytes: 99_000 }];
  state.contact = { ...state.contact, lastSignedAt: 2 };
  expect(await beats.refresh()).toBe(false);
});
