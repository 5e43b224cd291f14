import { expect, test } from 'vitest';
import { openLine } from '../../tests/support/line-bed.ts';

const hour = 3_600_000;
/** The day of Madrid's evening of 20 November ends then. */
const dayEnd = Date.parse('2026-11-21T04:00:00Z');

/** Orders from 21:00 in Madrid; what was before is closed. */
async function evening() {
  const bed = await openLine();
  await bed.closing.tick(bed.clock.now);
  return bed;
}

test('[BO14a] at the day’s end what is still open is put away by Kasera: accepted, unanswered, tests', async () => {
  await using bed = await evening();
  await bed.arrive('new');
  await bed.arrive('cooking');
  await bed.press('cooking', 'acknowledge');
  await bed.arrive('test', { source: 'test' });
  bed.clock.now = dayEnd - 1;
  await bed.closing.tick(bed.clock.now);
  expect(await bed.store.open('main')).toHaveLength(3);
  bed.clock.now = dayEnd;
  await bed.closing.tick(bed.clock.now);
  expect(await bed.store.open('main')).toEqual([]);
  expect(await bed.order('new')).toMatchObject({ status: 'completed', notClosed: true });
  expect(await bed.order('cooking')).toMatchObject({ status: 'completed', notClosed: true });
});

test('[BO14a] what is for later stays', async () => {
  await using bed = await evening();
  await bed.arrive('tomorrow', { promisedAt: dayEnd + 8 * hour });
  await bed.press('tomorrow', 'acknowledge');
  await bed.arrive('tonight', { promisedAt: dayEnd - 4 * hour });
  bed.clock.now = dayEnd;
  await bed.closing.tick(bed.clock.now);
  expect((await bed.store.open('main')).map(({ externalId }) => externalId)).toEqual(['tomorrow']);
});

test('[BO14a] a day’s end that passed while Kasera was off is caught up on, and orders of the new day stay', async () => {
  await using bed = await evening();
  await bed.arrive('left');
  bed.clock.now = dayEnd + 3 * hour;
  await bed.restart();
  await bed.arrive('today');
  await bed.closing.tick(bed.clock.now);
  expect((await bed.store.open('main')).map(({ externalId }) => externalId)).toEqual(['today']);
});

test('[BO14a] each day is closed once: what somebody takes back out stays, over a restart too', async () => {
  await using bed = await evening();
  const { id } = await bed.arrive('left');
  bed.clock.now = dayEnd;
  await bed.closing.tick(bed.clock.now);
  await bed.handling.command(id, { id: 'back', type: 'recall' });
  await bed.handling.command(id, { id: 'back-again', type: 'recall' });
  const { status } = await bed.order('left');
  bed.clock.now += 2 * hour;
  await bed.closing.tick(bed.clock.now);
  await bed.restart();
  await bed.closing.tick(bed.clock.now);
  expect((await bed.order('left')).status).toBe(status);
});

test('[BO14a] what came or was touched within the hour is somebody’s supper: it is put away an hour after', async () => {
  await using bed = await evening();
  await bed.arrive('old');
  bed.clock.now = dayEnd - hour / 4;
  await bed.arrive('late');
  bed.clock.now = dayEnd;
  await bed.closing.tick(bed.clock.now);
  expect((await bed.store.open('main')).map(({ externalId }) => externalId)).toEqual(['late']);
  bed.clock.now += (hour * 3) / 4;
  await bed.closing.tick(bed.clock.now);
  expect(await bed.store.open('main')).toEqual([]);
});
