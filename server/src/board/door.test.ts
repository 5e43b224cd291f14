import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { createTurnedAway } from '../access/turned-away.ts';
import { createClientAddress } from '../http/client-address.ts';
import { createDoor, type Arrival } from './door.ts';

class Someone extends EventEmitter implements Arrival {
  readonly remoteAddress: string;
  readonly request: Arrival['request'];
  constructor(remoteAddress: string, key = 'none', forwardedFor?: string) {
    super();
    this.remoteAddress = remoteAddress;
    this.request = { headers: { authorization: key, ...(forwardedFor && { 'x-forwarded-for': forwardedFor }) } };
  }
  close(): void {
    this.emit('close');
  }
}

function bed() {
  const said: [object, string][] = [];
  const clock = { now: 0 };
  const log = { warn: (...line: [object, string]) => void said.push(line) };
  const door = createDoor({
    limits: {
      screens: { ofAddress: 2, altogether: 3 },
      knocking: { ofAddress: 1, altogether: 2 },
      turnedAway: 2,
    },
    isKnown: ({ authorization }) => authorization === 'right',
    addressOf: createClientAddress(['10.0.0.1']).of,
    turnedAway: createTurnedAway({ log, now: () => clock.now, what: 'doors' }),
  });
  const comes = (address: string, key?: string, forwardedFor?: string) => {
    const someone = new Someone(address, key, forwardedFor);
    door.arrived(someone);
    return someone;
  };
  return { door, comes, said, clock };
}

test('[BD6b] who comes with a key has a place until it goes, and strangers take none of them', () => {
  const { door, comes } = bed();
  const knocking = [comes('a'), comes('b')];
  const [first, second, third] = [comes('a', 'right'), comes('a', 'right'), comes('a', 'right')];
  expect([first, second, third].map(door.letIn)).toEqual([true, true, false]);
  expect(door.letIn(comes('b', 'right'))).toBe(true);
  expect(door.letIn(comes('c', 'right'))).toBe(false);
  for (const gone of [...knocking, first]) gone.close();
  expect(door.letIn(comes('a', 'right'))).toBe(true);
});

test('[BD6b] who says its key afterwards is counted as knocking until then, and as a screen from then on', () => {
  const { door, comes } = bed();
  const [first, second] = [comes('a'), comes('a')];
  expect([first, second].map(door.letIn)).toEqual([true, false]);
  second.close();
  const next = comes('a');
  expect(door.letIn(next)).toBe(true);
  const last = comes('a');
  expect(door.letIn(last)).toBe(false);
  next.close();
  expect(door.letIn(comes('b'))).toBe(true);
});

test('[BD6b] where many are being turned away the next ones are not let as far as a sentence', () => {
  const { door, comes } = bed();
  comes('a');
  const refused = [comes('a'), comes('a')];
  expect(door.isOpen()).toBe(false);
  refused[0]?.close();
  expect(door.isOpen()).toBe(true);
});

test('[BD6b] the log says so once a minute, with how many and never from where', () => {
  const { comes, said, clock } = bed();
  comes('203.0.113.9');
  for (let more = 0; more < 5; more += 1) comes('203.0.113.9');
  expect(said).toHaveLength(1);
  clock.now += 60_000;
  comes('203.0.113.9');
  expect(said.map(([fields]) => fields)).toEqual([{ turnedAway: 1 }, { turnedAway: 5 }]);
  expect(JSON.stringify(said)).not.toContain('203.0.113.9');
});

test('[BD6c] behind a trusted proxy each client has its own places, and a stranger gains none by what he writes', () => {
  const { door, comes } = bed();
  const screens = ['a', 'a', 'b'].map((who) =>
    comes('10.0.0.1', 'right', `198.51.100.1, 203.0.113.${who === 'a' ? 1 : 2}`),
  );
  expect(screens.map(door.letIn)).toEqual([true, true, true]);
  for (const gone of screens.slice(1)) gone.close();
  const forged = [1, 2, 3].map((last) => comes('192.168.1.20', 'right', `203.0.113.${last}`));
  expect(forged.map(door.letIn)).toEqual([true, true, false]);
});
