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

export interface Found<T> {
  items: T[];
  /** Whether there may be others after them. */
  more: boolean;
}

export interface BacklogDeps<T> {
  /** Waiting items after an id, oldest first, at most so many and (but for the first) so large together. */
  read(afterId: string, limit: number, maxBytes: number): Promise<Found<T>>;
  /** How many are kept in memory. */
  most: number;
  bytesOf(item: T): number;
  /** With so much in memory no other is taken in. */
  mostBytes: number;
}

/**
 * Items carry rising ids and become readable in that order, so "everything after the last one taken" is exactly what
 * was left on disk.
 */
export function createBacklog<T extends { id: string }>(deps: BacklogDeps<T>): Backlog<T> {
  const { read, most, bytesOf, mostBytes } = deps;
  const items: T[] = [];
  let bytes = 0;
  let leftAfter: string | null = null;
  let leftMore = false;
  let reading = false;
  return {
    put(item) {
      if (leftAfter === null && items.length < most && bytes < mostBytes) {
        bytes += bytesOf(item);
        return void items.push(item);
      }
      leftAfter ??= items.at(-1)?.id ?? '';
      leftMore = true;
    },
    putBack(item) {
      bytes += bytesOf(item);
      items.unshift(item);
    },
    next() {
      const item = items.shift();
      if (item) bytes -= bytesOf(item);
      return item;
    },
    startFromDisk() {
      leftAfter = '';
    },
    wantsRefill: () => leftAfter !== null && !reading && items.length < most / 2 && bytes < mostBytes / 2,
    async refill() {
      reading = true;
      leftMore = false;
      try {
        const found = await read(leftAfter ?? '', most, mostBytes);
        const last = found.items.at(-1)?.id ?? leftAfter;
        // What was put while reading may or may not be among the found: then one more look is needed.
        leftAfter = found.more || leftMore ? last : null;
        for (const item of found.items) bytes += bytesOf(item);
        items.push(...found.items);
      } finally {
        reading = false;
      }
      return items.length > 0 || leftAfter !== null;
    },
    size: () => items.length,
  };
}
