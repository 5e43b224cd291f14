import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createAsk } from '../live/ask.ts';
import { newId, screenId } from '../live/identity.ts';
import { createOrdersApi, OrdersApiContext } from '../live/orders-api.ts';
import { createQueryClient } from '../live/query-client.ts';
import { createServerClock } from '../live/server-clock.ts';
import { HistoryPage } from './history-page.tsx';

/** Builds the history and what it needs. It opens no live connection: what it shows, it asks for. */
export function createHistory(keyNeeded: ReactNode): ReactNode {
  const clock = createServerClock({ monotonic: () => performance.now(), wallClock: () => Date.now() });
  const ask = createAsk({ fetch: (path, init) => fetch(path, init), onServerTime: clock.set });
  const api = createOrdersApi({ ask, newId, screen: screenId(localStorage) });
  return (
    <QueryClientProvider client={createQueryClient()}>
      <OrdersApiContext value={api}>
        <HistoryPage now={clock.now} keyNeeded={keyNeeded} />
      </OrdersApiContext>
    </QueryClientProvider>
  );
}
