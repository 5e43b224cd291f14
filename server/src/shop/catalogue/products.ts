import { z } from 'zod';
import { readShopTime } from '../../intake/sources/site-clock.ts';
import { lineOf } from '../../intake/sources/text.ts';

/** A product or a variation as the catalogue keeps it. */
export interface Product {
  id: string;
  /** Of a variation: its product. */
  parentId: string | null;
  /** Of a variation its choices ("Familiar, Fina"); '' where the shop never told. */
  name: string;
  type: string;
  /** Of a variation none: its parent's count. */
  categoryIds: string[];
  /** The first it has; '' for none, and of a variation. */
  brand: string;
  stockStatus: string;
  /** The shop's own time, epoch milliseconds. */
  modifiedAt: number | null;
  /** When it was last read; of a variable product: with its variations. */
  readAt: number;
  /** Since when the shop does not have it (any more). */
  goneAt: number | null;
}

export interface Category {
  id: string;
  name: string;
  parentId: string | null;
}

/** Ids are numbers in REST; plugins write them as text now and then. 0 is none. */
const idSchema = z
  .union([z.number().int(), z.string().regex(/^\d{1,20}$/)])
  .transform((id) => (Number(id) > 0 ? String(id) : null));
const knownId = idSchema.pipe(z.string());
const namedSchema = z.object({ id: knownId, name: z.unknown() });

/** What is asked for of each product; a full one is 2 kB and more. */
export const productFields =
  'id,name,type,status,parent_id,categories,brands,variations,stock_status,date_modified_gmt';
export const variationFields = 'id,name,type,parent_id,attributes,stock_status,date_modified_gmt';
export const categoryFields = 'id,name,parent';

/** A product of REST or of a webhook. Only its id has to be right: one odd product must not lose all others. */
export const productSchema = z.object({
  id: knownId,
  /** Older shops give variations none. */
  name: z.unknown().optional(),
  type: z.string().catch('simple'),
  status: z.string().catch('publish'),
  parent_id: idSchema.nullable().catch(null),
  categories: z.array(namedSchema).catch([]),
  /** WooCommerce's own since 9.6, plugins' before; shops without have no such field. */
  brands: z.array(z.object({ name: z.unknown() })).catch([]),
  variations: z.array(knownId).catch([]),
  attributes: z.array(z.object({ option: z.unknown() }).catch({ option: '' })).catch([]),
  stock_status: z.string().catch('instock'),
  date_modified_gmt: z.string().nullable().catch(null),
});
export type ShopProduct = z.infer<typeof productSchema>;
/** A webhook's body: an order's or an error's is no product. */
export const toldProductSchema = productSchema.extend({ name: z.string(), stock_status: z.string() });

export const categorySchema = z.object({ id: knownId, name: z.unknown(), parent: idSchema.nullable().catch(null) });

const typeOfVariation = 'variation';
const maxName = 300;

/** @param parentId of a variation that was asked for by its product: older shops do not name it */
export function toProduct(found: ShopProduct, readAt: number, parentId: string | null = null): Product {
  const isVariation = parentId !== null || found.type === typeOfVariation;
  const choices = found.attributes.map(({ option }) => lineOf(option, maxName)).filter(Boolean);
  return {
    id: found.id,
    parentId: isVariation ? (parentId ?? found.parent_id) : null,
    name: isVariation && choices.length > 0 ? choices.join(', ') : lineOf(found.name, maxName),
    type: isVariation ? typeOfVariation : found.type,
    categoryIds: isVariation ? [] : found.categories.map(({ id }) => id),
    brand: isVariation ? '' : lineOf(found.brands[0]?.name, maxName),
    stockStatus: found.stock_status,
    modifiedAt: readShopTime(found.date_modified_gmt),
    readAt,
    goneAt: found.status === 'trash' ? readAt : null,
  };
}

export function toCategory({ id, name, parent }: z.infer<typeof categorySchema>): Category {
  return { id, name: lineOf(name, maxName), parentId: parent };
}

/** Remembers that the shop does not have it, so that it is not asked for again. */
export function missingProduct(id: string, now: number): Product {
  const unknown = { parentId: null, name: '', type: 'unknown', categoryIds: [], brand: '', stockStatus: '' };
  return { ...unknown, id, modifiedAt: null, readAt: now, goneAt: now };
}

/** Whether anything a person could see differs. */
export function isSameProduct(a: Product, b: Product): boolean {
  const gist = ({ readAt: _readAt, goneAt, ...rest }: Product) => JSON.stringify([rest, goneAt === null]);
  return gist(a) === gist(b);
}
