import { loadAnew, loadingPage, type LoadingPage } from './loading-page.ts';

/** A script of its own, which comes after the page. */
export interface LateScript<T> {
  /** As soon as it can be had, however long that takes. */
  come(): Promise<T>;
  /** @returns null where it is not here and the server is not there to give it */
  now(): Promise<T | null>;
}

const thisPage = loadingPage('kasera.reloadedForScript');

/**
 * Loads a module that is not needed at once. A browser remembers that it could not fetch a module and never asks for it
 * again, so it is not asked before the server is there.
 * @param load imports it
 */
export function lateScript<T>(load: () => Promise<T>, page: LoadingPage = thisPage): LateScript<T> {
  let coming: Promise<T> | null = null;
  let isHere = false;
  async function loadWhenThere(): Promise<T> {
    while (!(await page.isThere())) await page.wait();
    const script = await loadScript(load, page);
    isHere = true;
    return script;
  }
  const come = () => (coming ??= loadWhenThere());
  return {
    come,
    now: async () => (isHere || (await page.isThere()) ? come() : null),
  };
}

/**
 * Loads a module without which there is no page, at once. Where that fails the page is loaded anew when the server is
 * there: nothing else makes the browser ask again. Presses and the last state are kept over that.
 */
export async function loadScript<T>(load: () => Promise<T>, page: LoadingPage = thisPage): Promise<T> {
  try {
    return await load();
  } catch {
    await loadAnew(page);
    return new Promise(() => {});
  }
}
