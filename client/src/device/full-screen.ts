import { useSyncExternalStore } from 'react';

export type FullScreen = 'on' | 'off' | 'impossible';

/** Whether the page fills the screen; `impossible` where the browser does not let a page (iPhones, an embedded one). */
export function fullScreenOf(page: Pick<Document, 'fullscreenEnabled' | 'fullscreenElement'>): FullScreen {
  if (page.fullscreenElement) return 'on';
  return page.fullscreenEnabled ? 'off' : 'impossible';
}

export function useFullScreen(): { state: FullScreen; toggle: () => void } {
  const state = useSyncExternalStore(subscribe, () => fullScreenOf(document));
  return { state, toggle: () => void toggle() };
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
}

async function toggle(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen({ navigationUI: 'hide' });
  } catch {
    // Refused: the button still says what it would do.
  }
}
