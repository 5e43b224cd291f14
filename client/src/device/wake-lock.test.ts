import { expect, test } from 'vitest';
import { createCell } from '../live/cell.ts';
import { keepAwake } from './wake-lock.ts';

/** A browser's wake lock as far as it is used. */
function setUp(refusals = 0) {
  const awake = createCell(false);
  const page = { isVisible: true, asked: 0, release: () => {}, show: () => {}, second: () => {}, touch: () => {} };
  let refused = 0;
  keepAwake({
    awake,
    isVisible: () => page.isVisible,
    onVisible: (run) => void (page.show = run),
    every: (run) => void (page.second = run),
    onInput: (run) => void (page.touch = run),
    async request() {
      page.asked += 1;
      if (refused < refusals) {
        refused += 1;
        throw new Error('low battery');
      }
      return { addEventListener: (_type, run) => void (page.release = run) };
    },
  });
  return { awake, page };
}
const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

test('[BO10] the screen is kept awake, and again when its page comes back', async () => {
  const { awake, page } = setUp();
  await settled();
  expect(awake.get()).toBe(true);
  page.isVisible = false;
  page.release();
  await settled();
  expect([awake.get(), page.asked]).toEqual([false, 1]);
  page.isVisible = true;
  page.show();
  await settled();
  expect([awake.get(), page.asked]).toEqual([true, 2]);
});

test('[BO10] a refusal is tried again within a minute, and meanwhile said', async () => {
  const { awake, page } = setUp(1);
  await settled();
  expect(awake.get()).toBe(false);
  for (let second = 0; second < 60; second += 1) page.second();
  await settled();
  expect([awake.get(), page.asked]).toEqual([true, 2]);
});

test('[BO10] where the browser gives it to a touch only, the first touch takes it, and no other asks again', async () => {
  const { awake, page } = setUp(1);
  await settled();
  page.touch();
  await settled();
  expect([awake.get(), page.asked]).toEqual([true, 2]);
  page.touch();
  await settled();
  expect(page.asked).toBe(2);
});
