import type { z } from 'zod';
import type { ShopAnswer, ShopClient, ShopFault } from '../../src/shop/connection/answer.ts';
import { shopFault } from '../../src/shop/connection/shop-fault.ts';

interface StandingNote {
  note: string;
  customer_note: boolean;
  date_created_gmt: string;
}

/** How a request goes wrong; `arrives`: the shop carries it out all the same, only its answer is lost. */
export interface Mishap {
  on: 'GET' | 'PUT' | 'POST';
  fault: ShopFault;
  arrives?: boolean;
}

/** One order in a shop that answers as WooCommerce's REST API does, in memory. */
export class ToldShop implements ShopClient {
  /** `gone`: it has no such order. */
  status = 'processing';
  placedAt: number;
  lines: unknown[] = [{ id: 1, name: 'Margarita', product_id: 7, variation_id: 0, quantity: 2, meta_data: [] }];
  meta: { id: number; key: string; value: unknown }[] = [];
  notes: StandingNote[] = [];
  /** Everything that was asked, as "PUT orders/82". */
  readonly asked: string[] = [];
  readonly bodies: unknown[] = [];
  readonly mishaps: Mishap[] = [];
  /** Called before a request is carried out: what happens between reading and writing. */
  meanwhile: (request: string) => void | Promise<void> = () => {};
  /** How far the shop's clock is ahead of ours. */
  aheadMs = 0;
  modifiedAt: number;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
    this.modifiedAt = now();
    this.placedAt = now() - 600_000;
  }

  get writes(): string[] {
    return this.asked.filter((request) => !request.startsWith('GET'));
  }

  /** Somebody changes it in the shop. */
  become(status: string): void {
    this.status = status;
    this.modifiedAt = Math.max(this.modifiedAt + 1_000, this.#now() + this.aheadMs);
  }

  get<S extends z.ZodType>(path: string, _query: unknown, schema: S): Promise<ShopAnswer<z.infer<S>>> {
    return this.#answer('GET', path, null, schema);
  }

  send<S extends z.ZodType>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: unknown,
    schema: S,
  ): Promise<ShopAnswer<z.infer<S>>> {
    return this.#answer(method, path, body, schema);
  }

  async #answer<S extends z.ZodType>(
    method: string,
    path: string,
    body: unknown,
    schema: S,
  ): Promise<ShopAnswer<z.infer<S>>> {
    const request = `${method} ${path}`;
    this.asked.push(request);
    if (body !== null) this.bodies.push(body);
    await this.meanwhile(request);
    const index = this.mishaps.findIndex(({ on }) => on === method);
    const [mishap] = index < 0 ? [] : this.mishaps.splice(index, 1);
    if (mishap && !mishap.arrives) return { type: 'fault', fault: mishap.fault };
    const data = this.#carryOut(method, path, body);
    if (mishap) return { type: 'fault', fault: mishap.fault };
    if (data === null) {
      const known = { status: method === 'GET' ? 404 : 400, code: 'woocommerce_rest_shop_order_invalid_id' };
      return { type: 'fault', fault: shopFault(method === 'GET' ? 'not-found' : 'refused', known) };
    }
    const shopTime = this.#now() + this.aheadMs;
    return { type: 'ok', status: 200, data: schema.parse(data), total: null, pages: null, shopTime };
  }

  #carryOut(method: string, path: string, body: unknown): unknown {
    if (this.status === 'gone') return null;
    if (path.endsWith('/notes')) return method === 'GET' ? [...this.notes] : this.#addNote(body);
    if (method === 'PUT') this.#write(body as { status?: string; meta_data?: { key: string; value: string }[] });
    return this.body();
  }

  #write({ status, meta_data = [] }: { status?: string; meta_data?: { key: string; value: string }[] }): void {
    const kept = this.meta.filter(({ key }) => !meta_data.some((one) => one.key === key));
    this.meta = [...kept, ...meta_data.map((one, index) => ({ id: 100 + index, ...one }))];
    this.become(status ?? this.status);
  }

  #addNote(body: unknown): StandingNote {
    const { note, customer_note } = body as { note: string; customer_note: boolean };
    const at = new Date(this.#now() + this.aheadMs).toISOString().slice(0, 19);
    const standing = { note, customer_note, date_created_gmt: at };
    this.notes.push(standing);
    return standing;
  }

  /** The order as the REST API gives it. */
  body() {
    const gmt = (at: number) => new Date(at).toISOString().slice(0, 19);
    return {
      ...{ id: 82, number: '1042', status: this.status, currency: 'EUR', total: '20.00', customer_id: 0 },
      ...{ date_created_gmt: gmt(this.placedAt), date_modified_gmt: gmt(this.modifiedAt) },
      meta_data: this.meta,
      line_items: this.lines,
    };
  }
}
