import type { Router } from 'express';
import { createCatalogueRouter, type CatalogueRouterDeps } from './catalogue-router.ts';
import { createGrantRouter, type GrantRouterDeps } from './grant-router.ts';
import { createShopRouter, type ShopRouterDeps } from './shop-router.ts';
import { createSoldOutRouter, type SoldOutRouterDeps } from './sold-out-router.ts';

export type ShopPages = ShopRouterDeps &
  GrantRouterDeps & {
    search: CatalogueRouterDeps['search'];
    soldOut: SoldOutRouterDeps;
  };

export interface ShopRouters {
  /** Below `/api`, behind the key. */
  api: Router[];
  /** The one path the shop's own server calls, without a key. */
  grant: Router;
}

/** Everything over HTTP that is about the shop. */
export function createShopRouters(pages: ShopPages): ShopRouters {
  const { soldOut, search, catalogue: counts } = pages;
  return {
    api: [createShopRouter(pages), createSoldOutRouter(soldOut), createCatalogueRouter({ search, counts })],
    grant: createGrantRouter(pages),
  };
}
