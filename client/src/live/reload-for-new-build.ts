import { shouldReload } from './build-watch.ts';
import type { Live } from './live.ts';

const triedKey = 'kasera.reloadedFor';

/**
 * Loads the page again where the server runs another build of it, nobody is at the screen and nothing waits.
 * @param lastInputAt when somebody last touched this screen or pressed a key, monotonic milliseconds
 */
export async function reloadForNewBuild(live: Live, lastInputAt: number): Promise<void> {
  const serverBuild = live.beat.get()?.build ?? '';
  const reload = shouldReload({
    ownBuild: __KASERA_BUILD__,
    serverBuild,
    triedBuild: sessionStorage.getItem(triedKey),
    // A page that was just loaded was just asked for.
    sinceInputMs: performance.now() - Math.max(0, lastInputAt),
    queued: live.queued.get().length,
    isHeard: live.phase.get() === 'live' && live.watch.get().warning.type === 'none',
  });
  if (!reload || !(await isThere())) return;
  sessionStorage.setItem(triedKey, serverBuild);
  window.location.reload();
}

/** Whether the server gives the page out at this moment; asked of itself, past the service worker. */
async function isThere(): Promise<boolean> {
  try {
    return (await fetch('/board', { cache: 'no-store', signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
