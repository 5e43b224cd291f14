import type { PartRoom } from './split-lines.ts';

/**
 * What the parts of a ticket have room for, measured on its whole copy: only the first has the marks under its header,
 * only the last the bar and what stands above it (of an unanswered order the first has its Accept as well).
 * @param wallPx how tall a part may be
 */
export function partRoom(ticket: HTMLElement, wallPx: number): PartRoom {
  const linesPx = heightOf(ticket, '[data-line]');
  const footPx = heightOf(ticket, '[data-action], [data-progress]');
  const emPx = parseFloat(getComputedStyle(ticket).fontSize);
  // What of the marks stands below the name, whose row is never lower than this, and not beside it.
  const namePx = Math.max(heightOf(ticket, '[data-name]'), 1.2 * emPx);
  const marksPx = heightOf(ticket, '[data-who], [data-sent-late]') - namePx;
  // "part 1 of 3" in the header, "continues" at the end.
  const [partWordsPx, continuesPx] = [emPx, 1.7 * emPx];
  // A part may begin in the middle of a dish, whose name is then said once more.
  const againPx = ticket.querySelector('[data-goes-on]') === null ? 0 : 1.1 * emPx;
  const wholePx = wallPx - (ticket.offsetHeight - linesPx) - partWordsPx;
  const middlePx = wholePx + footPx - continuesPx;
  const isNew = ticket.querySelector('[data-action="accept"]') !== null;
  return {
    firstPx: isNew ? wholePx - continuesPx : middlePx,
    middlePx: middlePx + marksPx - againPx,
    lastPx: wholePx + marksPx - againPx,
  };
}

function heightOf(ticket: HTMLElement, selector: string): number {
  return [...ticket.querySelectorAll<HTMLElement>(selector)].reduce((sum, one) => sum + one.offsetHeight, 0);
}
