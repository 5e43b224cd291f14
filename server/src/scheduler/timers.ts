/** Once, later. Whoever waits this way holds up no end of the process: it is told to stop. */
export function later(work: () => void, afterMs: number): void {
  setTimeout(work, afterMs).unref();
}

/** The same, for what may be called off again. */
export function cancellable(work: () => void, afterMs: number): () => void {
  const timer = setTimeout(work, afterMs).unref();
  return () => clearTimeout(timer);
}
