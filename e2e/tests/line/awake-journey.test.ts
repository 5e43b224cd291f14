import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { boardOn, eventually, type BoardPage } from '../../support/board-page.ts';
import { journey } from '../../support/journey.ts';
import type { Asked } from '../../support/kitchen-api.ts';

/** What the browser gave this page to stay awake by. */
declare global {
  interface Window {
    kaseraLocks: WakeLockSentinel[];
  }
}

const again = { es: 'Volver a pantalla completa', en: 'Fill the screen again' };
const noMore = 'No full screen here';
const fill = 'Fill the whole screen';

journey(
  '[BO10] a browser that keeps a screen awake only after a touch does so from the first one, and again when it is back in front',
  async ({ browser, kasera, screen }) => {
    const kitchen = await kasera();
    const board = boardOn(await screen('about:blank'));
    await board.page.addInitScript(noteLocks);
    await board.page.goto(kitchen.boardLink);
    await board.page.getByText(board.words.emptyTitle).waitFor();
    await board.untilEquipped();
    // As an iPad, this browser has refused what nobody touched for.
    await eventually(() => isAwake(kitchen)).toEqual([false]);
    expect(await locks(board)).toEqual([]);
    await allowWakeLock(browser, board);
    await board.page.mouse.click(5, 400);
    await eventually(() => locks(board)).toEqual(['held']);
    await eventually(() => isAwake(kitchen)).toEqual([true]);
    await board.page.mouse.click(5, 400);

    await show(board, 'hidden');
    await eventually(() => isAwake(kitchen)).toEqual([false]);
    expect(await locks(board)).toEqual(['released']);
    await show(board, 'visible');
    await eventually(() => locks(board)).toEqual(['released', 'held']);
    await eventually(() => isAwake(kitchen)).toEqual([true]);
  },
);

journey(
  '[BO10] a full screen that a reload ended is offered again in one tap, until somebody wants none',
  async ({ kasera, screen }) => {
    const kitchen = await kasera();
    const board = boardOn(await screen(kitchen.boardLink));
    const { page, words } = board;
    await page.evaluate(() => localStorage.setItem('kasera.setUp', 'yes'));
    await page.reload();
    await page.getByRole('button', { name: words.settings }).click();
    await page.getByRole('button', { name: fill }).click();
    await eventually(() => isFull(board)).toBe(true);

    await page.reload();
    await eventually(() => isFull(board)).toBe(false);
    await page.getByRole('button', { name: again.en }).click();
    await eventually(() => isFull(board)).toBe(true);
    await page.getByRole('button', { name: again.en }).waitFor({ state: 'detached' });

    await page.evaluate(() => localStorage.setItem('kasera.language', 'es'));
    await page.reload();
    await page.getByRole('button', { name: again.es }).waitFor();
    await page.evaluate(() => localStorage.setItem('kasera.language', 'en'));
    await page.reload();
    await page.getByRole('button', { name: noMore }).click();
    await page.getByRole('button', { name: again.en }).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText(words.emptyTitle).waitFor();
    await board.untilEquipped();
    expect(await page.getByRole('button', { name: again.en }).count()).toBe(0);
  },
);

journey('[BO10] a browser finds nothing that would keep it from installing the board', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  const { page } = await screen(kitchen.boardLink);
  const session = await page.context().newCDPSession(page);
  const { errors, url } = await session.send('Page.getAppManifest');
  expect([new URL(url).pathname, errors]).toEqual(['/manifest.webmanifest', []]);
  expect((await session.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
});

journey('[BO10] no page that is as high as its screen has bars to scroll it by', async ({ kasera, screen }) => {
  const kitchen = await kasera();
  const { page } = await screen(kitchen.boardLink);
  for (const path of ['/board', '/handover', '/pickup']) {
    await page.goto(kitchen.url + path);
    await page.locator('main').first().waitFor();
    const over = () => page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
    await eventually(over).toBe(0);
  }
});

/** Runs in the page before anything else there. It must not use anything from outside itself. */
function noteLocks(): void {
  window.kaseraLocks = [];
  const { wakeLock } = navigator;
  const request = wakeLock.request.bind(wakeLock);
  wakeLock.request = async (type) => {
    const lock = await request(type);
    window.kaseraLocks.push(lock);
    return lock;
  };
}

function locks({ page }: BoardPage): Promise<string[]> {
  return page.evaluate(() => window.kaseraLocks.map(({ released }) => (released ? 'released' : 'held')));
}

async function allowWakeLock(browser: Browser, { page }: BoardPage): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  const { browserContextId } = targetInfo;
  const all = await browser.newBrowserCDPSession();
  await all.send('Browser.grantPermissions', {
    permissions: ['wakeLockScreen'],
    ...(browserContextId && { browserContextId }),
  });
}

/** A headless page is always in front: what a browser does to one that is not is done here by hand. */
async function show({ page }: BoardPage, state: DocumentVisibilityState): Promise<void> {
  await page.evaluate(async (visibility) => {
    Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
    if (visibility === 'hidden') await Promise.all(window.kaseraLocks.map((lock) => lock.release()));
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

/** Whether each live screen is kept awake, as it told the others. */
async function isAwake({ url, apiKey }: Asked): Promise<boolean[]> {
  const response = await fetch(`${url}/api/screens`, { headers: { authorization: `Bearer ${apiKey}` } });
  const { live }: { live: { awake: boolean }[] } = JSON.parse(await response.text());
  return live.map(({ awake }) => awake);
}

function isFull({ page }: BoardPage): Promise<boolean> {
  return page.evaluate(() => document.fullscreenElement !== null);
}
