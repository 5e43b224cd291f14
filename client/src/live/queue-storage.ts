import { commandSchema } from '@kasera/shared/command.ts';
import { z } from 'zod';
import type { CommandQueueDeps, QueuedCommand } from './command-queue.ts';

const entrySchema: z.ZodType<QueuedCommand> = z.object({
  orderId: z.string(),
  number: z.string(),
  command: commandSchema,
  pressedAt: z.number(),
  sent: z.boolean(),
  approved: z.boolean(),
});

const prefix = 'kasera.queue.';

/**
 * Keeps unanswered presses in the browser's storage, each under a key of its own: two tabs of one browser then never
 * overwrite each other's. A storage that is full or forbidden is no reason to refuse a press; it just does not
 * survive a reload.
 */
export function createQueueStorage(storage: Storage): CommandQueueDeps['storage'] {
  return {
    load: () => keys(storage).flatMap((key) => parse(storage.getItem(key))),
    save(entry) {
      attempt(() => storage.setItem(prefix + entry.command.id, JSON.stringify(entry)));
    },
    remove(commandId) {
      attempt(() => storage.removeItem(prefix + commandId));
    },
  };
}

function keys(storage: Storage): string[] {
  const all = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  return all.filter((key) => key.startsWith(prefix));
}

function parse(text: string | null): QueuedCommand[] {
  try {
    const parsed = entrySchema.safeParse(JSON.parse(text ?? ''));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}

function attempt(write: () => void): void {
  try {
    write();
  } catch {
    // Full or forbidden: the press lives in memory.
  }
}
