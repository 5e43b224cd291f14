import { createCell, type Cell } from './cell.ts';

/**
 * A choice that belongs to this screen and survives a reload, as far as the browser lets it.
 * @param read makes a valid value of what was kept (null: nothing)
 */
export function createPreference<T extends string>(
  storage: Storage,
  key: string,
  read: (kept: string | null) => T,
): Cell<T> {
  const name = `kasera.${key}`;
  const cell = createCell(read(storage.getItem(name)));
  return {
    ...cell,
    set(next) {
      cell.set(next);
      try {
        storage.setItem(name, next);
      } catch {
        // Full or forbidden: it holds until the reload.
      }
    },
  };
}
