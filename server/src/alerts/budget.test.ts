import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PendingPush } from './budget.ts';
import { budgetWindowMs, maxHoldMs, planPushes } from './budget.ts';

const minute = 60_000;

function pending(count: number, since: number, held = false): PendingPush[] {
  return Array.from({ length: count }, (_, index) => ({ id: `d${since}-${index}`, since, held }));
}

test('[PU6] of a burst the first six of eight leave at once, the rest is held for two minutes', () => {
  const plan = planPushes({ now: 0, budget: 8, slotsFreeAt: [], pending: pending(10, 0) });
  expect(plan.alone).toHaveLength(6);
  expect(plan.held).toHaveLength(4);
  expect(plan.together).toEqual([]);
  expect(plan.heldUntil).toBe(2 * minute);
});

test('[PU6] what was held leaves as one push when its oldest has waited two minutes', () => {
  const slotsFreeAt = Array.from({ length: 6 }, () => 15 * minute);
  const waiting = [...pending(3, 0, true), ...pending(1, minute, true)];
  const before = planPushes({ now: 2 * minute - 1, budget: 8, slotsFreeAt, pending: waiting });
  expect(before).toMatchObject({ alone: [], together: [], heldUntil: 2 * minute });
  const after = planPushes({ now: 2 * minute, budget: 8, slotsFreeAt, pending: waiting });
  expect(after.together).toEqual(waiting.map(({ id }) => id));
  expect(after.held).toEqual([]);
});

test('[PU6] a single held order leaves by itself', () => {
  const slotsFreeAt = Array.from({ length: 6 }, () => 15 * minute);
  const plan = planPushes({ now: 2 * minute, budget: 8, slotsFreeAt, pending: pending(1, 0, true) });
  expect(plan).toMatchObject({ alone: ['d0-0'], together: [] });
});

test('[PU6] what is held leaves early when a slot for leaving at once is free again', () => {
  const slotsFreeAt = [...Array.from({ length: 5 }, () => 10 * minute), 9.5 * minute];
  const waiting = pending(2, 9 * minute, true);
  const before = planPushes({ now: 9.2 * minute, budget: 8, slotsFreeAt, pending: waiting });
  expect(before.heldUntil).toBe(9.5 * minute);
  const after = planPushes({ now: 9.5 * minute, budget: 8, slotsFreeAt, pending: waiting });
  expect(after.together).toHaveLength(2);
});

test('[PU6] with every slot taken the limit wins: held until the first is free', () => {
  const slotsFreeAt = [11, 12, 13, 14, 15, 16, 17, 18].map((each) => each * minute);
  const plan = planPushes({ now: 5 * minute, budget: 8, slotsFreeAt, pending: pending(3, 0, true) });
  expect(plan).toMatchObject({ alone: [], together: [], heldUntil: 11 * minute });
});

test('[PU6] a slot of a push still being tried is taken, and looked at again within a minute', () => {
  const slotsFreeAt = Array.from({ length: 8 }, () => Infinity);
  const plan = planPushes({ now: 5 * minute, budget: 8, slotsFreeAt, pending: pending(1, 5 * minute) });
  expect(plan.held).toEqual([`d${5 * minute}-0`]);
  expect(plan.heldUntil).toBe(6 * minute);
  const later = planPushes({ now: 8 * minute, budget: 8, slotsFreeAt, pending: pending(1, 5 * minute, true) });
  expect(later.heldUntil).toBe(9 * minute);
});

test('[PU6] with a budget of one the first leaves at once and the next wait for the slot', () => {
  expect(planPushes({ now: 0, budget: 1, slotsFreeAt: [], pending: pending(2, 0) })).toMatchObject({
    alone: ['d0-0'],
    held: ['d0-1'],
  });
  const plan = planPushes({ now: 3 * minute, budget: 1, slotsFreeAt: [15 * minute], pending: pending(2, 0, true) });
  expect(plan).toMatchObject({ alone: [], together: [], heldUntil: 15 * minute });
});

