import { expect, test } from 'vitest';
import { parseAddress, type AddressFault } from './address.ts';

test.each([
  ['https://shop.es/', 'https://shop.es'],
  ['shop.es', 'https://shop.es'],
  ['  shop.es \n', 'https://shop.es'],
  ['WWW.Shop.ES', 'https://www.shop.es'],
  ['shop.es:8443', 'https://shop.es:8443'],
  ['//shop.es/', 'https://shop.es'],
  ['https://shop.es:443/', 'https://shop.es'],
  ['https://shop.es/wp-admin/admin.php?page=wc-settings&tab=advanced', 'https://shop.es'],
  ['https://shop.es/wp-admin', 'https://shop.es'],
  ['https://shop.es/wp-json/wc/v3/orders?per_page=1', 'https://shop.es'],
  ['https://shop.es/?rest_route=/wc/v3/orders', 'https://shop.es'],
  ['https://shop.es/index.php/wp-json/', 'https://shop.es'],
  ['https://shop.es/#menu', 'https://shop.es'],
  ['https://x.es/tienda', 'https://x.es/tienda'],
  ['https://x.es/tienda/', 'https://x.es/tienda'],
  ['https://x.es/tienda/wp-login.php?redirect_to=x', 'https://x.es/tienda'],
  ['https://cañas.es', 'https://xn--caas-hqa.es'],
  ['cañas.es/menú', 'https://xn--caas-hqa.es/men%C3%BA'],
  ['localhost:8081', 'http://localhost:8081'],
  ['http://127.0.0.1:8081/', 'http://127.0.0.1:8081'],
  ['http://[::1]:8081/', 'http://[::1]:8081'],
  ['https://203.0.113.7', 'https://203.0.113.7'],
])('[SH1] takes %j as the shop %s', (typed, url) => {
  expect(parseAddress(typed)).toEqual({ type: 'ok', url });
});

test.each<[string, AddressFault]>([
  ['', 'not-an-address'],
  ['tienda', 'not-an-address'],
  ['https://', 'not-an-address'],
  ['my shop.es', 'not-an-address'],
  ['https://shop..es', 'not-an-address'],
  ['https:\\\\shop.es', 'not-an-address'],
  ['http://shop.es', 'plain-http'],
  ['http://192.168.1.10', 'plain-http'],
  ['http://localhost.shop.es', 'plain-http'],
  ['ftp://shop.es', 'other-scheme'],
  ['javascript:alert(1)', 'other-scheme'],
  ['mailto:ana@shop.es', 'other-scheme'],
  ['https://ana:secret@shop.es', 'user-info'],
  ['ana@shop.es', 'user-info'],
  ['https://shop.es/?p=12', 'query'],
])('[SH1] refuses %j: %s', (typed, code) => {
  expect(parseAddress(typed)).toEqual({ type: 'faulty', code });
});
