/** What `watchPainting` calls on the page: the ticket's number, and when the frame that shows it was due. */
declare global {
  interface Window {
    benchPainted(number: string, at: number): void;
  }
}

/**
 * Runs inside the page: reports each ticket once, in the second animation frame after it stands in sight (the first one
 * still belongs to the frame being made). It must not use anything from outside itself.
 */
export function watchPainting(): void {
  const known = new Set<string>();
  const waiting = new Map<string, HTMLElement>();
  const lookFor = (node: Node): void => {
    if (!(node instanceof HTMLElement)) return;
    const inside = node.querySelectorAll<HTMLElement>('article');
    const tickets = node.tagName === 'ARTICLE' ? [node] : inside;
    for (const ticket of tickets) {
      const number = /^#(\d+)/.exec(ticket.getAttribute('aria-label') ?? '')?.[1];
      if (number === undefined || known.has(number)) continue;
      known.add(number);
      if (waiting.size === 0) requestAnimationFrame(lookOnFrame);
      waiting.set(number, ticket);
    }
  };
  const isInSight = (ticket: HTMLElement): boolean => {
    const { left, right, top, bottom } = ticket.getBoundingClientRect();
    return ticket.checkVisibility() && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  };
  const lookOnFrame = (): void => {
    for (const [number, { dataset }] of waiting) {
      // A long ticket is drawn whole before it is cut; what is in sight then are its parts.
      const parts = document.querySelectorAll<HTMLElement>(`article[data-ticket="${dataset.ticket}"]`);
      if (![...parts].some(isInSight)) continue;
      waiting.delete(number);
      requestAnimationFrame(() => window.benchPainted(number, performance.timeOrigin + performance.now()));
    }
    if (waiting.size > 0) requestAnimationFrame(lookOnFrame);
  };
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addedNodes.forEach(lookFor);
  }).observe(document.body, { childList: true, subtree: true });
}
