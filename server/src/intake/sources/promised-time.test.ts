import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { datePlugins, readPromisedAt, type DateField } from './promised-time.ts';
import { createZoneOffset, readSiteClock } from './site-clock.ts';

const at = (iso: string): number => Date.parse(iso);

/** Placed on 21 November 2026 at 00:24 in Madrid, which is an hour ahead of UTC. */
const madrid = readSiteClock('2026-11-21T00:24:40', '2026-11-20T23:24:40', null);

function promise(values: Record<string, unknown>, clock = madrid, own: DateField[] = []): string | null {
  const metas = Object.entries(values).map(([key, value]) => ({ key, value }));
  const promisedAt = readPromisedAt(metas, () => clock, own);
  return promisedAt === null ? null : new Date(promisedAt).toISOString();
}

test.each([
  ['21:30', '2026-11-21T20:30:00.000Z'],
  ['21:30 - 22:00', '2026-11-21T20:30:00.000Z'],
  ['21:30:00', '2026-11-21T20:30:00.000Z'],
  ['9:30 PM', '2026-11-21T20:30:00.000Z'],
  ['09:30 p.m. - 10:00 p.m.', '2026-11-21T20:30:00.000Z'],
  ['7:00 - 9:00 PM', '2026-11-21T18:00:00.000Z'],
  ['11:30 - 1:00 PM', '2026-11-21T10:30:00.000Z'],
  ['9 pm', '2026-11-21T20:00:00.000Z'],
  ['21h30', '2026-11-21T20:30:00.000Z'],
  ['12:15 AM', '2026-11-20T23:15:00.000Z'],
  ['as soon as possible', null],
  ['ASAP 30', null],
  ['25:00', null],
  ['', null],
  [null, null],
  [{ from: '21:30' }, null],
])('[OR3c] reads the time of day a plugin wrote, a range by its start: %j', (time, expected) => {
  expect(promise({ delivery_date: '2026-11-21', delivery_time: time })).toBe(expected);
});

test.each([
  ['2026-11-22', '2026-11-22'],
  ['2026/11/22', '2026-11-22'],
  ['20261122', '2026-11-22'],
  ['22-11-2026', '2026-11-22'],
  ['22.11.2026', '2026-11-22'],
  ['22/11/2026', '2026-11-22'],
  ['11/22/2026', '2026-11-22'],
  ['November 22, 2026', '2026-11-22'],
  ['Sun 22 Nov 2026', '2026-11-22'],
  ['22 de noviembre de 2026', '2026-11-22'],
  ['1795305600', '2026-11-22'],
  [1795302000, '2026-11-22'],
])('[OR3c] reads the day in the forms plugins use: %s', (date, day) => {
  expect(promise({ pickup_date: date, pickup_time: '12:00' })).toBe(`${day}T11:00:00.000Z`);
});

test.each(['31-02-2026', 'mañana', '2026-13-01', '12/01/2027', '2024-11-21', '1999-01-01', 'x'.repeat(100_000)])(
  '[OR3c] promises nothing where the day cannot be told or believed: %.20s',
  (date) => {
    expect(promise({ delivery_date: date, delivery_time: '12:00' })).toBeNull();
  },
);

test('[OR3c] a date written both ways round is read where only one way is not past', () => {
  const placed = readSiteClock('2026-12-05T10:00:00', '2026-12-05T09:00:00', null);
  expect(promise({ delivery_date: '06/12/2026', delivery_time: '12:00' }, placed)).toBe('2026-12-06T11:00:00.000Z');
});

test('[OR3c] a time without a day is the next such one, and a slot just begun is still meant', () => {
  const evening = readSiteClock('2026-11-20T21:40:00', '2026-11-20T20:40:00', null);
  expect(promise({ delivery_time: '22:15' }, evening)).toBe('2026-11-20T21:15:00.000Z');
  expect(promise({ delivery_time: '21:30 - 22:00' }, evening)).toBe('2026-11-20T20:30:00.000Z');
  expect(promise({ delivery_time: '13:00' }, evening)).toBe('2026-11-21T12:00:00.000Z');
});

test('[OR3c] a day without a time promises nothing', () => {
  expect(promise({ delivery_date: '2026-11-21' })).toBeNull();
  expect(promise({ _orddd_timestamp: '1795219260' })).toBeNull();
});

