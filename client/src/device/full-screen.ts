import { useSyncExternalStore } from 'react';

/** `by-browser`: nothing of a browser is around the page, and the page cannot end that: installed, or F11. */
export type FullScreen = 'on' | 'by-browser' | 'off' | 'impossible';

/** Whether the page fills the screen; `impossible` where the browser does not let a page (iPhones, an embedded one). */
export function fullScreenOf(
  page: { fullscreenEnabled: boolean; fullscreenElement: object | null },
  isAlone: boolean,
): FullScreen {
  if (page.fullscreenElement) return 'on';
  if (isAlone) return 'by-browser';
  return page.fullscreenEnabled ? 'off' : 'impossible';
}

export function useFullScreen(): { state: FullScreen; fill: () => void; leave: () => void } {
  const state = useSyncExternalStore(subscribe, () => fullScreenOf(document, alone().matches));
  return { state, fill: () => void fill(), leave: () => void leave() };
}

function alone(): MediaQueryList {
  return window.matchMedia('(display-mode: fullscreen)');
}

function subscribe(listener: () => void): () => void {
  const isAlone = alone();
  document.addEventListener('fullscreenchange', listener);
  isAlone.addEventListener('change', listener);
  return () => {
    document.removeEventListener('fullscreenchange', listener);
    isAlone.removeEventListener('change', listener);
  };
}

async function fill(): Promise<void> {
  try {
    await document.documentElement.requestFullscreen({ navigationUI: 'hide' });
  } catch {
    // Refused: the button still says what it would do.
  }
}

async function leave(): Promise<void> {
  try {
    await document.exitFullscreen();
  } catch {
    // Left meanwhile.
  }
}
