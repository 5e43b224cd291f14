import { shouldReload } from './build-watch.ts';
import { isServed } from './is-served.ts';
import type { Live } from './live.ts';

const answersWithinMs = 2_000;
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
  // Asked of the server itself: the worker answers for it only where a page is opened.
  if (!reload || !(await isServed('/board', answersWithinMs))) return;
  sessionStorage.setItem(triedKey, serverBuild);
  window.location.reload();
}
