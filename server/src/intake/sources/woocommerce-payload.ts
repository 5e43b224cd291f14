import { z } from 'zod';

/**
 * What Kasera reads of WooCommerce's order (REST API v3, seen in 10.5). Only what is needed is looked at: plugins add
 * and change fields freely. What an order cannot do without is strict (id, status, lines and their quantities: a dish
 * must never vanish silently); everything else degrades to "not said".
 */
const shopId = z.union([z.int().min(0), z.string().regex(/^\d{1,20}$/)]).transform(String);
/** A product that is gone or free text has the id 0. */
const reference = shopId.transform((id) => (/^0+$/.test(id) ? null : id)).catch(null);
const text = z.union([z.string(), z.number()]).transform(String).nullish().catch(null);
/** The site's clock without a zone; its `_gmt` twin is UTC, without a Z. */
const time = z.string().nullish().catch(null);

/** PHP writes a list with gaps (a plugin filtered it) as an object: `{"0": …, "2": …}`. */
const listOf = <T extends z.ZodType>(entry: T) =>
  z.preprocess((list) => (isPlainObject(list) ? Object.values(list) : list), z.array(entry));

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const meta = z.object({
  key: z.union([z.string(), z.number()]).transform(String).catch(''),
  value: z.unknown().optional(),
  display_key: text,
  display_value: z.unknown().optional(),
});
const metaList = listOf(meta.catch({ key: '', value: null, display_key: null, display_value: null })).catch([]);
export type Meta = z.infer<typeof meta>;

const quantity = z.union([
  z.number().min(0).max(1_000_000),
  z
    .string()
    .regex(/^\d{1,6}(\.\d{1,6})?$/)
    .transform(Number),
]);

const lineItem = z.object({
  id: shopId,
  name: text,
  parent_name: text,
  sku: text,
  product_id: reference,
  variation_id: reference,
  quantity,
  meta_data: metaList,
});
export type LineItem = z.infer<typeof lineItem>;

const shippingLine = z.object({ method_id: text, meta_data: metaList });
const person = z.object({ first_name: text, last_name: text }).nullish().catch(null);

export const orderPayloadSchema = z.object({
  id: shopId,
  number: text,
  status: z.string().min(1).max(100),
  currency: text,
  total: text,
  customer_id: shopId.nullish().catch(null),
  customer_note: text,
  billing: person,
  shipping: person,
  payment_method: text,
  date_created: time,
  date_created_gmt: time,
  date_modified: time,
  date_modified_gmt: time,
  date_paid_gmt: time,
  meta_data: metaList,
  line_items: listOf(lineItem),
  shipping_lines: listOf(shippingLine.catch({ method_id: null, meta_data: [] })).catch([]),
  refunds: listOf(z.unknown()).catch([]),
});
export type OrderPayload = z.infer<typeof orderPayloadSchema>;

/** The body of `order.deleted`. */
export const deletedPayloadSchema = z.object({ id: shopId });

/** What WordPress sends as the body where it may not or cannot read the order. */
export const restErrorSchema = z.object({
  id: z.undefined().optional(),
  code: z.string(),
  message: z.string(),
  data: z.object({ status: z.int() }).nullish().catch(null),
});

/**
 * Says where a body differs from what is expected, in a few words.
 * @returns a path of our own field names and a kind of fault: `line_items.3.quantity: invalid_type`; never content
 */
export function faultOf(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'unknown';
  return `${issue.path.map(String).join('.') || 'body'}: ${issue.code}`;
}
