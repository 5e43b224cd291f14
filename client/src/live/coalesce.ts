/**
 * Runs something once for all who ask for it within a moment.
 * @param later runs its argument after that moment
 * @returns asks for it
 */
export function coalesce(run: () => void, later: (run: () => void) => void): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    later(() => {
      isAsked = false;
      run();
    });
  };
}
