import type { Command, CommandType } from '@kasera/shared/command.ts';
import type { CommandQueueDeps, QueuedCommand } from './command-queue.ts';

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
    const entry: unknown = JSON.parse(text ?? '');
    return isEntry(entry) ? [entry] : [];
  } catch {
    return [];
  }
}

/** By hand, since a schema library is half of what a phone would have to load; the server checks every command anyway. */
function isEntry(value: unknown): value is QueuedCommand {
  if (!isRecord(value) || !isRecord(value.command)) return false;
  const texts = typeof value.orderId === 'string' && typeof value.number === 'string';
  const flags = typeof value.sent === 'boolean' && typeof value.approved === 'boolean';
  return texts && flags && Number.isFinite(value.pressedAt) && isCommand(value.command);
}

/** What a command of each type carries besides its envelope. */
const contents: Record<CommandType, (command: Record<string, unknown>) => boolean> = {
  acknowledge: ({ readyInMinutes }) => readyInMinutes === undefined || Number.isFinite(readyInMinutes),
  'item-done': ({ itemId }) => typeof itemId === 'string',
  'item-undone': ({ itemId }) => typeof itemId === 'string',
  ready: () => true,
  complete: () => true,
  recall: () => true,
  cancel: ({ reason }) => typeof reason === 'string',
  confirm: () => true,
  note: ({ text, allergy }) => typeof text === 'string' && typeof allergy === 'boolean',
  delay: ({ minutes }) => Number.isFinite(minutes),
  rush: ({ why }) => why === null || why === 'rush' || why === 'driver',
  fire: () => true,
  postpone: ({ promisedAt }) => Number.isFinite(promisedAt),
  'put-away': () => true,
};

function isCommand(command: Record<string, unknown>): command is Command {
  const { type, id } = command;
  return (
    typeof id === 'string' &&
    typeof type === 'string' &&
    isType(type) &&
    hasStations(command) &&
    contents[type](command)
  );
}

function hasStations({ stations }: Record<string, unknown>): boolean {
  return stations === undefined || (Array.isArray(stations) && stations.every((one) => typeof one === 'string'));
}

function isType(type: string): type is CommandType {
  return Object.hasOwn(contents, type);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function attempt(write: () => void): void {
  try {
    write();
  } catch {
    // Full or forbidden: the press lives in memory.
  }
}
