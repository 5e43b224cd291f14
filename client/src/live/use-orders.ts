import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OrderStatus } from '@kasera/shared/order.ts';
import { useOrdersApi, type KitchenClock } from './orders-api.ts';
import { dataOrThrow } from './query-client.ts';

export const clockKey = ['clock'];

/**
 * The kitchen's clock; while it is not known, null. Where it cannot be had, the screen's own serves: the past is still
 * worth reading.
 */
export function useKitchenClock(): KitchenClock | null {
  const api = useOrdersApi();
  const query = useQuery({
    queryKey: clockKey,
    queryFn: async () => dataOrThrow(await api.clock()),
    staleTime: Infinity,
    // Its zone may be set, or come with the shop, while a page stands open.
    refetchInterval: 30_000,
  });
  if (query.data) return query.data;
  const own = { timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone, dayEndsAt: 300, stations: [] };
  return query.isError ? own : null;
}

/** Takes an order one step back; everything shown is asked for anew. */
export function useReopen() {
  const api = useOrdersApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: { id: string; status: OrderStatus; version?: number }) => api.reopen(order),
    onSettled: () => client.invalidateQueries(),
  });
}
