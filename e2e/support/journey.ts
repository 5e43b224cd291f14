import { inject, test } from 'vitest';
import { untilAllIsHere } from './all-here.ts';
import { launchBrowser, openScreen, type Screen, type ScreenOptions } from './browser.ts';
import { type KaseraOptions, type RunningKasera, startKasera } from './start-kasera.ts';

/**
 * A story in a real browser against the real server, skipped (and said) where no browser works. It gets
 * `kasera(options?)`, which starts a server, and `screen(url, options?)`, which opens a page; both end with the story.
 * An unexpected error on a page's console fails it. A server is ended when the boards that are open have all their parts.
 */
export const journey = test
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads from the pattern what a fixture needs
  .extend('launched', { scope: 'file' }, async ({}, { onCleanup }) => {
    const found = inject('browser');
    if (found.type === 'absent') return found;
    const browser = await launchBrowser(found);
    onCleanup(() => browser.close());
    return { type: 'launched' as const, browser };
  })
  .extend('browser', ({ launched, skip }) => {
    return launched.type === 'launched' ? launched.browser : skip(launched.why);
  })
  // oxlint-disable-next-line no-empty-pattern -- as above
  .extend('parts', ({}, { onCleanup }) => {
    const parts = new AsyncDisposableStack();
    onCleanup(() => parts.disposeAsync());
    return parts;
  })
  .extend('screens', (): Screen[] => [])
  .extend('kasera', ({ parts, screens }) => async (options?: KaseraOptions): Promise<RunningKasera> => {
    const running = parts.use(await startKasera(options));
    const kill: RunningKasera['kill'] = async (signal) => {
      await untilAllIsHere(screens.map(({ page }) => page));
      return running.kill(signal);
    };
    return { ...running, kill, stop: () => kill('SIGTERM') };
  })
  .extend('screen', ({ parts, browser, screens }) => async (url: string, options?: ScreenOptions): Promise<Screen> => {
    const screen = parts.use(await openScreen(browser, url, options));
    screens.push(screen);
    return screen;
  });
