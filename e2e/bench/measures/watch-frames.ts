declare global {
  interface Window {
    /** Milliseconds between a press and the frame that followed what it changed, in the order of the presses. */
    benchTaps: number[];
    /** Milliseconds between one animation frame and the next. */
    benchFrames: number[];
    /** Null until the frame with the first ticket is out. */
    benchFirstTicket: FirstTicket | null;
  }
}

export interface FirstTicket {
  /** Milliseconds since the page was asked for. */
  atMs: number;
  /** The addresses of all scripts that had come by then. */
  scripts: string[];
}

/**
 * Runs inside the page, before its own scripts: times its first ticket. A tool that asks from outside would have to be
 * loaded into the page first, and that would be timed as well. It must not use anything from outside.
 */
export function watchFirstTicket(): void {
  window.benchFirstTicket = null;
  const look = (): void => {
    if (document.querySelector('[data-page="here"] article') === null) {
      requestAnimationFrame(look);
      return;
    }
    // The frame is out when the next task runs.
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const files = performance.getEntriesByType('resource').map(({ name }) => name);
      window.benchFirstTicket = { atMs: performance.now(), scripts: files.filter((name) => name.endsWith('.js')) };
    };
    channel.port2.postMessage(null);
  };
  requestAnimationFrame(look);
}

/** Runs inside the page: times every click until the frame after it is out. It must not use anything from outside. */
export function watchTaps(): void {
  window.benchTaps = [];
  window.addEventListener(
    'click',
    (event) => {
      const pressedAt = event.timeStamp;
      requestAnimationFrame(() => {
        // The frame is out when the next task runs.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => window.benchTaps.push(performance.now() - pressedAt);
        channel.port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

/** Runs inside the page: notes how far animation frames are apart. It must not use anything from outside. */
export function watchFrames(): void {
  window.benchFrames = [];
  let last = performance.now();
  const look = (now: number): void => {
    window.benchFrames.push(now - last);
    last = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