test.each([
  [{ _orddd_timeslot_timestamp: '1795296600' }],
  [{ _orddd_lite_timestamp: 1795296600 }],
  [{ exwfood_datetime_deli_unix: '1795296600' }],
  [{ _orderable_order_timestamp: '1795293000', orderable_order_time: '9:30 PM' }],
  [{ _orderable_order_timestamp: '1795296600', orderable_order_time: '21:30' }],
  [{ _orderable_order_timestamp: '1795215600', orderable_order_time: '21:30' }],
  [{ pi_system_delivery_date: '2026/11/21', pi_delivery_time: '21:30 - 22:00' }],
  [{ jckwds_date_ymd: '20261121', jckwds_timeslot: '9:30 PM - 10:00 PM' }],
  [{ _delivery_date: '2026-11-21', _delivery_time_frame: { time_from: '21:30', time_to: '22:00' } }],
  [{ _wfs_service_date: '2026-11-21', _wfs_service_time: '21:30' }],
  [{ wpc_pro_pickup_date: '2026-11-21', wpc_pro_pickup_time: '9:30 PM' }],
])('[OR3c] knows how the plugin wrote half past nine: %j', (meta) => {
  expect(promise(meta)).toBe('2026-11-21T20:30:00.000Z');
});

test('[OR3c] without the two faces of one moment, or with impossible ones, there is no promise', () => {
  const meta = { delivery_date: '2026-11-21', delivery_time: '21:30' };
  expect(promise(meta, readSiteClock(null, '2026-11-20T23:24:40', null))).toBeNull();
  expect(promise(meta, readSiteClock('2026-11-21T00:24:41', '2026-11-20T23:24:40', null))).toBeNull();
  expect(promise(meta, readSiteClock('2026-11-22T00:24:40', '2026-11-20T23:24:40', null))).toBeNull();
});

test('[OR3d] across a change of the clock the named zone decides, if it agrees with the body', () => {
  // Placed on a Saturday in winter time for the Sunday on which summer time begins.
  const named = (zone: string) => readSiteClock('2027-03-27T12:00:00', '2027-03-27T11:00:00', createZoneOffset(zone));
  const meta = { delivery_date: '2027-03-28', delivery_time: '13:00' };
  expect(promise(meta, named('Europe/Madrid'))).toBe('2027-03-28T11:00:00.000Z');
  expect(promise(meta, named('America/Lima'))).toBe('2027-03-28T12:00:00.000Z');
  expect(createZoneOffset('Nowhere/Land')).toBeNull();
  expect(createZoneOffset('Asia/Kolkata')?.(at('2026-11-20T12:00:00Z'))).toBe(5.5 * 3_600_000);
});

test.each([
  [
    { day: 'dia', time: 'hora' },
    { dia: '2026-11-21', hora: '21:30' },
  ],
  [{ day: 'dia', time: '' }, { dia: '2026-11-21 21:30' }],
  [{ day: 'dia', time: '' }, { dia: '2026-11-21T21:30:00' }],
  [{ day: 'dia', time: '' }, { dia: '21/11/2026, 9:30 PM' }],
  [{ day: 'dia', time: '' }, { dia: '21 de noviembre de 2026 a las 21:30' }],
  [{ day: 'dia', time: 'dia' }, { dia: '21.11.2026 21:30' }],
  [{ day: 'dia', time: '' }, { dia: 1795296600 }],
])('[BO5] a field the owner names is read like a plugin’s: %j in %j', (field, meta) => {
  expect(promise(meta, madrid, [field])).toBe('2026-11-21T20:30:00.000Z');
});

test('[BO5] the owner’s fields go before the plugins’, in their order, and give way where they say nothing', () => {
  const plugin = { delivery_date: '2026-11-21', delivery_time: '20:00' };
  const own = [
    { day: 'a', time: '' },
    { day: 'b', time: 'c' },
  ];
  expect(promise({ ...plugin, a: '2026-11-21 21:30', b: '2026-11-21', c: '22:00' }, madrid, own)).toContain('20:30');
  expect(promise({ ...plugin, a: 'mañana', b: '2026-11-21', c: '22:00' }, madrid, own)).toContain('21:00');
  expect(promise({ ...plugin, a: '2026-11-21' }, madrid, own)).toContain('19:00');
  expect(promise({ a: '2026-11-21' }, madrid, own)).toBeNull();
});

test('[BO5] the plugins whose times are read are named, each with its keys', () => {
  expect(datePlugins.length).toBeGreaterThan(8);
  expect(datePlugins.every(({ name, keys }) => name !== '' && keys.length > 0)).toBe(true);
  expect(datePlugins.flatMap(({ keys }) => keys)).toContain('_orddd_lite_timestamp');
});

test('[BO5] the plugins whose times are read are named where an owner reads of orders for later', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../../../README.md'), 'utf8').replace(/\s+/g, ' ');
  expect(datePlugins.map(({ name }) => name).filter((name) => !readme.includes(name))).toEqual([]);
});
