import { z } from 'zod';
import { readShopTime } from '../../intake/sources/site-clock.ts';
import type { ShopAnswer, ShopClient, ShopFault } from '../connection/answer.ts';

const time = z.string().nullish().catch(null);
const metaSchema = z.array(z.object({ key: z.string(), value: z.unknown() })).catch([]);

/** What is looked at of an order before and after writing; `body` is all of it, as it came. */
export const shopOrderSchema = z.looseObject({ status: z.string().min(1).max(100) }).transform((body) => ({
  body,
  status: body.status.replace(/^wc-/, ''),
  modifiedAt: readShopTime(time.parse(body['date_modified_gmt'])),
  meta: new Map(metaSchema.parse(body['meta_data']).map(({ key, value }) => [key, value])),
}));
export type OrderInShop = z.infer<typeof shopOrderSchema>;

const noteSchema = z.object({
  note: z.string(),
  date_created_gmt: time,
  customer_note: z.boolean(),
});
const notesSchema = z.array(noteSchema);

/** What the handler asks of the shop's REST API. */
export interface OrdersInShop {
  read(externalId: string): Promise<ShopAnswer<OrderInShop>>;
  write(externalId: string, change: OrderWrite): Promise<ShopAnswer<OrderInShop>>;
  /** Whether that note stands on the order since then (by the shop's clock). */
  hasNote(externalId: string, note: Note, since: number): Promise<boolean | ShopFault>;
  addNote(externalId: string, note: Note): Promise<ShopAnswer<unknown>>;
}

export interface OrderWrite {
  status?: string;
  meta_data?: { key: string; value: string }[];
}

export interface Note {
  text: string;
  toCustomer: boolean;
}

export function createOrdersInShop(client: ShopClient): OrdersInShop {
  return {
    read: (externalId) => client.get(`orders/${externalId}`, {}, shopOrderSchema),
    write: (externalId, change) => client.send('PUT', `orders/${externalId}`, change, shopOrderSchema),
    async hasNote(externalId, { text, toCustomer }, since) {
      const answer = await client.get(`orders/${externalId}/notes`, {}, notesSchema);
      if (answer.type === 'fault') return answer.fault;
      return answer.data.some(
        ({ note, date_created_gmt: at, customer_note }) =>
          note.trim() === text && customer_note === toCustomer && (readShopTime(at) ?? since) >= since,
      );
    },
    addNote: (externalId, { text, toCustomer }) =>
      client.send('POST', `orders/${externalId}/notes`, { note: text, customer_note: toCustomer }, noteSchema),
  };
}

/** WooCommerce's own word for an order it does not have: 404 when reading, 400 when writing. */
export function isGone({ kind, code }: ShopFault): boolean {
  return (kind === 'not-found' || kind === 'refused') && /^woocommerce_rest_(\w+_)?invalid_id$/.test(code ?? '');
}
