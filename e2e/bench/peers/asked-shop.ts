import { answerParent } from '../child.ts';
import { askSite } from '../../simulators/woocommerce/ask-site.ts';
import { startShopSite, type ShopSite } from '../../simulators/woocommerce/shop-site.ts';

// A process of its own that is a shop with many changed orders.

export interface AskedShopPlan {
  orders: number;
  /** When the first and the last of them were placed, epoch milliseconds. */
  from: number;
  until: number;
}

let site: ShopSite | undefined;

const questions = {
  /** Starts it, with every page written once: what is measured is who asks. */
  async start({ orders, from, until }: AskedShopPlan): Promise<Pick<ShopSite, 'url' | 'key' | 'secret'>> {
    site = await startShopSite();
    for (let index = 0; index < orders; index += 1) {
      const placedAt = from + ((until - from) * index) / orders;
      site.shop.addOrder(undefined, { placedAt, status: 'processing' });
    }
    const { url, key, secret } = site;
    for (let page = 1; page <= Math.ceil(orders / 100); page += 1) {
      await askSite(site, `/wp-json/wc/v3/orders?per_page=100&page=${page}`);
    }
    return { url, key, secret };
  },
};
export type AskedShop = typeof questions;

answerParent(questions);
