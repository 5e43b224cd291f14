import type { Page } from 'playwright-core';

/** As long as a button at the counter takes nothing after its meaning changed, and a little. It shows nowhere. */
const settlesWithinMs = 650;

/** Waits until what stands on the page now takes presses. */
export async function untilTaken(page: Page): Promise<void> {
  const until = (await page.evaluate(() => performance.now())) + settlesWithinMs;
  await page.waitForFunction((from) => performance.now() > from, until);
}

/** Tabs on until what is called so has the focus. @throws where Tab does not lead there */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const focused = () =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
  for (let steps = 0; ; steps += 1) {
    const at = await focused();
    if (typeof name === 'string' ? at === name : name.test(at)) return;
    if (steps > 150) throw new Error(`Tab does not reach ${name}`);
    await page.keyboard.press('Tab');
  }
}
