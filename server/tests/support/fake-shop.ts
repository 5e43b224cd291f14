import type { z } from 'zod';
import type { ShopFaultKind } from '@kasera/shared/shop.ts';
import type { ShopAnswer, ShopClient, ShopFault, ShopQuery } from '../../src/shop/connection/answer.ts';
import { orderBody } from './shop-delivery.ts';

interface HeldOrder {
  id: number;
  status: string;
  /** By the shop's own clock, whole seconds. */
  modifiedAt: number;
  more: object;
}

/** A shop's order list in memory, with the manners of WooCommerce's REST API (fixtures' README, "REST API"). */
export class FakeShop {
  readonly orders = new Map<number, HeldOrder>();
  readonly requests: { path: string; query: ShopQuery }[] = [];
  /** The shop's own clock. */
  now: number;
  /** Whether a proxy swallows `X-WP-Total` and `X-WP-TotalPages`. */
  withoutTotals = false;
  /** Called with each request: what goes wrong, if anything does; or something that happens in the shop meanwhile. */
  meanwhile: (path: string, query: ShopQuery) => ShopFaultKind | ShopFault | undefined = () => undefined;

  readonly #recorded = orderBody('order-created-guest');

  constructor(now: number) {
    this.now = now;
  }

  /** Makes or changes an order, now. */
  set(id: number, status = 'processing', more: object = {}): void {
    const held = this.orders.get(id);
    const placed = {
      date_created: timeText(this.now + siteAheadMs),
      date_created_gmt: timeText(this.now),
      date_paid_gmt: timeText(this.now),
    };
    const modifiedAt = Math.floor(this.now / 1_000) * 1_000;
    this.orders.set(id, { id, status, modifiedAt, more: { ...(held?.more ?? placed), ...more } });
  }

  erase(id: number): void {
    this.orders.delete(id);
  }

  body(id: number): Record<string, unknown> {
    const { status, modifiedAt, more } = this.orders.get(id) ?? fail(`the shop has no order ${id}`);
    return { ...this.#recorded, id, number: String(id), status, date_modified_gmt: timeText(modifiedAt), ...more };
  }

  readonly client: Pick<ShopClient, 'get'> = {
    get: async (path, query, schema) => {
      this.requests.push({ path, query });
      const wrong = this.meanwhile(path, query);
      if (wrong !== undefined) return { type: 'fault', fault: typeof wrong === 'string' ? faultOf(wrong) : wrong };
      await Promise.resolve();
      return path === 'orders' ? this.#list(query, schema) : this.#one(Number(path.split('/')[1]), schema);
    },
  };

  #one<S extends z.ZodType>(id: number, schema: S): ShopAnswer<z.infer<S>> {
    if (!this.orders.has(id)) return { type: 'fault', fault: invalidId };
    return this.#answer(this.body(id), schema, null);
  }

  #list<S extends z.ZodType>(query: ShopQuery, schema: S): ShopAnswer<z.infer<S>> {
    const perPage = Number(query['per_page'] ?? 10);
    if (perPage > 100) return { type: 'fault', fault: faultOf('refused') };
    const listed = this.#matching(query);
    const pages = Math.ceil(listed.length / perPage);
    const page = Number(query['page'] ?? 1);
    const beyond = page > Math.max(pages, 1);
    const bodies = listed.slice((page - 1) * perPage, page * perPage).map(({ id }) => this.body(id));
    return this.#answer(bodies, schema, beyond ? { total: 0, pages: 0 } : { total: listed.length, pages });
  }

  #matching({ status, include, orderby, order, ...times }: ShopQuery): HeldOrder[] {
    const statuses = listOf(status ?? 'any').map(String);
    const ids = include === undefined ? null : listOf(include).map(Number);
    const after = momentOf(times['modified_after'], -Infinity);
    const before = momentOf(times['modified_before'], Infinity);
    const direction = order === 'asc' ? 1 : -1;
    const byTime = orderby === 'modified';
    return [...this.orders.values()]
      .filter((each) => (statuses.includes('any') ? each.status !== 'trash' : statuses.includes(each.status)))
      .filter(({ id }) => ids === null || ids.includes(id))
      .filter(({ modifiedAt }) => modifiedAt > after && modifiedAt < before)
      .toSorted((a, b) => direction * ((byTime ? a.modifiedAt - b.modifiedAt : 0) || a.id - b.id));
  }

  #answer<S extends z.ZodType>(
    value: unknown,
    schema: S,
    counts: { total: number; pages: number } | null,
  ): ShopAnswer<z.infer<S>> {
    const { total, pages } = this.withoutTotals || counts === null ? { total: null, pages: null } : counts;
    return { type: 'ok', status: 200, data: schema.parse(value), total, pages, shopTime: this.now };
  }
}

export function faultOf(kind: ShopFaultKind, more: Partial<ShopFault> = {}): ShopFault {
  return { kind, status: null, code: null, retryAfterMs: null, mayHaveArrived: false, ...more };
}

const invalidId = faultOf('not-found', { status: 404, code: 'woocommerce_rest_shop_order_invalid_id' });

/** The site's zone in winter: Europe/Madrid. */
const siteAheadMs = 3_600_000;

/** As WooCommerce writes a time in its `_gmt` fields. */
export function timeText(at: number): string {
  return new Date(at).toISOString().slice(0, 19);
}

function momentOf(text: ShopQuery[string] | undefined, otherwise: number): number {
  return text === undefined ? otherwise : Date.parse(`${String(text)}Z`);
}

function listOf(value: ShopQuery[string]): readonly (string | number | boolean)[] {
  return typeof value === 'object' ? value : [value];
}

function fail(sentence: string): never {
  throw new Error(sentence);
}
