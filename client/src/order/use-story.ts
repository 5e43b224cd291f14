import { useQuery } from '@tanstack/react-query';
import { useOrdersApi } from '../live/orders-api.ts';
import { dataOrThrow, troubleOf } from '../live/query-client.ts';

const askAgainMs = 5_000;

/** Everything of one order, asked for again and again: it may still be on the board. */
export function useStory(orderId: string) {
  const api = useOrdersApi();
  const query = useQuery({
    queryKey: ['story', orderId],
    queryFn: async () => dataOrThrow(await api.story(orderId)),
    refetchInterval: askAgainMs,
  });
  return { story: query.data ?? null, trouble: troubleOf(query.error) };
}
