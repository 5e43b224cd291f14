import type { Cell } from '../live/cell.ts';

/** What of a browser a wake lock needs; `request` is null where it has none (plain http, older ones). */
export interface WakeLockDeps {
  request: (() => Promise<{ addEventListener(type: 'release', run: () => void): void }>) | null;
  isVisible(): boolean;
  onVisible(run: () => void): void;
  /** Whether the screen is kept awake, as it is told to the others. */
  awake: Pick<Cell<boolean>, 'get' | 'set'>;
  /** Tries again after a refusal (low battery, a policy): once in a while. */
  every(run: () => void): void;
  /** Somebody touches the screen or presses a key: iPads and iPhones give the first lock to nothing else. */
  onInput(run: () => void): void;
}

/**
 * Keeps the screen awake while its page is in sight. Browsers take the lock away when the page is hidden, and some
 * refuse it at first; it is asked for again whenever the page comes back or is touched, and every minute while it is not
 * held.
 */
export function keepAwake({ request, isVisible, onVisible, awake, every, onInput }: WakeLockDeps): void {
  if (!request) return;
  let asking = false;
  const take = async () => {
    if (asking || awake.get() || !isVisible()) return;
    asking = true;
    try {
      const lock = await request();
      awake.set(true);
      lock.addEventListener('release', () => {
        awake.set(false);
        if (isVisible()) void take();
      });
    } catch {
      // Refused for now; `/service` and the settings say that this screen may sleep.
    } finally {
      asking = false;
    }
  };
  let seconds = 0;
  every(() => {
    seconds += 1;
    if (seconds % 60 === 0) void take();
  });
  onVisible(() => void take());
  onInput(() => void take());
  void take();
}
