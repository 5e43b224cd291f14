import {
  shopCheckSchema,
  shopViewSchema,
  type ConnectShop,
  type ShopCheck,
  type ShopView,
  type WriteBackMapping,
} from '@kasera/shared/shop.ts';

/** What came of asking Kasera for something about the shop. */
export type ShopReply<T> =
  | { type: 'done'; data: T }
  /** The board's key is missing. */
  | { type: 'unauthorised' }
  /** No answer at all. */
  | { type: 'unreached' }
  /** An answer of another Kasera than this page was made for. */
  | { type: 'unreadable' }
  /** A refusal; `checks` says what was found, where the shop itself was looked at. */
  | { type: 'refused'; code: string; message: string; checks: ShopCheck[] };

/** The settings page's side of `/api/shop`. Nothing throws or rejects: whatever happens is a reply. */
export interface ShopApi {
  read(): Promise<ShopReply<ShopView>>;
  connect(connection: ConnectShop): Promise<ShopReply<null>>;
  /** @returns what became of Kasera's webhooks in the shop */
  disconnect(): Promise<ShopReply<LeftWebhooks>>;
  /** Looks at the shop anew; resolves when everything was looked at. */
  check(): Promise<ShopReply<null>>;
  /** @returns the address of the shop's own consent page */
  askConsent(url: string): Promise<ShopReply<string>>;
  saveMapping(mapping: WriteBackMapping): Promise<ShopReply<null>>;
  judgeSuspects(verdict: { orderIds: string[]; erased: boolean }): Promise<ShopReply<null>>;
}

/** `none`: there were none. */
export type LeftWebhooks = 'none' | 'removed' | 'left';

export interface ShopApiDeps {
  fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** Is told the server's time, epoch milliseconds, with each answer. */
  onServerTime(now: number): void;
}

const readWithinMs = 10_000;
/** A shop may be silent for 30 s at one of the checks. */
const actWithinMs = 120_000;

export function createShopApi({ fetch, onServerTime }: ShopApiDeps): ShopApi {
  async function ask<T>(
    method: string,
    path: string,
    body: unknown,
    read: (answer: unknown) => T | null,
  ): Promise<ShopReply<T>> {
    let response: Response;
    let answer: unknown;
    try {
      response = await fetch(`/api/shop${path}`, {
        method,
        signal: AbortSignal.timeout(method === 'GET' ? readWithinMs : actWithinMs),
        ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      answer = await response.json().catch(() => null);
    } catch {
      return { type: 'unreached' };
    }
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(date)) onServerTime(date);
    if (!response.ok) return refusal(response.status, answer);
    const data = read(answer);
    return data === null ? { type: 'unreadable' } : { type: 'done', data };
  }
  const act = async (method: string, path: string, body?: unknown): Promise<ShopReply<null>> => {
    const reply = await ask(method, path, body, () => true);
    return reply.type === 'done' ? { type: 'done', data: null } : reply;
  };
  return {
    read: () => ask('GET', '', undefined, (answer) => shopViewSchema.safeParse(answer).data ?? null),
    connect: (connection) => act('PUT', '/connection', connection),
    disconnect: () => ask('DELETE', '/connection', undefined, (answer) => leftIn(textIn(answer, 'webhooks'))),
    check: () => act('POST', '/check'),
    askConsent: (url) => ask('POST', '/consent', { url }, (answer) => textIn(answer, 'url')),
    saveMapping: (mapping) => act('PUT', '/mapping', mapping),
    judgeSuspects: (verdict) => act('POST', '/suspects', verdict),
  };
}

function refusal(status: number, answer: unknown): ShopReply<never> {
  if (status === 401) return { type: 'unauthorised' };
  const error = fieldOf(answer, 'error');
  return {
    type: 'refused',
    code: textIn(error, 'code') ?? String(status),
    message: textIn(error, 'message') ?? String(status),
    checks: shopCheckSchema.array().safeParse(fieldOf(answer, 'checks')).data ?? [],
  };
}

function leftIn(text: string | null): LeftWebhooks | null {
  return text === 'none' || text === 'removed' || text === 'left' ? text : null;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : null;
}

function textIn(value: unknown, name: string): string | null {
  const found = fieldOf(value, name);
  return typeof found === 'string' ? found : null;
}
