import { loadAnew, loadingPage } from './loading-page.ts';

/** Where it did not help three times, it may after the next order. */
const rarelyMs = 60_000;
const thisPage = loadingPage('kasera.reloadedForFault', rarelyMs);
let isOver = false;

/**
 * Says in place of a page that it could not be drawn, and loads it anew: once, however much of it failed.
 * @param root where the page was; React has left it empty
 */
export function startOver(root: HTMLElement, words: string): void {
  if (isOver) return;
  isOver = true;
  const said = document.createElement('p');
  said.className = 'kasera-said';
  said.setAttribute('role', 'alert');
  said.textContent = words;
  root.replaceChildren(said);
  void loadAnew(thisPage);
}
