import type { NoticeCode } from '@kasera/shared/socket.ts';

export type Way = '/settings/kitchen' | '/service';

const ways: Partial<Record<NoticeCode, Way>> = {
  'items-unclaimed': '/settings/kitchen',
  'station-no-screen': '/service',
  'screens-deaf': '/service',
};

/** The page on which something can be done about it; null: not on one of Kasera's, or the shop's, which has its own link. */
export function wayOf(code: NoticeCode): Way | null {
  return ways[code] ?? null;
}
