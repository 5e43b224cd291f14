import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { createQueryClient } from '../live/query-client.ts';
import { TickerContext, type Ticker } from '../live/ticker.ts';
import { KitchenZone } from '../ui/kitchen-zone.tsx';
import { ShopApiContext } from './context.ts';
import type { ShopApi } from './shop-api.ts';
import { ShopPage } from './shop-page.tsx';

/** The settings pages. `keyNeeded` is shown where the board's key is missing. */
export function SettingsApp({ api, ticker, keyNeeded }: { api: ShopApi; ticker: Ticker; keyNeeded: ReactNode }) {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <ShopApiContext value={api}>
        <TickerContext value={ticker}>
          <KitchenZone>
            <ShopPage keyNeeded={keyNeeded} />
          </KitchenZone>
        </TickerContext>
      </ShopApiContext>
    </QueryClientProvider>
  );
}
