import { useState } from 'react';
import { createSoldOutApi, type SoldOutApi } from '../../live/sold-out-api.ts';

/** The way to sell out and back. Only panels that come later ask for it: no board waits for its script. */
export function useSoldOutApi(): SoldOutApi {
  const [api] = useState(() => createSoldOutApi({ fetch: (path, init) => fetch(path, init) }));
  return api;
}
