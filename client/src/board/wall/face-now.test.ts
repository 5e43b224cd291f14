import { sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { faceNow } from './face-now.ts';

const look = { now: 1_000, viewer: { screen: 's1', stations: null } };
const cooking = sampleOrder({ status: 'preparing' });
const ready = sampleOrder({ status: 'ready' });

test('[TK3] a bumped ticket is its undo slot before the wall was settled', () => {
  expect(faceNow('ticket', cooking, look)).toBe('ticket');
  expect(faceNow('ticket', ready, look)).toBe('undo');
});

test('[TK3] a bump that was taken back is a ticket at once', () => {
  expect(faceNow('undo', cooking, look)).toBe('ticket');
  expect(faceNow('undo', ready, look)).toBe('undo');
});

test('[TK3] handed over while its slot offers to take it back, it stays a slot until the wall is settled', () => {
  expect(faceNow('undo', sampleOrder({ status: 'completed' }), look)).toBe('undo');
});

test('[TK3] what cannot be recalled, and what is no order any more, is left to the wall', () => {
  expect(faceNow('ticket', sampleOrder({ status: 'cancelled' }), look)).toBe('ticket');
  expect(faceNow('ticket', undefined, look)).toBe('ticket');
  expect(faceNow('gone', cooking, look)).toBe('gone');
});
