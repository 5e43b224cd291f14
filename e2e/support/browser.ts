import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { FoundBrowser } from './find-browser.ts';

export interface ScreenOptions {
  /** The browser's language, such as `es-ES`. */
  locale?: string;
  /** Where the screen thinks it is, such as `America/New_York`; left out: where this machine is. */
  timeZone?: string;
  /** The screen in CSS pixels; full HD when left out, as on the wall. */
  viewport?: { width: number; height: number };
  /** Errors on the console that belong to this story, such as {@link networkLoss}. */
  allowedErrors?: RegExp[];
  /** Opens the page in the browser profile of another screen: same cookies, same storage. */
  beside?: Screen;
}

/** A page in a browser profile of its own. Disposing it throws if the page said an error nobody allowed. */
export interface Screen extends AsyncDisposable {
  readonly page: Page;
  /** The profile: cookies, storage, offline mode, permissions. */
  readonly context: BrowserContext;
  /** From now on such errors on the console belong to the story. */
  allowErrors(...errors: RegExp[]): void;
}

/** What Chromium itself says on the console when a server is gone or the network is off. */
export const networkLoss =
  /net::ERR_(CONNECTION_|INTERNET_DISCONNECTED|NETWORK_|EMPTY_RESPONSE|SOCKET_|FAILED)|^WebSocket connection to|^An unknown error occurred when fetching the script/;

/** Launches a Chromium found by `findBrowser`; one serves many screens. */
export function launchBrowser({ executablePath, args, env }: FoundBrowser): Promise<Browser> {
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
}

/** Opens `url` as one screen of the kitchen and waits until the page is loaded. */
export async function openScreen(browser: Browser, url: string, options: ScreenOptions = {}): Promise<Screen> {
  const { locale = 'en-GB', viewport = { width: 1920, height: 1080 }, timeZone, beside } = options;
  const context =
    beside?.context ?? (await browser.newContext({ locale, viewport, ...(timeZone && { timezoneId: timeZone }) }));
  const page = await context.newPage();
  const allowed = [...(options.allowedErrors ?? [])];
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  // What is thrown without a stack (a DOMException, or no error at all) is named all the same.
  page.on('pageerror', (error) => errors.push(error.stack || `${error.name}: ${error.message}`));
  page.on('crash', () => errors.push('the page crashed'));
  await page.goto(url);
  return {
    page,
    context,
    allowErrors: (...more) => void allowed.push(...more),
    async [Symbol.asyncDispose]() {
      await (beside ? page.close() : context.close());
      const unexpected = errors.filter((error) => !allowed.some((pattern) => pattern.test(error)));
      if (unexpected.length > 0) throw new Error(`the page at ${url} said:\n${unexpected.join('\n')}`);
    },
  };
}
