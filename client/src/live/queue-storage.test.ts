import { expect, test } from 'vitest';
import type { QueuedCommand } from './command-queue.ts';
import { createQueueStorage } from './queue-storage.ts';

/** The browser's storage, as far as the queue uses it. */
function fakeStorage(refuses = false): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      if (refuses) throw new Error('full');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

const entry: QueuedCommand = {
  ...{ orderId: 'o1', number: '1042', pressedAt: 5, sent: true, approved: false },
  command: { type: 'note', id: 'note-0001', text: 'no salt', allergy: false, version: 3, screen: 's1' },
};

test('[BD3] gives back what was kept, and not what was removed', () => {
  const storage = fakeStorage();
  const queue = createQueueStorage(storage);
  queue.save(entry);
  queue.save({ ...entry, command: { type: 'ready', id: 'ready-001' } });
  queue.remove('ready-001');
  expect(createQueueStorage(storage).load()).toEqual([entry]);
});

test('[BD3] ignores what is not its own or not readable', () => {
  const storage = fakeStorage();
  storage.setItem('other', '{}');
  storage.setItem('kasera.queue.x', 'not json');
  storage.setItem('kasera.queue.y', '{"command":{"type":"explode"}}');
  const broken = [
    { ...entry, pressedAt: null },
    { ...entry, command: { ...entry.command, text: 5 } },
    [entry],
    'x',
    null,
  ];
  broken.forEach((one, index) => storage.setItem(`kasera.queue.${index}`, JSON.stringify(one)));
  expect(createQueueStorage(storage).load()).toEqual([]);
});

test('[BD3] a full storage is no reason to refuse a press', () => {
  expect(() => createQueueStorage(fakeStorage(true)).save(entry)).not.toThrow();
});
