import { expect } from 'vitest';
import { createShop } from '../simulators/woocommerce/shop.ts';
import { boardOn, eventually } from '../support/board-page.ts';
import { journey } from '../support/journey.ts';

journey(
  '[BD1.5] on a low wall with large words every part fits, its bar in reach and nothing over the strip below',
  async ({ kasera, screen }) => {
    const kitchen = await kasera({ env: { READY_IN_MINUTES: '10,15,20,30,45' } });
    using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
    const board = boardOn(await screen(kitchen.boardLink, { viewport: { width: 1024, height: 768 } }));
    await board.page.evaluate(() => localStorage.setItem('kasera.size', 'one'));
    await board.page.reload();
    for (const kind of ['classic', 'addons', 'guest', 'delivery'] as const) await shop.placeOrder(kind);
    await eventually(() => board.page.locator('[data-view="open"]').innerText()).toContain('4');
    await eventually(() => board.page.locator('[data-piece="0"]').count()).toBeGreaterThan(0);
    const overflows = () =>
      board.page.evaluate(() => {
        const room = document.querySelector('[data-layout]')?.clientHeight ?? 0;
        const pieces = [...document.querySelectorAll<HTMLElement>('[data-piece]')];
        return pieces.filter((piece) => piece.offsetHeight > room).length;
      });
    await eventually(overflows).toBe(0);
    const strip = await board.page.getByRole('contentinfo').boundingBox();
    for (const bar of await board.page.locator('[data-page="here"] [data-action]').all()) {
      const box = await bar.boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(strip?.y ?? 0);
    }
  },
);
