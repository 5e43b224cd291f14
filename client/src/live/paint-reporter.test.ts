import { expect, test } from 'vitest';
import { createPaintReporter } from './paint-reporter.ts';

function setUp() {
  const frames: (() => void)[] = [];
  const sent: { orderId: string; ageMs: number }[][] = [];
  const state = { online: true, now: 100 };
  const reporter = createPaintReporter({
    nextFrame: (run) => void frames.push(run),
    monotonic: () => state.now,
    send(orders) {
      if (state.online) sent.push(orders);
      return state.online;
    },
  });
  return { reporter, sent, state, frame: () => frames.splice(0).forEach((run) => run()) };
}

test('[OR7] reports an order once, after the second frame since it came into sight', () => {
  const { reporter, sent, frame } = setUp();
  reporter.shown('a');
  frame();
  expect(sent).toEqual([]);
  frame();
  reporter.shown('a');
  frame();
  frame();
  expect(sent).toEqual([[{ orderId: 'a', ageMs: 0 }]]);
});

test('[OR7] keeps what was painted while the server was away, with its age', () => {
  const { reporter, sent, state, frame } = setUp();
  state.online = false;
  reporter.shown('a');
  frame();
  frame();
  state.online = true;
  state.now += 3_000;
  reporter.flush();
  reporter.flush();
  expect(sent).toEqual([[{ orderId: 'a', ageMs: 3_000 }]]);
});

test('[OR7] what comes into sight together is one message, and a screen that is on for weeks forgets the first', () => {
  const { reporter, sent, frame } = setUp();
  for (let order = 0; order < 501; order += 1) reporter.shown(`${order}`);
  frame();
  frame();
  expect(sent.map((orders) => orders.length)).toEqual([200, 200, 101]);
  reporter.shown('500');
  reporter.shown('0');
  frame();
  frame();
  expect(sent.at(-1)).toEqual([{ orderId: '0', ageMs: 0 }]);
});

test('[BO10] says once when the first ticket was drawn', () => {
  const { reporter, frame } = setUp();
  let times = 0;
  reporter.onFirst(() => (times += 1));
  reporter.shown('a');
  frame();
  expect(times).toBe(0);
  frame();
  reporter.shown('b');
  frame();
  frame();
  expect(times).toBe(1);
});
