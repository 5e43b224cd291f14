import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

function turnsAt() {
  const world = { at: 1_000, pressure: 0, timers: [] as { wake: () => void; afterMs: number }[] };
  const turns = createTurns({
    pressure: () => world.pressure,
    elapsed: () => world.at,
    schedule: (wake, afterMs) => void world.timers.push({ wake, afterMs }),
  });
  /** How long until it would be woken; null: it would not. */
  const restMs = (): number | null => {
    turns.whenRested(() => {});
    const timer = world.timers.pop();
    timer?.wake();
    return timer?.afterMs ?? null;
  };
  return { world, turns, restMs };
}

test('[IN3c] without a flood many are carried out at once, and none rests', () => {
  const { turns, world, restMs } = turnsAt();
  world.pressure = 23;
  const decided = turns.begin();
  world.at += 50;
  decided();
  expect([turns.free(63), turns.free(64), restMs()]).toEqual([true, false, null]);
});

test('[IN3c] in a flood a fiftieth of the time goes to what is stored', () => {
  const { turns, world } = turnsAt();
  world.pressure = 24;
  let begun = 0;
  for (; world.at < 11_000; world.at += 0.25) {
    if (!turns.free(0)) continue;
    const decided = turns.begin();
    world.at += 0.5;
    decided();
    begun += 1;
  }
  expect(begun).toBeGreaterThan(380);
  expect((begun * 0.5) / 10_000).toBeLessThan(0.0205);
});

test('[IN3c] in a flood one that does not say it is decided holds up the next for a moment only', () => {
  const { turns, world, restMs } = turnsAt();
  world.pressure = 50;
  const decided = turns.begin();
  expect([turns.free(1), restMs()]).toEqual([false, 100]);
  world.at += 100;
  expect([turns.free(1), turns.free(4)]).toEqual([true, false]);
  world.at += 5_000;
  decided();
  expect(restMs()).toBe(100);
});

test('[IN3c] many that ask to be woken are woken once, and again after the next rest', () => {
  const { turns, world } = turnsAt();
  world.pressure = 50;
  let woken = 0;
  turns.begin();
  for (let asked = 0; asked < 3; asked++) turns.whenRested(() => void woken++);
  expect(world.timers).toHaveLength(1);
  for (const { wake } of world.timers.splice(0)) wake();
  turns.whenRested(() => void woken++);
  expect([woken, world.timers.length]).toEqual([1, 1]);
});

test('[IN3c] what rests for a flood is begun at once when the flood is over', () => {
  const { turns, world, restMs } = turnsAt();
  world.pressure = 50;
  turns.begin();
  world.pressure = 0;
  expect([turns.free(1), restMs()]).toEqual([true, null]);
});
