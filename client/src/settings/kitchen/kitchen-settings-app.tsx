import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { createQueryClient } from '../../live/query-client.ts';
import { TickerContext, type Ticker } from '../../live/ticker.ts';
import { KitchenApiContext } from './context.ts';
import type { KitchenApi } from './kitchen-api.ts';
import { KitchenPage } from './kitchen-page.tsx';

/** `keyNeeded` is shown where the board's key is missing. */
export function KitchenSettingsApp(props: { api: KitchenApi; ticker: Ticker; keyNeeded: ReactNode }) {
  const { api, ticker, keyNeeded } = props;
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <KitchenApiContext value={api}>
        <TickerContext value={ticker}>
          <KitchenPage keyNeeded={keyNeeded} />
        </TickerContext>
      </KitchenApiContext>
    </QueryClientProvider>
  );
}
