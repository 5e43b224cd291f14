import { expect, test } from 'vitest';
import { createKeyActions } from './key-actions.ts';

test('[BO7] the last one that took an action on does it, and whoever had it before gets it back', () => {
  const actions = createKeyActions();
  const done: string[] = [];
  expect(actions.run('all-day')).toBe(false);
  actions.on('all-day', () => void done.push('page'));
  const end = actions.on('all-day', () => void done.push('panel'));
  actions.run('all-day');
  end();
  expect(actions.run('all-day')).toBe(true);
  expect(done).toEqual(['panel', 'page']);
});
