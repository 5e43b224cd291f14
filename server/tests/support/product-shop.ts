import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ShopAnswer, ShopClient, ShopFault, ShopQuery } from '../../src/shop/connection/answer.ts';
import { shopFault } from '../../src/shop/connection/shop-fault.ts';

const folder = join(import.meta.dirname, '../../../e2e/fixtures/woocommerce');
const bodySchema = z.object({ bodyText: z.string() });

/** The recorded body of a capture or of a REST answer. */
export function recordedBody(name: string): unknown {
  const { bodyText } = bodySchema.parse(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
  return JSON.parse(bodyText);
}

const recordSchema = z.looseObject({ id: z.number(), variations: z.array(z.number()).default([]) });
export interface ShopRecord {
  id: number;
  variations: number[];
  [field: string]: unknown;
}

/** The part of WooCommerce's REST API that is about products, as far as its rules on stock reach. */
export class ProductShop implements ShopClient {
  readonly products = new Map<number, ShopRecord>();
  readonly variations = new Map<number, ShopRecord[]>();
  categories: unknown[];
  /** "GET products?include=1", in the order asked. */
  readonly asked: string[] = [];
  /** Answers instead, while set. */
  fault: ShopFault | null = null;
  /** Carries the next write out and does not answer it. */
  losesAnswer = false;
  /** Called before each answer. */
  before: (asked: string) => Promise<void> | void = () => undefined;

  constructor() {
    this.categories = z.array(z.unknown()).parse(recordedBody('rest-api/product-categories'));
    const list = z.array(recordSchema).parse(recordedBody('rest-api/products-list'));
    for (const record of list) this.products.set(record.id, unmanaged(record));
    const variations = z.array(recordSchema).parse(recordedBody('rest-api/product-variations'));
    this.variations.set(22, variations.map(unmanaged));
    this.variations.set(
      27,
      [28, 29, 30].map((id) =>
        unmanaged({ id, variations: [], parent_id: 27, name: `Punto ${id}`, type: 'variation' }),
      ),
    );
  }

  /** One more product, or another state of one. */
  set(id: number, fields: Record<string, unknown>): void {
    const before = this.products.get(id) ?? unmanaged({ id, variations: [], name: `Dish ${id}`, type: 'simple' });
    this.products.set(id, { ...before, ...fields });
  }

  variation(productId: number, id: number): ShopRecord {
    const found = this.variations.get(productId)?.find((one) => one.id === id);
    if (!found) throw new Error(`there is no variation ${id}`);
    return found;
  }

  product(id: number): ShopRecord {
    const found = this.products.get(id);
    if (!found) throw new Error(`there is no product ${id}`);
    return found;
  }

  writes(): string[] {
    return this.asked.filter((line) => line.startsWith('PUT'));
  }

  async get<S extends z.ZodType>(path: string, query: ShopQuery, schema: S): Promise<ShopAnswer<z.infer<S>>> {
    const { include, page } = query;
    const line = `GET ${path}${include === undefined ? '' : `?include=${String(include)}`}`;
    this.asked.push(Number(page ?? 1) > 1 ? `${line} page ${Number(page)}` : line);
    await this.before(line);
    if (this.fault) return { type: 'fault', fault: this.fault };
    const found = this.#find(path, query);
    if (found === null) return { type: 'fault', fault: shopFault('not-found', { status: 404 }) };
    return answer(schema, found, query);
  }

  async send<S extends z.ZodType>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: unknown,
    schema: S,
  ): Promise<ShopAnswer<z.infer<S>>> {
    const line = `${method} ${path} ${JSON.stringify(body)}`;
    this.asked.push(line);
    await this.before(line);
    if (this.fault) return { type: 'fault', fault: this.fault };
    const found = this.#one(path);
    if (!found) return { type: 'fault', fault: shopFault('not-found', { status: 404 }) };
    this.#write(found, z.record(z.string(), z.unknown()).parse(body));
    if (this.losesAnswer) {
      this.losesAnswer = false;
      return { type: 'fault', fault: shopFault('timeout', { mayHaveArrived: true }) };
    }
    return answer(schema, this.#one(path), {});
  }

  #find(path: string, { include }: ShopQuery): unknown {
    if (path === 'products/categories') return this.categories;
    if (path === 'products') {
      const wanted = include === undefined ? null : new Set(String(include).split(',').map(Number));
      return [...this.products.values()]
        .filter(({ id }) => wanted === null || wanted.has(id))
        .sort((a, b) => a.id - b.id);
    }
    const list = /^products\/(\d+)\/variations$/.exec(path);
    if (!list) return this.#one(path);
    return this.products.has(Number(list[1])) ? (this.variations.get(Number(list[1])) ?? []).map(this.#shown) : null;
  }

  #one(path: string): ShopRecord | null {
    const [, product, variation] = /^products\/(\d+)(?:\/variations\/(\d+))?$/.exec(path) ?? [];
    if (variation === undefined) return this.products.get(Number(product)) ?? null;
    const found = this.variations.get(Number(product))?.find(({ id }) => id === Number(variation));
    return found ? this.#shown(found) : null;
  }

  /** A variation without a count of its own shows its product's, where that is counted. */
  #shown = (record: ShopRecord): ShopRecord => {
    const parent = this.products.get(Number(record['parent_id']));
    if (!parent || parent['manage_stock'] !== true || record['manage_stock'] === true) return record;
    const { stock_quantity, stock_status, backorders } = parent;
    return { ...record, manage_stock: 'parent', stock_quantity, stock_status, backorders };
  };

  /** `WC_REST_Products_Controller::prepare_object_for_database` and `WC_Product::validate_props`, of WooCommerce 10.5. */
  #write({ id, parent_id: parentId }: ShopRecord, body: Record<string, unknown>): void {
    const parent = Number(parentId ?? 0);
    const record = parent > 0 ? this.variation(parent, id) : this.product(id);
    const { inventory_delta: delta, ...fields } = body;
    Object.assign(record, fields);
    const sharesCount = parent > 0 && record['manage_stock'] !== true && this.product(parent)['manage_stock'] === true;
    if (record['manage_stock'] === true) {
      if (typeof delta === 'number') record['stock_quantity'] = Number(record['stock_quantity']) + delta;
      record['stock_status'] = derived(record);
    } else {
      Object.assign(record, { stock_quantity: null, backorders: 'no' });
      if (sharesCount) record['stock_status'] = this.product(parent)['stock_status'];
    }
    this.#syncParent(parent > 0 ? parent : id);
  }

  #syncParent(id: number): void {
    const parent = this.product(id);
    const children = this.variations.get(id) ?? [];
    if (children.length === 0 || parent['manage_stock'] === true) return;
    parent['stock_status'] = children.some((one) => one['stock_status'] === 'instock') ? 'instock' : 'outofstock';
  }
}

function derived(record: ShopRecord): string {
  if (Number(record['stock_quantity']) > 0) return 'instock';
  return record['backorders'] === 'no' ? 'outofstock' : 'onbackorder';
}

function unmanaged(record: ShopRecord): ShopRecord {
  return { stock_status: 'instock', manage_stock: false, stock_quantity: null, backorders: 'no', ...record };
}

function answer<S extends z.ZodType>(schema: S, found: unknown, query: ShopQuery): ShopAnswer<z.infer<S>> {
  const perPage = Number(query['per_page'] ?? 10);
  const page = Number(query['page'] ?? 1);
  const data = Array.isArray(found) ? found.slice((page - 1) * perPage, page * perPage) : found;
  const total = Array.isArray(found) ? found.length : null;
  const parsed = schema.safeParse(data);
  if (!parsed.success) return { type: 'fault', fault: shopFault('unreadable', { status: 200 }) };
  const pages = total === null ? null : Math.ceil(total / perPage);
  return { type: 'ok', status: 200, data: parsed.data, total, pages, shopTime: null };
}
