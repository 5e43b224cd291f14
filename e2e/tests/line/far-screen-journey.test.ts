import { expect } from 'vitest';
import { createShop } from '../../simulators/woocommerce/shop.ts';
import { startShopSite } from '../../simulators/woocommerce/shop-site.ts';
import { boardOn, eventually } from '../../support/board-page.ts';
import { journey } from '../../support/journey.ts';
import { command, readOrder } from '../../support/kitchen-api.ts';
import { lineWords } from '../../support/line-words.ts';
import { openShopPage, readShop } from '../../support/shop-page.ts';
import { setTwoStations } from '../../support/two-stations.ts';

/** Half an hour beside whole hours, so that no minute of one clock is one of the other's. */
const kitchensZone = 'Asia/Kolkata';
const screensZone = 'America/New_York';

for (const [language, sum] of [
  ['es', /\d+,\d\d\s€/],
  ['en', /€\d+\.\d\d/],
] as const) {
  journey(
    `[Quality] every page says the kitchen’s time on a screen of another zone, and sums as its reader does: ${language}`,
    async ({ kasera, screen }) => {
      const kitchen = await kasera();
      using shop = createShop({ url: kitchen.url, secret: kitchen.webhookSecret });
      await setTwoStations(kitchen, { timeZone: kitchensZone });
      const { number } = await shop.placeOrder('guest');
      await command(kitchen, number, { type: 'acknowledge', readyInMinutes: 20 });
      const later = await shop.placeOrder('delivery');
      await command(kitchen, later.number, { type: 'acknowledge' });
      const { id, arrivedAt, promisedAt } = await readOrder(kitchen, number);
      const { promisedAt: laterAt } = await readOrder(kitchen, later.number);
      const { locale } = lineWords[language];
      const board = boardOn(await screen(kitchen.boardLink, { locale, timeZone: screensZone }), language);
      const { page } = board;

      /** Looks for a time as the kitchen's clock has it; as the screen's has it, it stands nowhere. */
      const says = async (at: string | number | null) => {
        const time = (zone: string) => timeIn(zone, at === 'now' ? Date.now() : at);
        const hours = async () => hoursIn(await page.locator('body').innerText());
        await eventually(async () => (await hours()).includes(time(kitchensZone))).toBe(true);
        expect(await hours()).not.toContain(time(screensZone));
      };
      await board.ticket(number).first().waitFor();
      await says('now');
      await says(laterAt);
      expect(await board.ticket(number).first().innerText()).toMatch(sum);

      await page.goto(`${kitchen.url}/handover`);
      await says('now');
      await page.goto(`${kitchen.url}/history`);
      await says(arrivedAt);
      await says(promisedAt);
      await page.goto(`${kitchen.url}/order/${id}`);
      await says(arrivedAt);
      await says(promisedAt);
      expect(await page.getByRole('main').innerText()).toMatch(sum);
      await page.goto(`${kitchen.url}/settings/kitchen`);
      await says('now');
    },
  );
}

journey(
  '[Quality] where nobody set a zone the page that connects the shop says the shop’s time at once',
  async ({ kasera, screen, parts }) => {
    const site = parts.use(await startShopSite({ zone: kitchensZone }));
    const kitchen = await kasera();
    const opened = await screen(kitchen.boardLink, { timeZone: screensZone });
    const settings = await openShopPage(opened);
    await settings.connect(site);
    await opened.page.getByText(settings.words.connected, { exact: true }).waitFor();
    const { connection } = await readShop(kitchen);
    await eventually(() => settings.main.innerText()).toContain(timeIn(kitchensZone, connection?.connectedAt ?? null));
  },
);

/** Every "20:41", also of a "20:41:05", whose last two parts are no hour. */
function hoursIn(text: string): string[] {
  return text.match(/(?<![\d:])\d{1,2}:\d{2}/g) ?? [];
}

function timeIn(timeZone: string, at: string | number | null): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(at ?? NaN));
}
