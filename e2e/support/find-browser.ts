import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findProgram } from './find-program.ts';
import { unpackChromium } from './unpack-chromium.ts';

/** How to launch a Chromium that is proven to work here. */
export interface FoundBrowser {
  type: 'found';
  executablePath: string;
  args: string[];
  /** More than the usual environment, such as where its libraries are. */
  env: Record<string, string>;
  /** Where it came from, for a person. */
  source: string;
}

export type BrowserSearch = FoundBrowser | { type: 'absent'; why: string };

/** Nothing here weakens what a page may do: origins, CSP and cookies are as strict as at the restaurant. */
const args = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
];

/**
 * Finds a Chromium that starts and draws a page: an installed one first, then the one inside its npm package.
 * @returns how to launch it, or why there is none
 */
export async function findBrowser(): Promise<BrowserSearch> {
  const failures: string[] = [];
  for (const candidate of [installed, bundled, bundledWithItsLibraries]) {
    const found = await candidate().catch((error: unknown) => firstLine(error));
    const failure = typeof found === 'string' ? found : found && (await failureOf(found));
    if (found && typeof found !== 'string' && !failure) return found;
    if (failure) failures.push(failure);
  }
  return { type: 'absent', why: `no Chromium works on this machine (${failures.join('; ')})` };
}

async function installed(): Promise<FoundBrowser | null> {
  const executablePath = findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
  return executablePath ? { type: 'found', executablePath, args, env: {}, source: executablePath } : null;
}

async function bundled(): Promise<FoundBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`the bundled one is for Linux on x64, this is ${process.platform} on ${process.arch}`);
  }
  const { executablePath, fontFolder } = await unpackChromium();
  const env: Record<string, string> = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: fontFolder };
  return { type: 'found', executablePath, args, env, source: '@sparticuz/chromium' };
}

async function bundledWithItsLibraries(): Promise<FoundBrowser> {
  const browser = await bundled();
  const { libraryFolder } = await unpackChromium();
  const env = { ...browser.env, LD_LIBRARY_PATH: libraryFolder };
  return { ...browser, env, source: `${browser.source} with its own libraries` };
}

/** @returns what went wrong when it was to draw a page, or null */
async function failureOf({ executablePath, args: given, env, source }: FoundBrowser): Promise<string | null> {
  try {
    await using browser = await chromium.launch({ executablePath, args: given, env: { ...process.env, ...env } });
    const page = await browser.newPage();
    await page.setContent('<h1>¡Listo! ✓</h1>');
    return (await page.locator('h1').textContent()) === '¡Listo! ✓' ? null : `${source} does not draw pages`;
  } catch (error) {
    return `${source}: ${firstLine(error)}`;
  }
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}
