import { useEffect, useState } from 'react';

/** Whether what was drawn first has been painted: from then on there is time for what else belongs to it. */
export function useIsPainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    // React goes on after the frame before which this runs.
    const frame = requestAnimationFrame(() => setPainted(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isPainted;
}
