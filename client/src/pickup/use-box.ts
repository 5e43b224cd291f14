import { useLayoutEffect, useState } from 'react';

export interface Box {
  widthPx: number;
  heightPx: number;
  /** Of the whole screen: how large things must be to be read from afar. */
  shortSidePx: number;
}

const unknown: Box = { widthPx: 600, heightPx: 600, shortSidePx: 600 };

/** How much room an element has, kept current. */
export function useBox(element: HTMLElement | null): Box {
  const [box, setBox] = useState(unknown);
  useLayoutEffect(() => {
    if (!element) return;
    const measure = () => {
      const { clientWidth: widthPx, clientHeight: heightPx } = element;
      setBox({ widthPx, heightPx, shortSidePx: Math.min(window.innerWidth, window.innerHeight) });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [element]);
  return box;
}
