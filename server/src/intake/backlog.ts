/** What waits to be carried out: in memory while it fits, else left on disk and read again. */
export interface Backlog<T> {
  /** Adds something that is on disk already. */
  put(item: T): void;
  /** Gives back what could not be carried out: it comes first again. */
  putBack(item: T): void;
  next(): T | undefined;
  /** Reads on from the disk if something was left there. Resolves to whether there is something now. */
  refill(): Promise<boolean>;
  /** Begins with what the disk holds. */
  startFromDisk(): void;
  /** Whether something was left on disk and there is room for it. */
  wantsRefill(): boolean;
  size(): number;
}

export interface BacklogDeps<T> {
  /** Waiting items after an id, oldest first. */
  read(afterId: string, limit: number): Promise<T[]>;
  /** How many are kept in memory. */
  most: number;
}

/**
 * Items carry rising ids and become readable in that order, so "everything after the last one taken" is exactly what
 * was left on disk.
 */
export function createBacklog<T extends { id: string }>({ read, most }: BacklogDeps<T>): Backlog<T> {
  const items: T[] = [];
  let leftAfter: string | null = null;
  let leftMore = false;
  let reading = false;
  return {
    put(item) {
      if (leftAfter === null && items.length < most) return void items.push(item);
      leftAfter ??= items.at(-1)?.id ?? '';
      leftMore = true;
    },
    putBack: (item) => void items.unshift(item),
    next: () => items.shift(),
    startFromDisk() {
      leftAfter = '';
    },
    wantsRefill: () => leftAfter !== null && !reading && items.length < most / 2,
    async refill() {
      reading = true;
      leftMore = false;
      try {
        const found = await read(leftAfter ?? '', most);
        const last = found.at(-1)?.id ?? leftAfter;
        // What was put while reading may or may not be among the found: then one more look is needed.
        leftAfter = found.length === most || leftMore ? last : null;
        items.push(...found);
      } finally {
        reading = false;
      }
      return items.length > 0 || leftAfter !== null;
    },
    size: () => items.length,
  };
}
