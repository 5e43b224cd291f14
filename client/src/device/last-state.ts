import type { KitchenRules, Order } from '@kasera/shared/order.ts';

/** What a board last knew. */
export interface LastState {
  /** The server's time at which it was so. */
  at: number;
  rules: KitchenRules;
  orders: readonly Order[];
}

/** Keeps one state in the browser. Everything may fail (private window, full disk): then there is none. */
export interface LastStateStore {
  load(): Promise<LastState | null>;
  save(state: LastState): Promise<void>;
  clear(): Promise<void>;
}

const key = 'last';
/** The form of what is kept; another one is not read. */
const form = 1;

export function createLastStateStore(indexedDb: IDBFactory): LastStateStore {
  const withStore = async <T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>) => {
    const database = await open(indexedDb);
    try {
      return await answerOf(ask(database.transaction('board', mode).objectStore('board')));
    } finally {
      database.close();
    }
  };
  const quietly = async (work: Promise<unknown>) => {
    try {
      await work;
    } catch {
      // Full or forbidden: a reload without the server shows nothing.
    }
  };
  return {
    async load() {
      try {
        return read(await withStore<unknown>('readonly', (store) => store.get(key)));
      } catch {
        return null;
      }
    },
    save: (state) => quietly(withStore('readwrite', (store) => store.put({ ...state, form }, key))),
    clear: () => quietly(withStore('readwrite', (store) => store.delete(key))),
  };
}

function open(indexedDb: IDBFactory): Promise<IDBDatabase> {
  const request = indexedDb.open('kasera', 1);
  request.onupgradeneeded = () => void request.result.createObjectStore('board');
  return answerOf(request);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing.'));
  });
}

function read(kept: unknown): LastState | null {
  return isLastState(kept) ? kept : null;
}

/** Written by this same build or one like it, into this browser; by hand, as in `live/queue-storage.ts`. */
function isLastState(kept: unknown): kept is LastState {
  if (typeof kept !== 'object' || kept === null) return false;
  const isOurs = 'form' in kept && kept.form === form && 'at' in kept && Number.isFinite(kept.at);
  const hasRules =
    'rules' in kept && typeof kept.rules === 'object' && kept.rules !== null && 'thresholds' in kept.rules;
  return isOurs && hasRules && 'orders' in kept && Array.isArray(kept.orders);
}
