import type { HistoryQuery } from '@kasera/shared/history.ts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useOrdersApi } from '../live/orders-api.ts';
import { dataOrThrow, troubleOf } from '../live/query-client.ts';

/** The orders looked for, page after page; what was shown stays until others are there. */
export function useHistory(asked: HistoryQuery | null) {
  const api = useOrdersApi();
  const query = useInfiniteQuery({
    queryKey: ['history', asked],
    queryFn: async ({ pageParam }) =>
      dataOrThrow(await api.history({ ...asked, ...(pageParam && { cursor: pageParam }) })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const [first] = query.data?.pages ?? [];
  return {
    rows: query.data?.pages.flatMap(({ rows }) => rows) ?? null,
    total: first?.total ?? 0,
    late: first?.late ?? 0,
    hasMore: query.hasNextPage,
    more: () => void query.fetchNextPage(),
    isLooking: query.isFetching,
    trouble: troubleOf(query.error),
  };
}

const afterMs = 300;

/** What is typed, once nobody has typed for a moment. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
