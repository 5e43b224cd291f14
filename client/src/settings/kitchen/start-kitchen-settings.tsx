import type { ReactNode } from 'react';
import { createAsk } from '../../live/ask.ts';
import { createServerClock } from '../../live/server-clock.ts';
import { createTicker } from '../../live/ticker.ts';
import { createKitchenApi } from './kitchen-api.ts';
import { KitchenSettingsApp } from './kitchen-settings-app.tsx';

/** Builds the kitchen's settings page and what it needs. It opens no live connection: what it shows, it asks for. */
export function createKitchenSettings(keyNeeded: ReactNode): ReactNode {
  const clock = createServerClock({ monotonic: () => performance.now(), wallClock: () => Date.now() });
  const api = createKitchenApi(createAsk({ fetch: (path, init) => fetch(path, init), onServerTime: clock.set }));
  const ticker = createTicker({ now: clock.now, every: (run) => void setInterval(run, 1_000) });
  return <KitchenSettingsApp api={api} ticker={ticker} keyNeeded={keyNeeded} />;
}
