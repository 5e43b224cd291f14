import { expect, test } from 'vitest';
import { commandSchema } from './command.ts';

test('[CM1] reads what a script sends, with what it leaves out', () => {
  expect(commandSchema.parse({ id: '1', type: 'acknowledge', readyInMinutes: 25 })).toEqual({
    id: '1',
    type: 'acknowledge',
    readyInMinutes: 25,
  });
  expect(commandSchema.parse({ id: 'c', type: 'note', text: ' sin sal ' })).toMatchObject({
    text: 'sin sal',
    allergy: false,
  });
});

test.each<[string, object]>([
  ['no id', { type: 'ready' }],
  ['an empty id', { id: '', type: 'ready' }],
  ['an id of over 100 characters', { id: 'x'.repeat(101), type: 'ready' }],
  ['an unknown type', { id: 'c', type: 'burn' }],
  ['a misspelt field', { id: 'c', type: 'acknowledge', readyInMinute: 25 }],
  ['a promise in the past', { id: 'c', type: 'acknowledge', readyInMinutes: -5 }],
  ['an age before the press', { id: 'c', type: 'ready', ageMs: -1 }],
  ['a cancellation without a reason', { id: 'c', type: 'cancel', reason: '  ' }],
  ['an unknown status', { id: 'c', type: 'ready', from: 'burnt' }],
])('[CM1] refuses %s', (_what, command) => {
  expect(commandSchema.safeParse(command).success).toBe(false);
});