test('[PU6] nothing pending, nothing planned', () => {
  expect(planPushes({ now: 0, budget: 8, slotsFreeAt: [], pending: [] })).toEqual({
    alone: [],
    together: [],
    held: [],
    heldUntil: null,
  });
});

interface Push {
  startedAt: number;
  settledAt: number;
  names: string[];
}

/** Plays arrivals against the plan, as the outbox does; each push takes `latencyMs` until it is settled. */
function play(arrivals: readonly number[], budget: number, latencyMs: number): Push[] {
  const pushes: Push[] = [];
  const queue: PendingPush[] = [];
  const coming = arrivals.map((since, index) => ({ id: `o${index}`, since, held: false }));
  let wakeAt: number | null = null;
  while (coming.length > 0 || queue.length > 0) {
    const now: number = Math.min(coming[0]?.since ?? Infinity, wakeAt ?? Infinity);
    while (coming[0] && coming[0].since <= now) queue.push(...coming.splice(0, 1));
    const slotsFreeAt = pushes.map((push) => (push.settledAt > now ? Infinity : push.settledAt + budgetWindowMs));
    const plan = planPushes({ now, budget, slotsFreeAt, pending: queue });
    const leaving = [...plan.alone.map((id) => [id]), ...(plan.together.length > 0 ? [plan.together] : [])];
    for (const names of leaving) pushes.push({ startedAt: now, settledAt: now + latencyMs, names });
    for (const id of leaving.flat())
      queue.splice(
        queue.findIndex((each) => each.id === id),
        1,
      );
    for (const each of queue) each.held = true;
    expect(plan.held.toSorted()).toEqual(queue.map(({ id }) => id).toSorted());
    expect(plan.heldUntil === null).toBe(queue.length === 0);
    if (plan.heldUntil !== null) expect(plan.heldUntil).toBeGreaterThan(now);
    wakeAt = plan.heldUntil;
  }
  return pushes;
}

const days = fc.record({
  gaps: fc.array(
    fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 10 * minute })),
    { minLength: 1, maxLength: 120 },
  ),
  budget: fc.integer({ min: 1, max: 12 }),
  latencyMs: fc.constantFrom(0, 150, 9_000, 90_000),
});

function arrivalsOf(gaps: readonly number[]): number[] {
  let now = 1_000_000;
  return gaps.map((gap) => (now += gap));
}

test('[PU6] whatever comes, never more pushes than the budget in any 15 minutes, and each order is named once', () => {
  fc.assert(
    fc.property(days, ({ gaps, budget, latencyMs }) => {
      const pushes = play(arrivalsOf(gaps), budget, latencyMs);
      const named = pushes.flatMap(({ names }) => names);
      expect(named.toSorted()).toEqual(gaps.map((_, index) => `o${index}`).toSorted());
      pushes.forEach((push, index) => {
        const next = pushes[index + budget];
        if (next) expect(next.startedAt - push.settledAt).toBeGreaterThanOrEqual(budgetWindowMs);
      });
    }),
    { numRuns: 300 },
  );
});

test('[PU6] an order waits over two minutes only while every slot is taken', () => {
  fc.assert(
    fc.property(days, ({ gaps, budget }) => {
      const arrivals = arrivalsOf(gaps);
      const pushes = play(arrivals, budget, 0);
      for (const push of pushes) {
        for (const name of push.names) {
          const mustLeaveAt = (arrivals[Number(name.slice(1))] ?? NaN) + maxHoldMs;
          if (push.startedAt <= mustLeaveAt) continue;
          const slotsTaken = pushes.filter(
            ({ startedAt }) => startedAt < push.startedAt && startedAt > mustLeaveAt - budgetWindowMs,
          );
          expect(slotsTaken.length).toBeGreaterThanOrEqual(budget);
        }
      }
    }),
    { numRuns: 300 },
  );
});
