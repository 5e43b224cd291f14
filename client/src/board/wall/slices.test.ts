import { expect, test } from 'vitest';
import { createSlices } from './slices.ts';

function setUp(isStorm = false) {
  let frame = 0;
  const due: (() => void)[] = [];
  const slices = createSlices({
    frameTime: () => frame,
    nextFrame: (run) => void due.push(run),
    isStorm: () => isStorm,
  });
  let drawn: ReadonlySet<string> = new Set(['old', 'a']);
  const wanted = new Set(['a', 'b', 'c', 'd', 'e', 'f']);
  const ask = () => slices.draw(drawn, wanted, (next) => (drawn = next));
  const passFrame = () => {
    frame += 1;
    for (const run of due.splice(0)) run();
  };
  return { ask, passFrame, drawn: () => [...drawn], wanted };
}

test('[BD5] what is missing is drawn three at a time, a frame apart, and what is not wanted any more goes', () => {
  const { ask, passFrame, drawn, wanted } = setUp();
  ask();
  expect(drawn()).toEqual(['a', 'b', 'c', 'd']);
  ask();
  expect(drawn()).toEqual(['a', 'b', 'c', 'd']);
  passFrame();
  expect(drawn()).toEqual([...wanted]);
});

test('[BD5.3] in a storm one at a time, so that the frames go on', () => {
  const { ask, passFrame, drawn } = setUp(true);
  ask();
  expect(drawn()).toEqual(['a', 'b']);
  ask();
  ask();
  passFrame();
  expect(drawn()).toEqual(['a', 'b', 'c']);
});

test('[BD5] where nothing is missing only what is not wanted goes, at once', () => {
  const { ask, drawn, passFrame } = setUp();
  for (let frame = 0; frame < 3; frame += 1) {
    ask();
    passFrame();
  }
  ask();
  expect(drawn()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});
