import { expect, test } from 'vitest';
import { pressesFor } from './settle-left.ts';

const types = (status: 'new' | 'preparing', type: 'made' | 'not-made' | 'tomorrow') =>
  pressesFor({ status }, { type, reason: 'closed', promisedAt: 5 }).map((press) => press.type);

test('[BO14] made finishes the whole order and hands it over; what nobody answered is accepted first', () => {
  expect(pressesFor({ status: 'preparing' }, { type: 'made' })).toEqual([
    { type: 'ready', stations: ['expo'] },
    { type: 'complete' },
  ]);
  expect(types('new', 'made')).toEqual(['acknowledge', 'ready', 'complete']);
});

test('[BO14] not made cancels with the reason, tomorrow puts it off to the next opening', () => {
  expect(pressesFor({ status: 'new' }, { type: 'not-made', reason: 'closed' })).toEqual([
    { type: 'cancel', reason: 'closed' },
  ]);
  expect(pressesFor({ status: 'new' }, { type: 'tomorrow', promisedAt: 5 })).toEqual([
    { type: 'postpone', promisedAt: 5 },
  ]);
});
