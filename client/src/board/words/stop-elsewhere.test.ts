import { sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { stopsElsewhere } from './stop-elsewhere.ts';

const cooking = sampleOrder({ id: 'a', number: '1041', status: 'preparing' });
const stopped = (id: string, number: string) =>
  sampleOrder({ id, number, status: 'cancelled', stop: { at: 0, was: 'preparing' } });
const main = [cooking, stopped('b', '1042'), stopped('c', '1043')];
const onWall = { isWallShown: true, page: 0 };

test('[BD1] a STOP on a page that is not shown is named, with the page of the first', () => {
  expect(stopsElsewhere(main, { ...onWall, elsewhere: new Map([['c', 1]]) })).toEqual({
    id: 'c',
    numbers: ['1043'],
    page: 1,
  });
  const both = new Map([
    ['b', 1],
    ['c', 2],
  ]);
  expect(stopsElsewhere(main, { ...onWall, elsewhere: both })).toEqual({ id: 'b', numbers: ['1042', '1043'], page: 1 });
});

test('[BD1] while another list is shown, every STOP is named', () => {
  const look = { isWallShown: false, page: 2, elsewhere: new Map() };
  expect(stopsElsewhere(main, look)).toEqual({ id: 'b', numbers: ['1042', '1043'], page: 2 });
});

test('[BD1] a STOP below the edge of a phone is named', () => {
  const look = { ...onWall, elsewhere: new Map(), belowFold: new Set(['c']) };
  expect(stopsElsewhere(main, look)).toEqual({ id: 'c', numbers: ['1043'], page: 0 });
});

test('[BD1] what is in sight, or no STOP, is not named', () => {
  expect(stopsElsewhere(main, { ...onWall, elsewhere: new Map([['a', 1]]) })).toBeNull();
});
