import type { ShopSite } from '../simulators/woocommerce/shop-site.ts';

/** The settings that connect a simulated shop, as an owner writes them in `.env`; asked as often as can be set. */
export function shopSettings({ url, key, secret }: Pick<ShopSite, 'url' | 'key' | 'secret'>): Record<string, string> {
  return { WOOCOMMERCE_URL: url, WOOCOMMERCE_KEY: key, WOOCOMMERCE_SECRET: secret, SHOP_ASK_SECONDS: '5' };
}
