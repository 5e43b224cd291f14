import { loadAnew, loadingPage } from './loading-page.ts';

/** Where it did not help three times, it may after the next order. */
const rarelyMs = 60_000;
const thisPage = loadingPage('kasera.reloadedForFault', (reload) => void setTimeout(reload, rarelyMs));

/**
 * Says in place of a page that it could not be drawn, and loads it anew.
 * @param root where the page was; React has left it empty
 */
export function startOver(root: HTMLElement, words: string, page = thisPage): void {
  const said = document.createElement('p');
  said.className = 'kasera-said';
  said.setAttribute('role', 'alert');
  said.textContent = words;
  root.replaceChildren(said);
  void loadAnew(page);
}
