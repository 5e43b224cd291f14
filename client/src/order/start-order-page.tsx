import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createAsk } from '../live/ask.ts';
import { newId, screenId } from '../live/identity.ts';
import { createOrdersApi, OrdersApiContext } from '../live/orders-api.ts';
import { createQueryClient } from '../live/query-client.ts';
import { createServerClock } from '../live/server-clock.ts';
import { OrderPage } from './order-page.tsx';

/** Builds the page of the order its address names. It opens no live connection: what it shows, it asks for. */
export function createOrderPage(keyNeeded: ReactNode): ReactNode {
  const clock = createServerClock({ monotonic: () => performance.now(), wallClock: () => Date.now() });
  const ask = createAsk({ fetch: (path, init) => fetch(path, init), onServerTime: clock.set });
  const api = createOrdersApi({ ask, newId, screen: screenId(localStorage) });
  const orderId = decodeURIComponent(window.location.pathname.split('/')[2] ?? '');
  return (
    <QueryClientProvider client={createQueryClient()}>
      <OrdersApiContext value={api}>
        <OrderPage orderId={orderId} now={clock.now} keyNeeded={keyNeeded} />
      </OrdersApiContext>
    </QueryClientProvider>
  );
}
