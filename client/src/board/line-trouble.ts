import type { Beat, Notice } from '@kasera/shared/socket.ts';

/** What the reserved row has to say of the line itself; the station without a screen first: its orders are seen by nobody. */
export function lineTrouble(beat: Beat | null): Notice | null {
  const find = (code: Notice['code']) => beat?.notices.find((notice) => notice.code === code) ?? null;
  return find('station-no-screen') ?? find('screens-deaf');
}
