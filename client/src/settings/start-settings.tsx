import type { ReactNode } from 'react';
import { createAsk } from '../live/ask.ts';
import { newId, screenId } from '../live/identity.ts';
import { createOrdersApi, OrdersApiContext } from '../live/orders-api.ts';
import { createServerClock } from '../live/server-clock.ts';
import { createTicker } from '../live/ticker.ts';
import { SettingsApp } from './settings-app.tsx';
import { createShopApi } from './shop-api.ts';

/** Builds the settings page and what it needs. It opens no live connection: what it shows, it asks for. */
export function createSettings(keyNeeded: ReactNode): ReactNode {
  const clock = createServerClock({ monotonic: () => performance.now(), wallClock: () => Date.now() });
  const asking = { fetch: (path: string, init: RequestInit) => fetch(path, init), onServerTime: clock.set };
  const api = createShopApi(asking);
  const orders = createOrdersApi({ ask: createAsk(asking), newId, screen: screenId(localStorage) });
  const ticker = createTicker({ now: clock.now, every: (run) => void setInterval(run, 1_000) });
  return (
    <OrdersApiContext value={orders}>
      <SettingsApp api={api} ticker={ticker} keyNeeded={keyNeeded} />
    </OrdersApiContext>
  );
}
