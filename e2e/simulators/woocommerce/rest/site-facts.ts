import { zoneOffsetMs } from '../site-zone.ts';
import { json, type SiteAnswer } from './answer.ts';
import { refusal, type Call, type Route, type SiteContext } from './context.ts';

/** The index (open to everybody), `/reports/orders/totals` and `/system_status`. */
export function siteFactRoutes({ shop, home }: SiteContext): Route[] {
  const { book, statuses, zone } = shop;
  const isNamed = !/^[+-]/.test(zone);

  function index(): SiteAnswer {
    const hours = zoneOffsetMs(zone, shop.now()) / 3_600_000;
    return json({
      ...{ name: 'Tienda de prueba', description: '', url: home, home },
      // WordPress keeps either a zone or an offset, the latter as text.
      ...{ gmt_offset: isNamed ? hours : String(hours), timezone_string: isNamed ? zone : '' },
      ...{ page_for_posts: 0, page_on_front: 0, show_on_front: 'posts' },
      namespaces: ['oembed/1.0', 'wc/v1', 'wc/v2', 'wc/v3', 'wc/store', 'wp/v2'],
      authentication: [],
      routes: { '/': { namespace: '', methods: ['GET'] }, '/wc/v3': { namespace: 'wc/v3', methods: ['GET'] } },
      _links: { help: [{ href: 'https://developer.wordpress.org/rest-api/' }] },
    });
  }

  function totals(call: Call): SiteAnswer {
    const count = (slug: string): number => book.all().filter(({ order }) => order.status === slug).length;
    return refusal(call, 'list') ?? json(statuses.map(({ slug, name }) => ({ slug, name, total: count(slug) })));
  }

  function systemStatus(call: Call): SiteAnswer {
    const environment = {
      ...{ home_url: home, site_url: home, version: '10.5.0', wp_version: '6.9.1', wp_multisite: false },
      ...{ wp_cron: true, language: 'es_ES', server_info: 'nginx', php_version: '8.2.35', default_timezone: 'UTC' },
    };
    const settings = { api_enabled: false, currency: 'EUR', currency_symbol: '&euro;', HPOS_enabled: true };
    return refusal(call, 'list') ?? json({ environment, settings });
  }

  return [
    { pattern: /^\/?$/, allow: 'GET', methods: { GET: index } },
    { pattern: /^\/wc\/v3\/reports\/orders\/totals$/, allow: 'GET', methods: { GET: totals } },
    { pattern: /^\/wc\/v3\/system_status$/, allow: 'GET', methods: { GET: systemStatus } },
  ];
}
