import { isLoopback } from '../../config.ts';
import type { ShopQuery } from './answer.ts';

/**
 * How a shop's REST API is reached: `pretty` as `/wp-json/…`, `plain` as `/?rest_route=/…` where the shop has plain
 * permalinks (WordPress's first setting) and its web server knows no `/wp-json/`.
 */
export type RestForm = 'pretty' | 'plain';

/**
 * The address of something in the REST API.
 * @param route "wc/v3/orders/12", or "" for the index
 */
export function restAddress(base: string, form: RestForm, route: string, query: ShopQuery): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) parameters.set(name, textOf(value));
  if (form === 'pretty') {
    const text = parameters.toString();
    return `${base}/wp-json/${route}${text && `?${text}`}`;
  }
  // Before 11.1 WooCommerce reads keys only where it finds its own path in the address, wherever in it that stands.
  const marker = route.startsWith('wc/') ? '&route=/wp-json/wc/' : '';
  return `${base}/?rest_route=/${route}${marker}&${parameters.toString()}`.replace(/&$/, '');
}

/** Paths are put together with the shop's own ids: one that would lead elsewhere is not asked. */
export function isRestPath(path: string): boolean {
  return /^[a-z0-9_-]+(\/[a-z0-9_-]+)*$/i.test(path);
}

/** Basic carries the keys as they are: only over https, or to this machine. */
export function mayCarryKeys(base: string): boolean {
  if (!URL.canParse(base)) return false;
  const { protocol, hostname } = new URL(base);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

function textOf(value: ShopQuery[string]): string {
  return typeof value === 'object' ? value.join(',') : String(value);
}
