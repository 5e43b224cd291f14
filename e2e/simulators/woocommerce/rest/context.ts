import type { ShopInside } from '../shop.ts';
import type { Access, Asker } from './access.ts';
import { denied, type Act } from './access.ts';
import type { SiteAnswer } from './answer.ts';
import type { SiteRequest } from './request.ts';

/** What every part of the REST side works with. */
export interface SiteContext {
  shop: ShopInside;
  access: Access;
  /** The site's own address, without a `/` at its end. */
  home: string;
  https: boolean;
  /** Public addresses that stand for this machine, for a browser that is sent there. */
  hosts: Readonly<Record<string, string>>;
}

/** One request at one route. */
export interface Call {
  request: SiteRequest;
  asker: Asker;
  /** The ids in the path, in turn. */
  ids: readonly number[];
}

export type Handler = (call: Call) => SiteAnswer | Promise<SiteAnswer>;

export interface Route {
  /** The path below `/wp-json`, its groups being ids. */
  pattern: RegExp;
  /** What the header `Allow` says. */
  allow: string;
  methods: Readonly<Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Handler>>>;
}

/** The refusal for somebody unknown, or null. */
export function refusal({ asker }: Call, act: Act): SiteAnswer | null {
  return asker.type === 'manager' ? null : denied(act);
}

/** An item's routes: WordPress takes POST, PUT and PATCH for the same. */
export const editing = (handler: Handler): Pick<Route['methods'], 'POST' | 'PUT' | 'PATCH'> => ({
  POST: handler,
  PUT: handler,
  PATCH: handler,
});
