declare global {
  interface Window {
    /** Milliseconds between a press and the frame that followed what it changed, in the order of the presses. */
    benchTaps: number[];
    /** Milliseconds between one animation frame and the next. */
    benchFrames: number[];
  }
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
