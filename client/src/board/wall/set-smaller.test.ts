import { expect, test } from 'vitest';
import { fit, wholeSizes } from './set-smaller.ts';

/** A ticket of words that shrink with their size, and of buttons that do not. */
function ticketOf(wordsPx: number, buttonsPx = 0) {
  const sizes: number[] = [];
  const heightAt = (em: number) => {
    sizes.push(em);
    return Math.round(wordsPx * em) + buttonsPx;
  };
  return { heightAt, size: () => sizes.at(-1), tries: () => sizes.length };
}

test('[TK5] a ticket a little taller than the wall is set a little smaller and stands whole', () => {
  const ticket = ticketOf(900);
  expect(fit({ px: 860, isWhole: true }, ticket.heightAt)).toBe(855);
  expect(ticket.size()).toBe(0.95);
  const fits = ticketOf(860);
  expect([fit({ px: 860, isWhole: true }, fits.heightAt), fits.size(), fits.tries()]).toEqual([860, 1, 1]);
});

test('[TK5] a ticket is cut only where it cannot stand whole, and then at its full size', () => {
  for (let wordsPx = 100; wordsPx < 2_000; wordsPx += 7) {
    for (const buttonsPx of [0, 64, 240]) {
      for (const px of [400, 858, 1_500]) {
        const ticket = ticketOf(wordsPx, buttonsPx);
        const heightPx = fit({ px, isWhole: true }, ticket.heightAt);
        const couldStand = wholeSizes.some((em) => Math.round(wordsPx * em) + buttonsPx <= px);
        expect(heightPx <= px).toBe(couldStand);
        if (!couldStand) expect([heightPx, ticket.size()]).toEqual([wordsPx + buttonsPx, 1]);
        else expect(ticket.size()).toBe(wholeSizes.find((em) => Math.round(wordsPx * em) + buttonsPx <= px));
      }
    }
  }
});

test('[BD1.5] a part is set as small as it needs, to 35 % at least', () => {
  const long = ticketOf(1_500);
  expect(fit({ px: 860, isWhole: false }, long.heightAt)).toBe(825);
  const endless = ticketOf(9_000);
  expect(fit({ px: 860, isWhole: false }, endless.heightAt)).toBe(3_150);
  expect(endless.size()).toBe(0.35);
});
