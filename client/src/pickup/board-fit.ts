/** How one column of numbers is set. */
export interface Fit {
  /** Of the large part of a number. */
  fontPx: number;
  columns: number;
  perPage: number;
}

/** Read from five metres on a television, a digit wants at least so much of the screen's shorter side. */
const leastShare = 0.085;
const mostShare = 0.24;
const steps = 14;
/** Of a font's size: the width of a figure, of a figure before it, and the height of a row with its gap. */
const figureWidth = 0.66;
const smallWidth = 0.26;
const tinyWidth = 0.16;
const rowHeight = 1.22;
const nameHeight = 0.42;
const gapShare = 0.5;

/**
 * The largest numbers with which all fit; if not even the smallest that can be read from afar do, those, in pages.
 * @param box what there is room in, and the shorter side of the screen, in pixels
 * @param numbers how wide each one's large and small part is, in figures, and whether a name stands under it
 */
export function fitNumbers(
  box: { widthPx: number; heightPx: number; shortSidePx: number },
  numbers: readonly { large: number; small: number; name: boolean }[],
): Fit {
  const least = box.shortSidePx * leastShare;
  const most = box.shortSidePx * mostShare;
  for (let step = 0; step <= steps; step += 1) {
    const fit = fitAt(most - ((most - least) * step) / steps, box, numbers);
    if (fit.perPage >= numbers.length && fit.fits) return withoutFits(fit);
  }
  return withoutFits(fitAt(least, box, numbers));
}

function withoutFits({ fontPx, columns, perPage }: Fit): Fit {
  return { fontPx, columns, perPage };
}

function fitAt(
  fontPx: number,
  box: { widthPx: number; heightPx: number },
  numbers: readonly { large: number; small: number; name: boolean }[],
): Fit & { fits: boolean } {
  const widths = numbers.map(
    ({ large, small }) => large * figureWidth + small * (isTiny(small) ? tinyWidth : smallWidth),
  );
  const widest = Math.max(figureWidth * 3, ...widths) * fontPx;
  const height = (rowHeight + (numbers.some(({ name }) => name) ? nameHeight : 0)) * fontPx;
  const columns = Math.max(1, Math.floor((box.widthPx + gapShare * fontPx) / (widest + gapShare * fontPx)));
  const rows = Math.max(1, Math.floor(box.heightPx / height));
  return { fontPx: Math.floor(fontPx), columns, perPage: columns * rows, fits: widest <= box.widthPx };
}

const wide = /[WMm@%]|[^\u0000-\u02ff]/u;
const capital = /[A-Z]/;

/** How many figures wide a text is: an order is not always called by figures. */
export function figuresIn(text: string): number {
  const widths = Array.from(text, (character) => (wide.test(character) ? 1.65 : capital.test(character) ? 1.2 : 1));
  return widths.reduce((sum, width) => sum + width, 0);
}

/** A line that is called out keeps that share of the screen's width at most. */
const calledShare = 0.94;

/** With what the size of a line that is called out is multiplied, so that it fits; 1: it does. Both in pixels. */
export function fitOf(screenPx: number, linePx: number): number {
  return linePx > 0 ? Math.min(1, (screenPx * calledShare) / linePx) : 1;
}

/** What stands before a number is smaller still where there is much of it: it shall not make all others small. */
export function isTiny(small: number): boolean {
  return small > 5;
}

/** The page to show after a while; each stands for some seconds. */
export function pageAt(now: number, pages: number, everyMs = 8_000): number {
  return pages > 1 ? Math.floor(now / everyMs) % pages : 0;
}
