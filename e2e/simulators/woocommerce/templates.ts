import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The orders the simulated shop can be given, each built from a recorded one. */
export const templateNames = {
  guest: 'order-created-guest',
  customer: 'order-created-customer',
  addons: 'order-created-variation-addons',
  delivery: 'order-created-delivery-note-fee-coupon',
  'on-hold': 'order-created-local-pickup-onhold',
  pending: 'order-created-pending',
  'zero-price': 'order-created-quantity-zero-price',
  classic: 'order-created-classic-checkout-addons',
  'blocks-delivery': 'order-created-blocks-checkout-delivery',
  'blocks-pickup': 'order-created-blocks-checkout-pickup-location',
  markup: 'order-created-xss-unicode',
  'free-text': 'order-created-manual-no-billing-no-product',
  'fee-only': 'order-created-no-items-fee-only',
  'custom-number': 'order-created-custom-number',
  decimal: 'order-created-decimal-quantity',
  '40-lines': 'order-created-big-40-items',
  '120-lines': 'order-created-huge-148kb',
} as const;
export type OrderTemplate = keyof typeof templateNames;

/** An ordinary evening: what `placeOrder()` picks from. */
export const everydayTemplates: readonly OrderTemplate[] = [
  'guest',
  'customer',
  'addons',
  'delivery',
  'zero-price',
  'classic',
  'blocks-delivery',
  'blocks-pickup',
];

/** Reads a recorded order's body (JSON text), to be given to `buildOrder` as often as wanted. */
export function readTemplate(template: OrderTemplate): string {
  return readBody(templateNames[template]);
}

/** Reads the body of any recorded delivery by its name in the fixtures' README. */
export function readBody(name: string): string {
  const path = join(import.meta.dirname, '../../fixtures/woocommerce', `${name}.json`);
  const capture: { bodyBase64: string } = JSON.parse(readFileSync(path, 'utf8'));
  return Buffer.from(capture.bodyBase64, 'base64').toString('utf8');
}
