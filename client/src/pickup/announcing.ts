/** What the screen is calling out, and what it knows already. */
export interface Announcing {
  /** Ids that were ready at the last look; null before the first: what stands there for a while was called before. */
  known: ReadonlySet<string> | null;
  /** Waiting to be called, the first ready first. */
  queue: readonly string[];
  /** The one that is large now. */
  current: { id: string; until: number } | null;
}

export const silent: Announcing = { known: null, queue: [], current: null };

/** How long one is large. */
export const shownForMs = 5_000;
/** Behind many others each is called shortly, so that the last one does not wait for a minute. */
const hurriedForMs = 2_500;
const hurriedFrom = 4;

export interface Look {
  /** Ids, the first ready first. */
  ready: readonly string[];
  /** Whether it became ready so lately that a screen which was there would be calling it still. */
  isNew(id: string): boolean;
  /** In any clock that only rises, milliseconds. */
  now: number;
}

/**
 * Calls out what became ready, one after the other. What was handed over meanwhile is not called any more. At the first
 * look only what is new is called: an order made ready while this screen was loading has nobody else to call it.
 * @returns the same state where nothing changed
 */
export function announce(state: Announcing, look: Look): Announcing {
  const { ready, isNew, now } = look;
  if (state.known === null) {
    return announce({ ...state, known: new Set(ready.filter((id) => !isNew(id))) }, look);
  }
  const { known } = state;
  const here = new Set(ready);
  const fresh = ready.filter((id) => !known.has(id));
  const queue = [...state.queue.filter((id) => here.has(id)), ...fresh];
  const stays = state.current !== null && now < state.current.until && here.has(state.current.id);
  const next = stays ? undefined : queue.shift();
  const lengthMs = queue.length >= hurriedFrom ? hurriedForMs : shownForMs;
  const current = stays ? state.current : next === undefined ? null : { id: next, until: now + lengthMs };
  const isSame =
    current === state.current && fresh.length === 0 && queue.length === state.queue.length && known.size === here.size;
  return isSame ? state : { known: here, queue, current };
}
