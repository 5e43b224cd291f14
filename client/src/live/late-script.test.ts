import { expect, test } from 'vitest';
import { lateScript, loadScript } from './late-script.ts';
import { loadAnew } from './loading-page.ts';
import { mayReload } from './may-reload.ts';

/** A page before a server that is there when the test says; waiting for it makes it there. */
function setUp({ isThere = true, worn = false } = {}) {
  const did: string[] = [];
  const server = { isThere };
  const page = {
    isThere: () => Promise.resolve(server.isThere),
    wait() {
      did.push('waited');
      server.isThere = true;
      return Promise.resolve();
    },
    reload(isForced = false) {
      did.push(isForced ? 'reloaded all the same' : 'reloaded');
      return !worn || isForced;
    },
  };
  const load = () => {
    did.push('loaded');
    return Promise.resolve('script');
  };
  return { did, page, load, server };
}
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

test('[BO10a] a late script is asked for when the server is there: browsers ask for none twice', async () => {
  const { did, page, load } = setUp({ isThere: false });
  const script = lateScript(load, page);
  expect([await script.come(), await script.come()]).toEqual(['script', 'script']);
  expect(did).toEqual(['waited', 'loaded']);
});

test('[BO10a] who needs it now is told that it cannot be had, and has it once it is here', async () => {
  const { did, page, load, server } = setUp({ isThere: false });
  const script = lateScript(load, page);
  expect(await script.now()).toBe(null);
  server.isThere = true;
  expect(await script.now()).toBe('script');
  server.isThere = false;
  expect(await script.now()).toBe('script');
  expect(did).toEqual(['loaded']);
});

test('[BO10a] where one could not be fetched all the same, the page is loaded anew when the server is there', async () => {
  const { did, page } = setUp({ isThere: false });
  void loadScript(() => Promise.reject(new Error('lost')), page);
  await settle();
  expect(did).toEqual(['waited', 'reloaded']);
});

test('[BD7.3] a page that was loaded anew too often rests first, and is loaded only while the server is there', async () => {
  const { did, page, server } = setUp({ worn: true });
  const rest = () => {
    did.push('rested');
    server.isThere = false;
    return Promise.resolve();
  };
  await loadAnew({ ...page, rest });
  expect(did).toEqual(['waited', 'reloaded', 'rested', 'waited', 'reloaded all the same']);
  did.length = 0;
  await loadAnew(page);
  expect(did).toEqual(['waited', 'reloaded']);
});

test('[BO10a] a page that was loaded anew three times in ten minutes stays as it is', () => {
  const minute = 60_000;
  expect(mayReload([], 0)).toBe(true);
  expect(mayReload([0, minute], 2 * minute)).toBe(true);
  expect(mayReload([0, minute, 2 * minute], 3 * minute)).toBe(false);
  expect(mayReload([0, minute, 2 * minute], 10 * minute)).toBe(true);
});
