import { expect, test } from 'vitest';
import type { ShopAsking } from '@kasera/shared/shop.ts';
import type { LiveScreen, Notice } from '@kasera/shared/socket.ts';
import type { ContactState } from '../intake/shop-contact.ts';
import { createBeatSource } from './beat.ts';

const notAsking: ShopAsking = {
  ...{ state: 'off', checkedAt: null, everyMs: 10_000, failingSince: null, fault: null, catchUp: null },
};

function harness() {
  const state: { notices: Notice[]; contact: ContactState; screens: LiveScreen[] } = {
    notices: [],
    screens: [],
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
    screens: () => state.screens,
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

test('[BO11a] another station without a screen, or another deaf screen, is news though there are as many', async () => {
  const { state, beats } = harness();
  const says = async (...notices: Notice[]) => {
    state.notices = notices;
    return beats.refresh();
  };
  await says({ code: 'station-no-screen', level: 'error', name: 'GRILL', at: 1 });
  expect(await says({ code: 'station-no-screen', level: 'error', name: 'FRY', at: 1 })).toBe(true);
  await says({ code: 'screens-deaf', level: 'warning', count: 1, name: 'Wall' });
  expect(await says({ code: 'screens-deaf', level: 'error', count: 1, name: 'Wall' })).toBe(true);
});

test('[BO12a] every beat names the screens of that moment', () => {
  const { state, beats } = harness();
  expect(beats.current().screens).toEqual([]);
  const report = { name: 'Wall', page: 'board', stations: null, sound: 'on', awake: true, visible: true } as const;
  state.screens = [{ id: 's1', since: 5, ...report }];
  expect(beats.current().screens).toMatchObject([{ id: 's1', name: 'Wall' }]);
});
