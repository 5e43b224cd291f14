import type { Slip, SlipLine } from './slip.ts';
import css from './slip.css?inline';

const pageWidthMm = 80;
const marginMm = 4;
const mmPerPx = 25.4 / 96;
/** Longer than anybody looks at a print window; then the next job gets its turn, whatever became of this one. */
const givesUpAfterMs = 30_000;

/**
 * Prints slips out of a document of their own in a frame, so that the page itself is neither laid out anew nor hidden.
 * The styles are handed over as objects: the page's content security policy knows no inline ones.
 * @throws where the browser has no printing
 */
export function printInFrame(page: Document, slips: readonly Slip[]): { over: Promise<void> } {
  const frame = page.createElement('iframe');
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  frame.style.cssText = 'position:fixed;left:-1000mm;top:0;width:80mm;height:100mm;border:0';
  page.body.append(frame);
  try {
    const window = frame.contentDocument?.defaultView;
    if (!window) throw new Error('The frame to print from has no document.');
    write(window, slips);
    const over = untilPrinted(window).then(() => frame.remove());
    window.print();
    return { over };
  } catch (error) {
    frame.remove();
    throw error;
  }
}

function write(window: Window & typeof globalThis, slips: readonly Slip[]): void {
  const { document } = window;
  const looks = new window.CSSStyleSheet();
  looks.replaceSync(css);
  document.adoptedStyleSheets = [looks];
  const papers = slips.map((slip) => paperOf(document, slip));
  document.body.replaceChildren(...papers);
  // Each piece of paper is as long as what stands on it: the rest of the roll stays on the roll.
  const lengths = papers.map((paper) => Math.ceil(paper.offsetHeight * mmPerPx) + 2 * marginMm);
  papers.forEach((paper, index) => paper.style.setProperty('page', nameOf(index)));
  const pages = new window.CSSStyleSheet();
  pages.replaceSync(lengths.map((mm, index) => pageRule(nameOf(index), mm)).join('\n'));
  document.adoptedStyleSheets = [looks, pages];
}

const nameOf = (index: number) => `slip${index}`;

function pageRule(name: string, lengthMm: number): string {
  return `@page ${name} { size: ${pageWidthMm}mm ${Math.max(lengthMm, pageWidthMm)}mm; margin: ${marginMm}mm }`;
}

function paperOf(document: Document, slip: Slip): HTMLElement {
  const paper = document.createElement('section');
  paper.className = 'slip';
  paper.append(...slip.map((line) => elementOf(document, line)));
  return paper;
}

function elementOf(document: Document, { look, text, quantity }: SlipLine): HTMLElement {
  const line = document.createElement('p');
  line.className = `line ${look}`;
  if (quantity === undefined) line.textContent = text;
  else line.append(spanOf(document, quantity), spanOf(document, text));
  return line;
}

function spanOf(document: Document, text: string): HTMLElement {
  const span = document.createElement('span');
  span.textContent = text;
  return span;
}

function untilPrinted(window: Window): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, givesUpAfterMs);
    window.addEventListener('afterprint', () => {
      clearTimeout(timer);
      // The event comes before the browser has let go of the document.
      setTimeout(resolve, 250);
    });
  });
}
