import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { clockKey } from '../live/use-orders.ts';
import { useShopApi } from './context.ts';
import { paceOf } from './pace.ts';
import type { ShopApi, ShopReply } from './shop-api.ts';

const key = ['shop'];

/** Why there is no (new) view; the last one stays on the page meanwhile. */
class NoView extends Error {
  override readonly name = 'NoView';
  readonly why: Exclude<ShopReply<null>['type'], 'done'>;
  constructor(why: NoView['why']) {
    super(`no view of the shop: ${why}`);
    this.why = why;
  }
}

/** How the shop stands, asked for again and again; sooner while something is under way. */
export function useShopView() {
  const api = useShopApi();
  const query = useQuery({
    queryKey: key,
    queryFn: async () => {
      const reply = await api.read();
      if (reply.type !== 'done') throw new NoView(reply.type);
      return reply.data;
    },
    refetchInterval: ({ state }) => paceOf(state.data),
  });
  return { view: query.data ?? null, trouble: query.error instanceof NoView ? query.error.why : null };
}

/** Something a person asks for. It is under way until the page shows what came of it. */
export function useAct<V, T>(act: (api: ShopApi, asked: V) => Promise<ShopReply<T>>, scope?: string) {
  const api = useShopApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: V) => act(api, asked),
    // Where nobody set the kitchen's zone it is the shop's.
    onSettled: () => Promise.all([key, clockKey].map((queryKey) => client.invalidateQueries({ queryKey }))),
    ...(scope !== undefined && { scope: { id: scope } }),
  });
}

export function useConnect() {
  return useAct((api, connection: Parameters<ShopApi['connect']>[0]) => api.connect(connection));
}

export function useCheck() {
  return useAct<void, null>((api) => api.check());
}
