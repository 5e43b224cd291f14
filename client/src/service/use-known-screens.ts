import type { KnownScreen } from '@kasera/shared/history.ts';
import { useQuery } from '@tanstack/react-query';
import { createAsk } from '../live/ask.ts';
import { dataOrThrow } from '../live/query-client.ts';
import { readKnownScreens } from './known-screens.ts';

const againEveryMs = 30_000;
const none: readonly KnownScreen[] = [];

/** The screens that were there lately, live or not. `isUnknown`: the server could not say. */
export function useKnownScreens(): { screens: readonly KnownScreen[]; isUnknown: boolean } {
  const query = useQuery({ queryKey: ['screens'], refetchInterval: againEveryMs, queryFn: askForScreens });
  return { screens: query.data ?? none, isUnknown: query.isError };
}

async function askForScreens({ signal }: { signal: AbortSignal }): Promise<KnownScreen[]> {
  const ask = createAsk({ fetch: (path, init) => fetch(path, init) });
  return dataOrThrow(await ask({ path: '/api/screens', signal, read: readKnownScreens }));
}
