/** A value that tells when it is replaced; the unit in which live data reaches React. */
export interface Cell<T> {
  get(): T;
  /** Replaces the value and tells every listener, unless it is the same one. */
  set(next: T): void;
  /** @returns the way to stop listening */
  subscribe(listener: () => void): () => void;
}

export function createCell<T>(initial: T): Cell<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(value, next)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
