import type { ReactNode } from 'react';
import { createServerClock } from '../live/server-clock.ts';
import { createTicker } from '../live/ticker.ts';
import { SettingsApp } from './settings-app.tsx';
import { createShopApi } from './shop-api.ts';

/** Builds the settings page and what it needs. It opens no live connection: what it shows, it asks for. */
export function createSettings(keyNeeded: ReactNode): ReactNode {
  const clock = createServerClock({ monotonic: () => performance.now(), wallClock: () => Date.now() });
  const api = createShopApi({ fetch: (path, init) => fetch(path, init), onServerTime: clock.set });
  const ticker = createTicker({ now: clock.now, every: (run) => void setInterval(run, 1_000) });
  return <SettingsApp api={api} ticker={ticker} keyNeeded={keyNeeded} />;
}
