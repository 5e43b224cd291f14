import { useEffect, useState } from 'react';

const nothing: ReadonlySet<string> = new Set();

/** The head stands over the list, and a sliver of a ticket at an edge is not in sight. */
const sightMargin = '-120px 0px -90px 0px';

/**
 * Which of these orders' tickets somebody would have to scroll to. Only a list that scrolls has such: on a wall what is
 * not in sight is on another page.
 * @param ids in any order; the same ones in another array change nothing
 * @param isShown whether the tickets are on the page at all
 */
export function useBelowFold(ids: readonly string[], isShown: boolean): ReadonlySet<string> {
  const [hidden, setHidden] = useState(nothing);
  const key = ids.join(' ');
  useEffect(() => {
    const wanted = new Set(key.split(' ').filter(Boolean));
    const cards = [...document.querySelectorAll<HTMLElement>('[data-piece="0"]')].filter((card) =>
      wanted.has(card.dataset.order ?? ''),
    );
    if (!isShown || cards.length === 0) return undefined;
    const observer = new IntersectionObserver((entries) => setHidden((before) => after(before, entries)), {
      rootMargin: sightMargin,
    });
    cards.forEach((card) => observer.observe(card));
    return () => observer.disconnect();
  }, [key, isShown]);
  return isShown ? hidden : nothing;
}

function after(before: ReadonlySet<string>, entries: readonly IntersectionObserverEntry[]): ReadonlySet<string> {
  const hidden = new Set(before);
  for (const { target, isIntersecting } of entries) {
    const id = target instanceof HTMLElement ? target.dataset.order : undefined;
    if (id === undefined) continue;
    const scrolls = target.closest('[data-layout="list"]') !== null;
    if (scrolls && !isIntersecting) hidden.add(id);
    else hidden.delete(id);
  }
  return hidden;
}
